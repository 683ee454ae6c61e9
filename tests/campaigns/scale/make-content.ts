import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type PlainDate } from '#core/calendar/plain-date.ts';
import type { WorkCalendar } from '#core/calendar/work-calendar.ts';
import type { Programme } from '#core/programme/programme.ts';
import { calendarOf } from '#core/records/content.ts';
import type { Round } from '#core/records/round.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { there } from '#tests/there.ts';
import { type Chance, chanceFrom } from '../random.ts';
import { approveRounds } from './approve.ts';
import { actsOf, type Edition, editionsFor, folderOf, inCity, rosterOf } from './editions.ts';
import { earlierWindow, type MovedRound, movedRound, withoutLeap } from './moved-round.ts';
import { NewPeople } from './people.ts';

export interface MadeContent {
  people: number;
  rounds: { folder: string; acts: string[] }[];
}

/**
 * Content of any size out of the repository's own rounds: moved over years and cities, with new ids and names and the paragraphs of the
 * material dealt anew, windows recomputed, every round approved. The open round of the sample is taken over as it is.
 */
export async function makeContent(people: number, from: string, out: string, seed = 20_261_130): Promise<MadeContent> {
  const chance = chanceFrom(seed);
  const read = there((await readContent(from)).content);
  const calendar = calendarOf(read, read.site.data.regionalCalendar);
  await mkdir(out, { recursive: true });
  await cp(join(from, 'site.json'), join(out, 'site.json'));
  await cp(join(from, 'calendar'), join(out, 'calendar'), { recursive: true });
  const fresh = new NewPeople(chance);
  const made: MadeContent = { people: 0, rounds: [] };
  for (const edition of await editionsFor(people, from)) {
    const { programme, rounds } = there(read.programmes.find(({ id }) => id === edition.template.programme));
    const { round } = there(rounds.find((one) => one.edition === edition.template.edition));
    const given = { programme: programme.data, round: round.data, calendar };
    const one = await makeRound(edition, { from, out, fresh, chance, ...given });
    made.people += one.people;
    made.rounds.push({ folder: one.folder, acts: one.acts });
  }
  await approveRounds(out);
  return made;
}

interface Given {
  from: string;
  out: string;
  fresh: NewPeople;
  chance: Chance;
  programme: Programme;
  round: Round;
  calendar: WorkCalendar;
}

async function makeRound(edition: Edition, given: Given): Promise<{ people: number; folder: string; acts: string[] }> {
  const { template, set, year, programme } = edition;
  const source = folderOf(given.from, template.programme, template.edition);
  const folder = folderOf(given.out, programme, String(year));
  await mkdir(join(folder, 'candidates'), { recursive: true });
  await mkdir(join(folder, 'acts'), { recursive: true });
  const rules = await readFile(join(given.from, 'programmes', template.programme, 'programme.md'), 'utf8');
  await writeFile(join(given.out, 'programmes', programme, 'programme.md'), inCity(rules, set));
  const moved = movedRound(edition, await readFile(join(source, 'round.md'), 'utf8'), given);
  await writeFile(join(folder, 'round.md'), moved.round);
  const roster = await rosterOf(given.from, template);
  const people = new Map(
    roster.people.map(({ id }) => [id, { id: given.fresh.id(), name: given.fresh.name(programme) }]),
  );
  const renamed = (text: string): string =>
    moved.moved(text).replace(/"([2-9b-z]{7})"/g, (whole, id: string) => {
      const person = people.get(id);
      return person ? `"${person.id}"` : whole;
    });
  for (const name of ['notice.md', 'result.md']) {
    await writeFile(join(folder, name), renamed(await readFile(join(source, name), 'utf8')));
  }
  const acts: string[] = [];
  for (const name of await actsOf(source)) {
    const day = dayWithin(moved);
    const path = join(folder, 'acts', name.replace(/^\d{4}-\d\d-\d\d/, day));
    const text = renamed(await readFile(join(source, 'acts', name), 'utf8'));
    await writeFile(path, text.replace(/^date: "[^"]+"/m, `date: "${day}"`));
    acts.push(path);
  }
  const listed = roster.people.map((one) => ({ ...one, ...there(people.get(one.id)) }));
  await writeFile(
    join(folder, 'roster.json'),
    `${inCity(JSON.stringify({ ...roster, people: listed }, null, 2), set)}\n`,
  );
  await writePeople(edition, given, { source, folder, people });
  return { people: people.size, folder, acts };
}

function dayWithin({ opensOn, closesOn }: MovedRound): PlainDate {
  return addDays(opensOn, 2) <= closesOn ? addDays(opensOn, 1) : opensOn;
}

/** Everybody keeps their own facts, and in other years another's words under each head. */
async function writePeople(
  { template, set, year }: Edition,
  { chance, programme: rules, round, calendar }: Given,
  { source, folder, people }: { source: string; folder: string; people: Map<string, { id: string; name: string }> },
): Promise<void> {
  const files = await Promise.all(
    [...people].map(async ([id, person]) => {
      const text = await readFile(join(source, 'candidates', `${id}.md`), 'utf8');
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      return {
        person,
        front,
        sections: body
          .split(/(?=^## )/m)
          .map((one) => one.trim())
          .filter(Boolean),
      };
    }),
  );
  const headOf = (section: string): string => section.split('\n')[0] ?? '';
  const under = Map.groupBy(
    files.flatMap(({ sections }) => sections),
    headOf,
  );
  const own = set === 0 && String(year) === template.edition;
  for (const { person, front, sections } of files) {
    const dealt = own ? sections : sections.map((one) => chance.pick(under.get(headOf(one)) ?? [one]));
    const facts = movedFacts(front.replace(/^reading:.*\n/m, ''), year - round.year)
      .replace(/^name: ".*"$/m, `name: "${person.name}"`)
      .replace(
        /(earlierPublicity:\s*\{?\s*opensOn: ")([^"]+)("[,\s]+closesOn: ")([^"]+)(")/,
        (_, ...found: string[]) => {
          const [a = '', opens = '', b = '', closes = '', c = ''] = found;
          const [opensOn, closesOn] = earlierWindow(opens, closes, rules, calendar);
          return `${a}${opensOn}${b}${closesOn}${c}`;
        },
      );
    const text = `---\n${inCity(facts, set)}\n---\n\n${dealt.join('\n\n')}\n`;
    await writeFile(join(folder, 'candidates', `${person.id}.md`), text);
  }
}

function movedFacts(front: string, years: number): string {
  const later = (year: string): string => String(Number(year) + years);
  return withoutLeap(
    front
      .replace(/^(\s+year: )(\d{4})$/gm, (_, before: string, year: string) => before + later(year))
      .replace(/(\d{4})(-\d\d-\d\d)/g, (_, year: string, day: string) => later(year) + day),
  );
}
