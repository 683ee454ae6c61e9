import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { certificateSheet, certificatesOf } from '#pipeline/paper/carriers/certificate.ts';
import { posterSheet } from '#pipeline/paper/carriers/poster.ts';
import { bare } from '#pipeline/paper/inspect-carrier.ts';
import { namesOf } from '#pipeline/paper/make-paper.ts';
import { pdfPages } from '#pipeline/paper/pdf-text.ts';
import type { PublicRound } from '#site/publication.ts';
import { aPublicationWith } from '#tests/site/a-followed-round.ts';
import { aPerson } from '#tests/site/a-site.ts';
import { there } from '#tests/there.ts';
import { printed } from './a-press.ts';

const SITE = 'https://chenghu.example.org/';
const FAMILIES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
const GIVEN = [...'建国明华志强晓东文秀'];

/** A round of so many people, none called as another. */
function aCrowd(count: number, name?: string): PublicRound {
  const people = Array.from({ length: count }, (_, at) =>
    aPerson(`p${at}`, {
      name:
        (at === 0 && name) ||
        `${FAMILIES[at % 20]}${GIVEN[Math.floor(at / 20) % 10]}${at > 199 ? GIVEN[Math.floor(at / 200) % 10] : ''}`,
    }),
  );
  const result = { conferred: [{ tier: 'craftsman', people: people.map(({ id }) => id) }] };
  return there(aPublicationWith([], '2024-12-01 10:00', { people, result }).rounds[0]);
}

describe('two hundred people', () => {
  it('stand on one poster, every name whole and inside the sheet', async () => {
    const round = aCrowd(200);
    const pages = await pdfPages(await printed(posterSheet(round, round.notices[0], SITE, 'a4'), namesOf(round)));
    assert.equal(pages.length, 1);
    const { runs, width, height } = there(pages[0]);
    const text = bare(runs.map((run) => run.text).join(''));
    for (const name of namesOf(round)) assert.ok(text.includes(name), name);
    assert.ok(runs.every((run) => run.x > 40 && run.x + run.width < width - 40 && run.y > 30 && run.y < height - 30));
  });

  it('and seven hundred stand on none: what to do instead is said', async () => {
    const round = aCrowd(700);
    await assert.rejects(
      printed(posterSheet(round, round.notices[0], SITE, 'a4'), namesOf(round)),
      (error: unknown) => {
        assert.ok(error instanceof Refusal);
        assert.equal(error.code, 'poster-too-full');
        assert.equal(
          error.message,
          '名单有700人，一张A4海报在最小的字号也排不下。请张贴 A3 海报，或改用大字版（分多页）。',
        );
        return true;
      },
    );
  });
});

describe('a long name on a certificate', () => {
  it('is set smaller, then broken at its middle dots', async () => {
    for (const name of ['阿卜杜热西提·买买提艾力', '古丽米热·阿卜杜外力·买买提吐尔逊·艾尼瓦尔']) {
      const round = aCrowd(1, name);
      const [page] = await pdfPages(await printed(certificateSheet(round, certificatesOf(round, SITE)), [name]));
      const big = there(page).runs.filter(({ size }) => size > 21.9 && size < 35 && size !== 22);
      assert.ok(there(page).runs.every((run) => run.x + run.width < there(page).width - 36 * 2.83));
      assert.ok(
        bare(
          there(page)
            .runs.map((run) => run.text)
            .join(''),
        ).includes(name),
        name,
      );
      assert.ok(big.length > 0 || name.length > 20);
    }
  });

  it('that has none and fits nowhere is refused', async () => {
    const name = '克'.repeat(38);
    const round = aCrowd(1, name);
    await assert.rejects(printed(certificateSheet(round, certificatesOf(round, SITE)), [name]), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(
        error.message,
        `姓名“${name}”太长，证书上排不下。请核对是否写错；没有错的，请联系开发者放宽证书的姓名一栏。`,
      );
      return true;
    });
  });
});
