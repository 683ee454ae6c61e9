import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fingerprint } from '#core/formats/digest.ts';
import { digestOf } from '#core/judging/reviewable.ts';
import { readCodes } from '#pipeline/gate/views/picture-code.ts';
import { certificateSheet, certificatesOf } from '#pipeline/paper/carriers/certificate.ts';
import { type PosterForm, posterSheet } from '#pipeline/paper/carriers/poster.ts';
import { bare } from '#pipeline/paper/inspect-carrier.ts';
import { namesOf } from '#pipeline/paper/make-paper.ts';
import { pdfPages, pdfText } from '#pipeline/paper/pdf-text.ts';
import { anAct } from '#tests/core/lifecycle/a-life.ts';
import { aPublicationWith } from '#tests/site/a-followed-round.ts';
import { missing, systemProgram } from '#tests/system-program.ts';
import { there } from '#tests/there.ts';
import { printed, theRound } from './a-press.ts';

const SITE = 'https://jiangbang.example.org/';

/** What the codes on the first page say when it is seen at 100 dots to the inch. */
async function codesAt100(pdf: Buffer): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-codes-'));
  try {
    await writeFile(join(folder, 'a.pdf'), pdf);
    execFileSync(systemProgram('pdftoppm'), [
      '-r',
      '100',
      '-f',
      '1',
      '-l',
      '1',
      '-png',
      '-singlefile',
      join(folder, 'a.pdf'),
      join(folder, 'a'),
    ]);
    return await readCodes(await readFile(join(folder, 'a.png')));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the poster of a workplace', () => {
  const forms: PosterForm[] = ['a4', 'a3', 'large'];

  it('is one sheet in A4 and A3 and runs on in large print, none smaller than 18 points', async () => {
    const round = await theRound('gangcheng-craftsman/2019');
    const pages = [];
    for (const form of forms)
      pages.push(await pdfPages(await printed(posterSheet(round, round.notices[0], SITE, form), namesOf(round))));
    assert.deepEqual(
      pages.map((one) => one.map(({ width, height }) => [Math.round(width), Math.round(height)].join('×'))).slice(0, 2),
      [['595×842'], ['842×1191']],
    );
    const [, , large = []] = pages;
    assert.ok(large.length > 1);
    const sizes = large.flatMap(({ runs }) => runs.map(({ size }) => size));
    // What merely explains the code may be smaller.
    assert.ok(sizes.filter((size) => size < 17.9).length < sizes.length / 20, String(Math.min(...sizes)));
  });

  it('has the title, the window, every name, where to object, and a way without a code', async () => {
    const round = await theRound('weihai-chief-technician/2026');
    for (const form of forms) {
      const text = bare(await pdfText(await printed(posterSheet(round, round.notices[0], SITE, form), namesOf(round))));
      for (const passage of [
        '关于2026年度威海市首席技师候选人名单的公示',
        '公示期2026年11月23日至27日（5个工作日）',
        '截止2026年11月27日（星期五）24:00',
        '候选人名单（10人，按推荐单位排列，排名不分先后）',
        ...namesOf(round),
        '联系电话：0631-0000000（威海市首席技师选拔管理工作办公室，工作日8:30—12:00、13:30—17:30）',
        '电子邮箱：chief-technician-2026@example.org（威海市首席技师选拔管理工作办公室）',
        '不方便扫码的，可到威海市示例路0号威海市人力资源和社会保障局000室当面反映（工作日8:30—12:00、13:30—17:30）。',
        'https://jiangbang.example.org/weihai-chief-technician/2026/notice/',
      ]) {
        assert.ok(text.includes(bare(passage)), `${form}: ${passage}`);
      }
    }
  });

  it('has a code that reads at 100 dots to the inch', { skip: missing('pdftoppm') }, async () => {
    const round = await theRound('weihai-chief-technician/2026');
    const approved = fingerprint(round.approved ?? '').replaceAll(' ', '');
    assert.deepEqual(
      await codesAt100(await printed(posterSheet(round, round.notices[0], SITE, 'a4'), namesOf(round))),
      [`https://jiangbang.example.org/weihai-chief-technician/2026/notice/#${approved}`],
    );
  });
});

describe('the certificates', () => {
  it('are numbered in the order of the decision, one page each, with rare and long names', async () => {
    const round = await theRound('gangcheng-craftsman/2019');
    const all = certificatesOf(round, SITE);
    assert.equal(all.length, 50);
    assert.deepEqual(
      all.slice(0, 2).map(({ number, name }) => `${number} ${name}`),
      ['2019-001 仲跻海', '2019-002 惠晓㛃'],
    );
    const pages = await pdfPages(await printed(certificateSheet(round, all), namesOf(round)));
    assert.equal(pages.length, 50);
    for (const [index, { runs, width }] of pages.entries()) {
      const text = bare(runs.map((run) => run.text).join(''));
      const one = all[index];
      assert.ok(text.includes(`${bare(one?.name ?? '')}同志`), one?.name);
      assert.ok(text.includes(`编号${one?.number}`));
      assert.ok(text.includes('连云港市总工会2019年11月15日'));
      assert.ok(
        text.includes(`命名决定的指纹${fingerprint(digestOf({ entry: there(round.result) })).replaceAll(' ', '')}`),
      );
      assert.ok(runs.every((run) => run.x + run.width <= width - 30));
    }
  });

  it(
    'lead to the page of the person, with the digest of the decision, at 100 dots to the inch',
    { skip: missing('pdftoppm') },
    async () => {
      const round = await theRound('weihai-craftsman/2023');
      const [first] = certificatesOf(round, SITE);
      assert.ok(first);
      const pdf = await printed(certificateSheet(round, [first]), namesOf(round));
      assert.deepEqual(await codesAt100(pdf), [
        `https://jiangbang.example.org/people/9f347p8/#${fingerprint(digestOf({ entry: there(round.result) })).replaceAll(' ', '')}`,
      ]);
    },
  );

  it('are for whoever holds the title: none for a revoked one, and the others keep their numbers', () => {
    const result = { conferred: [{ tier: 'craftsman', people: ['p1', 'p2'] }] };
    const revoked = anAct('revoke', '2024-11-20 10:00', { people: ['p1'] });
    const { rounds } = aPublicationWith([revoked], '2024-12-01 10:00', { result });
    const [round] = rounds;
    assert.ok(round?.result);
    assert.deepEqual(
      certificatesOf(round, SITE).map(({ number, name }) => [number, name]),
      [['2024-002', '欧阳静']],
    );
  });
});
