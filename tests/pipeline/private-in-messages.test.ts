import assert from 'node:assert/strict';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chinesePlace, type FindingCode, findingTexts, sentence, shownPlace } from '#core/catalogue/finding.ts';
import { concealed } from '#core/privacy/concealed.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { aContent, retype, ROUND_FOLDER, run } from '#tests/office.ts';

/** Invented; the identity number has a right check digit and the card a right Luhn sum. */
const VALUES = ['13812345678', '138 1234 5678', '11010519491231002X', '6222021234567890128', '0631-5223456'];
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s.-]/g, '');
const isIn = (value: string, text: string): boolean => bare(text).includes(bare(value));

describe('a message', () => {
  it('of any kind shows none of its values in clear, nor a private name of a file, field or person', () => {
    const value = fc.constantFrom(...VALUES);
    const around = fc.constantFrom('', '王磊', '电话', '身份证号：', '照片-', '（', ' ');
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(findingTexts) as FindingCode[])),
        value,
        around,
        (code, secret, word) => {
          const text = `${word}${secret}`;
          const args = new Proxy(
            {},
            {
              get: (_, name) => (code === 'wrong-format' && name === 'example' ? '甲' : text),
              ownKeys: () => NAMES,
              getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
            },
          );
          const where = { file: `programmes/a/photos/${text}.jpg`, sheet: text, field: text, person: text };
          for (const shown of [
            sentence({ code, args, where }),
            chinesePlace(where),
            JSON.stringify(shownPlace(where)),
          ]) {
            assert.ok(!isIn(secret, shown), shown);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps what is not private, character for character', () => {
    for (const text of [
      'programmes/weihai-craftsman/rounds/2026/round.md',
      '国办发明电〔2023〕7号',
      '2026-11-30',
      '王磊',
      'k7mq2xd',
      '12345678',
      '',
    ])
      assert.equal(concealed(text), text);
    assert.equal(concealed('照片-13812345678-王磊.jpg'), `照片-${'＊'.repeat(11)}-王磊.jpg`);
    assert.equal(concealed('13812345678和13812345678'), `${'＊'.repeat(11)}和${'＊'.repeat(11)}`);
  });
});

/** Every argument that a sentence of the catalogue takes. */
const NAMES = [
  ...new Set(
    Object.values(findingTexts).flatMap(({ text }) =>
      (/^\(\{([^}]*)\}/.exec(String(text))?.[1] ?? '').split(',').map((name) => name.trim()),
    ),
  ),
].filter((name) => name !== '');

describe('a private value planted in a content folder', () => {
  const PLACES: Record<string, (content: string, value: string) => Promise<void>> = {
    'a field of round.md': (content, value) =>
      retype(content, `${ROUND_FOLDER}/round.md`, 'title: "', `title: "${value} `),
    'a key of round.md': (content, value) =>
      retype(content, `${ROUND_FOLDER}/round.md`, 'title: ', `"${value}": "x"\ntitle: `),
    'a key of site.json': (content, value) =>
      retype(content, 'site.json', '"organiser":', `"电话${value}": 1, "organiser":`),
    'broken YAML': (content, value) => retype(content, `${ROUND_FOLDER}/round.md`, 'title: ', `- ${value}: [\ntitle: `),
    'the name of a photo': (content, value) => put(content, `${ROUND_FOLDER}/photos/${value}.jpg`),
    'the name of a person’s file': (content, value) => put(content, `${ROUND_FOLDER}/candidates/王磊${value}.md`),
    'the name of a folder': (content, value) => put(content, `programmes/${value}/programme.md`),
    'the name of any file': (content, value) => put(content, `${value}.xlsx`),
    'the name of a whole round': async (content, value) => {
      await rename(join(content, ROUND_FOLDER), join(content, dirname(ROUND_FOLDER), value));
    },
  };
  async function put(content: string, path: string): Promise<void> {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), 'x');
  }

  for (const [name, plant] of Object.entries(PLACES)) {
    it(`as ${name} is in no message, as text or JSON`, async () => {
      for (const value of ['13812345678', '11010519491231002X']) {
        const content = await aContent();
        await plant(content, value);
        const { findings } = await checkContent(content);
        assert.ok(findings.length > 0, value);
        assert.ok(!isIn(value, reportText(findings)), reportText(findings));
        assert.ok(!isIn(value, JSON.stringify(reportJson(findings))));
      }
    });
  }

  it('in the arguments of a command is not said again', () => {
    for (const [verb, ...args] of [
      ['check', '--content', '/tmp/13812345678'],
      ['act', '--content', '13812345678', '--round', 'a/b', '--kind', 'withdrawal'],
      ['audit', '/tmp/王磊11010519491231002X'],
      ['verify', '/tmp/13812345678.zip'],
      ['template', '--programme', '13812345678'],
    ] as const) {
      for (const json of verb === 'audit' ? [[], ['--json']] : [['--json']]) {
        const { exit, out, err } = run(verb, ...args, ...json);
        assert.notEqual(exit, 0);
        assert.doesNotMatch(bare(out + err), /13812345678|11010519491231002X/, `${verb} ${out}${err}`);
        assert.doesNotMatch(out + err, /\n\s+at /);
      }
    }
  });
});
