import { lineSchema } from '#core/formats/words.ts';
import { findPrivate } from '#core/privacy/private-text.ts';
import type { PhotoTexts } from '#core/roster/photo-consent.ts';
import { UsageError } from '#pipeline/commands/command-line.ts';
import type { Given, Options } from '#pipeline/commands/define-command.ts';

/** What `import` takes for photos. */
export const photoOptions = {
  photos: { type: 'string', value: '目录', help: '照片文件夹，文件名写成“姓名_单位.jpg”' },
  'photo-credit': { type: 'string', value: '署名', help: '这批照片的摄影或供图；表里“照片署名”另有写明的以表为准' },
  'photo-consent': {
    type: 'string',
    value: '文字',
    help: '本人怎样同意公开这批照片；表里“照片同意”另有写明的以表为准',
  },
} as const satisfies Options;

export function givenPhotos(given: Given<typeof photoOptions>): { folder: string | undefined; texts: PhotoTexts } {
  return {
    folder: given.text('photos'),
    texts: { credit: publicLine(given, 'photo-credit'), consent: publicLine(given, 'photo-consent') },
  };
}

/** Both stand under the photo on the site. */
function publicLine(given: Given<typeof photoOptions>, flag: keyof typeof photoOptions): string | undefined {
  const text = given.text(flag);
  if (text === undefined) return undefined;
  if (!lineSchema.safeParse(text).success) throw new UsageError(`--${flag} 要写一行文字，前后不留空格，最长 400 字。`);
  const kinds = findPrivate(text);
  if (kinds.length > 0)
    throw new UsageError(`--${flag} 里好像有${kinds.join('、')}。这段文字会公开，请删去号码后重写。`);
  return text;
}
