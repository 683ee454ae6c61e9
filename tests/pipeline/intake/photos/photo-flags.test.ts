import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Arguments, UsageError } from '#pipeline/commands/command-line.ts';
import { givenPhotos } from '#pipeline/intake/photos/photo-flags.ts';

function given(flags: Record<string, string>): ReturnType<typeof givenPhotos> {
  return givenPhotos(new Arguments(flags, []));
}

describe('the flags for photos', () => {
  it('hand on a folder, a credit and a consent, or nothing', () => {
    assert.deepEqual(given({ photos: '照片', 'photo-credit': '单位供图', 'photo-consent': '本人书面同意' }), {
      folder: '照片',
      texts: { credit: '单位供图', consent: '本人书面同意' },
    });
    assert.deepEqual(given({}), { folder: undefined, texts: { credit: undefined, consent: undefined } });
  });

  it('refuse what is no line, and what is nobody’s business', () => {
    const wrong = (flags: Record<string, string>, message: string): void =>
      assert.throws(
        () => given(flags),
        (error) => error instanceof UsageError && error.message === message,
      );
    wrong({ 'photo-credit': ' ' }, '--photo-credit 要写一行文字，前后不留空格，最长 400 字。');
    wrong({ 'photo-consent': '同意\n' }, '--photo-consent 要写一行文字，前后不留空格，最长 400 字。');
    wrong(
      { 'photo-credit': '李某 13800000000' },
      '--photo-credit 里好像有手机号码。这段文字会公开，请删去号码后重写。',
    );
  });
});
