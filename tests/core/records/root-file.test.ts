import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rootFileFindings } from '#core/records/root-file.ts';
import { said } from '#tests/builders.ts';

const codes = (name: string, text: string): string[] => rootFileFindings(`root/${name}`, text).map(({ code }) => code);

/** As the services that want them write them: WeChat, WeCom, Baidu, Google, Bing, 搜狗, 360, certificate authorities, RFC 9116, RFC 9309. */
const WANTED: Record<string, string> = {
  'MP_verify_0aBcD3fGhIjKlMnO.txt': '0aBcD3fGhIjKlMnO',
  'WW_verify_0aBcD3fGhIjKlMnO.txt': '0aBcD3fGhIjKlMnO\n',
  'baidu_verify_codeva-Xy12.html': '0123abcd',
  'google0123456789abcdef.html': 'google-site-verification: google0123456789abcdef.html',
  'BingSiteAuth.xml': '<?xml version="1.0"?>\n<users>\n  <user>0123456789ABCDEF</user>\n</users>\n',
  'sogousiteverification.txt': '0aBcD3',
  'yandex_0123.html':
    '<html>\n    <head>\n        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n    </head>\n    <body>Verification: 0123</body>\n</html>',
  'verify.htm':
    "<!DOCTYPE html><html lang='zh-CN'><head><meta charset=utf-8><meta name='verify' content='a b'></head><body></body></html>",
  '.well-known/security.txt':
    'Contact: mailto:office@example.org\nExpires: 2027-01-01T00:00:00Z\nPreferred-Languages: zh\n',
  '.well-known/pki-validation/fileauth.txt': '2026112300000abc',
  'robots.txt': '# 门户要求\nUser-agent: Baiduspider\nDisallow: /press/\nCrawl-delay: 5\n\n',
};

describe('a file for the root of the site', () => {
  it('may be what services and authorities ask for', () => {
    const wrong = Object.entries(WANTED).filter(([name, text]) => codes(name, text).length > 0);
    assert.deepEqual(
      wrong.map(([name]) => name),
      [],
    );
  });

  it('runs nothing, loads nothing and leads nowhere', () => {
    for (const text of [
      '<script>location="https://example.org/"</script>',
      '<meta http-equiv="refresh" content="0;url=https://example.org/">',
      '<META HTTP-EQUIV=refresh CONTENT=0>',
      '<body onload="x()">',
      '<img src="https://example.org/a.png">',
      '<a href="https://example.org/">下载</a>',
      '<style>body{display:none}</style>',
      '<html><body>好</body\nonload="x()"></html>',
      '<!-- <p> -->',
      '<?xml-stylesheet href="a.xsl"?>',
      '<p/onclick="x()">',
    ]) {
      assert.deepEqual(codes('a.html', text), ['root-file-active'], text);
    }
    assert.deepEqual(codes('a.txt', '<html>'), ['root-file-active']);
  });

  it('has a name of the narrow form, and takes none of the site’s own', () => {
    for (const name of [
      'a.js',
      'a.php',
      '.htaccess',
      '.user.ini',
      'sub/a.txt',
      '公告.txt',
      'a b.txt',
      '.well-known/a.json',
    ]) {
      assert.deepEqual(codes(name, 'a'), ['root-file-name'], name);
    }
    for (const name of ['index.html', 'Index.htm', 'default.htm', '404.html', 'feed.xml', 'sitemap.xml']) {
      assert.deepEqual(codes(name, 'a'), ['root-file-own'], name);
    }
  });

  it('is told what is wrong, with the line', () => {
    assert.deepEqual(said(rootFileFindings('root/robots.txt', 'User-agent: *\n<b>不要抓取</b>\n')), [
      '✗ root/robots.txt 第 2 行：这一行不是 robots.txt 的写法。每行写一条，例如“User-agent: Baiduspider”“Disallow: /press/”，说明文字以 # 开头。这几行会接在网站自己的 robots.txt 后面。 [robots-line]',
    ]);
    assert.deepEqual(said(rootFileFindings('root/MP_verify_a.txt', ' \n')), [
      '✗ root/MP_verify_a.txt：文件是空的，验证不会通过。请重新下载验证文件，原样放进来。 [root-file-empty]',
    ]);
    assert.deepEqual(said(rootFileFindings('root/feed.xml', '')), [
      '✗ root/feed.xml：feed.xml 是网站自己的文件，不能用 root 文件夹里的代替。请移走它。 [root-file-own]',
    ]);
    assert.deepEqual(said(rootFileFindings('root/a.html', 'ok\n<script>')), [
      '✗ root/a.html 第 2 行：这一行有验证文件用不到的网页代码（脚本、样式、链接、跳转、图片，或者 .txt 里的 <）。这里的文件不经排版原样公开，只能是纯文字，或只有 html、head、title、meta、body 的网页。请核对是否下载对了；要写给读者看的内容请写进公示。 [root-file-active]',
    ]);
    assert.deepEqual(said(rootFileFindings('root/a.js', 'x')), [
      '✗ root/a.js：root 文件夹只放别处要求放在网站根目录的小文件：验证文件（如 MP_verify_Xy12.txt、baidu_verify_code-Xy12.html、BingSiteAuth.xml）、.well-known/security.txt、.well-known/pki-validation/fileauth.txt，以及要加进 robots.txt 的几行。文件名只能用英文字母、数字、横线，以 .txt、.html、.htm 或 .xml 结尾。请改成要求的文件名，或移走它。 [root-file-name]',
    ]);
  });
});
