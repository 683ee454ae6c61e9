import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { parseInstant } from '#core/calendar/plain-date.ts';
import { subjectsOf } from '#pipeline/build/pictures/subjects.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { buildInto, builtSite } from '#tests/built-site.ts';
import { there } from '#tests/there.ts';
import { type Carried, carriersOf } from './carriers.ts';

/** On the second day of the window (11 to 18 September 2024), before the decision of 16 October: nobody of 2024 has a title yet. */
const UNDECIDED = '2024-09-12T10:00:00+08:00';
const ROUNDS = { '2024': '2024年度威海市首席技师', '2026': '2026年度威海市首席技师' };
type Year = keyof typeof ROUNDS;

interface Person {
  id: string;
  name: string;
  employer: string;
}
let people: Record<Year, Person[]>;
let sites: { early: Built; late: Built };
interface Built {
  site: string;
  carriers: Carried[];
}

before(async () => {
  const [early, late] = await Promise.all([buildInto({ now: UNDECIDED }), builtSite()]);
  const built = async (site: string): Promise<Built> => ({ site, carriers: await carriersOf(site) });
  sites = { early: await built(early), late: await built(late) };
  people = { '2024': await rosterOf('2024'), '2026': await rosterOf('2026') };
});

async function rosterOf(year: Year): Promise<Person[]> {
  const folder = `content/programmes/weihai-chief-technician/rounds/${year}`;
  const { people: rows } = JSON.parse(await readFile(join(folder, 'roster.json'), 'utf8')) as {
    people: { id: string }[];
  };
  return Promise.all(
    rows.map(async ({ id }) => {
      const text = await readFile(join(folder, 'candidates', `${id}.md`), 'utf8');
      const field = (key: string): string => there(new RegExp(`^${key}: "?([^"\\n]+)"?$`, 'm').exec(text)?.[1]);
      return { id, name: field('name'), employer: field('employer') };
    }),
  );
}

/** The title, with nothing behind it that says of whom: 威海市首席技师选拔人选 is another thing. */
const BARE = /威海市首席技师(?!选拔|候选|人选|拟)/u;

/**
 * Every carrier that names somebody and the title in one breath. Two people of the sample are called 王磊, one of them an honouree: what
 * says neither the employer nor is of the person's own pages may be of the other.
 */
function claims({ carriers }: Built, { id, name, employer }: Person): string[] {
  const isShared = carriers.filter(({ where, text }) => where === 'entry' && text.startsWith(`${name} `)).length > 1;
  return carriers
    .filter(({ file, text }) => text.includes(name) && (!isShared || file.includes(id) || text.includes(employer)))
    .filter(({ text }) => BARE.test(text))
    .map(({ file, where, text }) => `${file} ${where}: ${text.slice(0, 200)}`);
}

/** What the carriers of one person's pages are titled. */
function titlesOf({ carriers }: Built, id: string): Record<string, string> {
  const of = (file: string, where: string): string =>
    carriers.find((one) => one.file === file && one.where === where)?.text ?? '（没有）';
  return {
    title: of(`people/${id}/index.html`, 'title').replace(/ · 匠榜$/, ''),
    'og:title': of(`people/${id}/index.html`, 'og:title'),
    ArticleTitle: of(`people/${id}/index.html`, 'ArticleTitle'),
    oEmbed: of(`oembed/people/${id}.json`, '.title'),
    card: of(`embed/people/${id}/index.html`, 'title').replace(/ · 卡片 · 匠榜$/, ''),
    copying: of(`people/${id}/share/index.html`, 'h1'),
    article: of(`people/${id}/share/index.html`, 'dd'),
  };
}

describe('a candidate', () => {
  it('is named with the title in no carrier of the whole output, while the window is open', () => {
    const found = [
      ...people['2026'].flatMap((person) => claims(sites.late, person)),
      ...people['2024'].flatMap((person) => claims(sites.early, person)),
    ];
    assert.deepEqual(found, []);
  });
  it('is called 选拔人选 wherever a title is read, shared or found', () => {
    for (const [built, year] of [
      [sites.late, '2026'],
      [sites.early, '2024'],
    ] as const) {
      for (const { id, name, employer } of people[year]) {
        const title = `${name} · ${ROUNDS[year]}选拔人选`;
        for (const [carrier, text] of Object.entries(titlesOf(built, id)))
          assert.equal(text, title, `${carrier} ${id}`);
        const entry = built.carriers.filter(
          ({ where, text }) => where === 'entry' && text.startsWith(`${name} ${employer} `),
        );
        assert.deepEqual(
          entry.map(({ text }) => text),
          [`${name} ${employer} 威海市首席技师选拔人选`],
        );
        const citation = there(
          built.carriers.find((one) => one.file === `people/${id}/share/index.html` && /．.*．https/.test(one.text)),
        );
        assert.ok(citation.text.startsWith(`${title}．`), citation.text);
      }
    }
  });
});

describe('an honouree', () => {
  it('keeps the title, once the decision is public', () => {
    const named = people['2024'].filter(({ id }) => titlesOf(sites.late, id)['title']?.endsWith(ROUNDS['2024']));
    // The decision names ten.
    assert.equal(named.length, 10);
    for (const { id, name } of named) {
      const title = `${name} · ${ROUNDS['2024']}`;
      for (const [carrier, text] of Object.entries(titlesOf(sites.late, id)))
        assert.equal(text, title, `${carrier} ${id}`);
    }
  });
});

describe('a share picture', () => {
  it('says of a candidate 选拔人选, of an honouree the title', async () => {
    const { content } = await readContent('content');
    assert.ok(content);
    const lines = (id: string, now: string): readonly string[] =>
      subjectsOf(content, there(parseInstant(now))).find(({ name }) => name === `people/${id}`)?.subject.lines ?? [];
    for (const { id } of people['2024']) {
      assert.equal(lines(id, UNDECIDED).at(-1), `${ROUNDS['2024']}选拔人选`);
    }
    assert.equal(lines(there(people['2024'][0]).id, '2024-10-20T10:00:00+08:00').at(-1), ROUNDS['2024']);
    for (const { id } of people['2026']) {
      assert.equal(lines(id, '2026-11-25T10:00:00+08:00').at(-1), `${ROUNDS['2026']}选拔人选`);
    }
  });
});
