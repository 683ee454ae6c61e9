import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rootFiles } from '#core/rules/root-files.ts';
import { said } from '#tests/builders.ts';
import { aContent, aSite } from '#tests/site/a-site.ts';

const check = (address: string, more = {}): string[] =>
  said(rootFiles.check({ ...aContent({ site: aSite({ address, ...more }) }), rootFiles: ['MP_verify_a.txt'] }));

describe('files for the root of a domain', () => {
  it('do not reach it from a folder of a portal, and that is said', () => {
    assert.deepEqual(check('https://www.example.org/gongshi/'), [
      '△ root/MP_verify_a.txt：网站的网址在子目录 /gongshi/ 下，这个文件会放在 /gongshi/ 里，不在域名的根目录。微信、百度等只认域名根目录的，请把它交给门户网站的管理员；确认放在子目录就行的，请在 site.json 的 accepted 中写明理由。 [root-file-below]',
    ]);
    assert.deepEqual(check('https://gongshi.example.org/'), []);
    assert.deepEqual(rootFiles.check(aContent({ site: aSite() })), []);
  });
});
