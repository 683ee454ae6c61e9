import { type Candidate, fieldNamed } from '#core/candidate/candidate.ts';
import { canonicalText } from '#core/formats/digest.ts';
import type { Dossier, Entry, Section } from './content.ts';
import { type Part, PARTS, type PublicRecord } from './record-parts.ts';
import { statedTerms } from './round.ts';

export { PARTS, type Part, type PublicRecord };

export interface RoundRecord {
  parts: Readonly<Record<Part, PublicRecord>>;
  people: { id: string; name: string; record: PublicRecord }[];
}

/** The public record of a round, people in the office's order; `undefined` while there is no list or no notice. */
export function publicRecord({ programme, folder }: Pick<Dossier, 'programme' | 'folder'>): RoundRecord | undefined {
  const { round, roster, notice, people } = folder;
  if (!roster || !notice) return undefined;
  const { title, edition, publicity, outlets, channels, objection, tiers, openTiers } = round.data;
  const parts = {
    list: flatten({ orderedBy: roster.data.orderedBy, people: roster.data.people.map(({ id }) => id) }),
    window: flatten({
      ...statedTerms(programme.data, round.data),
      opensOn: publicity.opensOn,
      closesOn: publicity.closesOn,
      closingTime: publicity.closingTime,
      openingTime: publicity.openingTime,
    }),
    publicity: flatten({ title, edition, outlets, channels, objection, tiers, openTiers }),
    notice: flatten({ ...notice.data, texts: textsOf(notice.sections) }),
  };
  return {
    parts,
    people: roster.data.people.map((listed) => {
      const own = people.find(({ id }) => id === listed.id);
      const record = flatten({
        ...(own && approvedOf(own.data)),
        texts: own && textsOf(own.sections),
        // roster.json repeats them, and the list on the page is taken from it.
        listed: { name: listed.name, employer: listed.employer },
      });
      return { id: listed.id, name: listed.name, record };
    }),
  };
}

/** What of a person the office decides on. */
function approvedOf(person: Candidate): Partial<Candidate> {
  return Object.fromEntries(Object.entries(person).filter(([key]) => fieldNamed(key)?.approved));
}

/** The people of a `list` part, in the office's order, whatever order a file has its keys in. */
export function listedIds(list: PublicRecord = {}): string[] {
  return Object.entries(list)
    .filter(([field]) => field.startsWith('people.'))
    .sort(([a], [b]) => Number(a.slice(7)) - Number(b.slice(7)))
    .map(([, id]) => id);
}

/** The same of one file: every value, and its texts. */
export function fileRecord({ data, sections }: Pick<Entry<object>, 'data' | 'sections'>): PublicRecord {
  return flatten({ ...data, texts: textsOf(sections) });
}

/** Visible text and the targets of links; emphasis and the kind of a list are no part of what was approved. */
function textsOf(sections: readonly Section[]): { heading?: string; text: string; links: string[] }[] {
  return sections.map(({ heading, text, html }) => ({
    ...(heading !== undefined && { heading }),
    text,
    links: [...html.matchAll(/ href="([^"]*)"/g)].map((match) => match[1] ?? ''),
  }));
}

function flatten(value: unknown): PublicRecord {
  return Object.fromEntries(leaves(value, ''));
}

type Leaf = string | number | boolean | null;

function leaves(value: unknown, path: string): [string, string][] {
  if (value === undefined) return [];
  if (isLeaf(value)) return [[path, canonicalText(String(value))]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

function isLeaf(value: unknown): value is Leaf {
  return typeof value !== 'object' || value === null;
}
