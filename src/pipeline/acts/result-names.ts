import { shownTier } from '#core/judging/held-to.ts';
import { reserveTarget } from '#core/programme/reserve.ts';
import type { Dossier } from '#core/records/content.ts';
import type { ResultAnnouncement } from '#core/records/result.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';

/** Somebody named by hand; `tier` by its key or name, where it does not follow from the list. */
export interface Chosen {
  person: string;
  tier: string | undefined;
}

interface Choice {
  confer: readonly Chosen[];
  notConferred: readonly { person: string }[];
}

type Groups = ResultAnnouncement['conferred'];

/**
 * Whoever is named or left out stands on the list.
 * @param before who stood on an earlier list of the round alone
 */
export function refuseStrangers(
  { folder }: Dossier,
  { confer, notConferred }: Choice,
  before: readonly string[],
): void {
  const listed = new Set([
    ...(folder.roster?.data.people ?? []).map(({ id }) => id),
    ...folder.takenDown.map(({ id }) => id),
    ...before,
  ]);
  for (const [flag, people] of [
    ['--not-conferred', notConferred],
    ['--confer', confer],
  ] as const) {
    const strangers = people.filter(({ person }) => !listed.has(person)).map(({ person }) => person);
    if (strangers.length > 0)
      throw new Refusal('person-unknown', `名单里没有编号 ${strangers.join('、')}。请核对 ${flag}。`);
  }
}

/**
 * Everybody of the list, by tier and in the office's order, but for those left out, for reserves that do not move up and for whom a word is
 * still missing: whose tier was open needs one.
 * @param out who was withdrawn or put off
 * @param before who was shown on an earlier list of the round and went no further: an award that is no title goes to them
 */
export function named(dossier: Dossier, choice: Choice, out: ReadonlySet<string>, before: readonly string[]): Groups {
  const { programme, folder } = dossier;
  const left = new Set([...out, ...choice.notConferred.map(({ person }) => person)]);
  const listed = (folder.roster?.data.people ?? []).filter(({ id }) => !left.has(id));
  const open = listed.filter(
    ({ id }) =>
      shownTier(id, dossier) === undefined &&
      !choice.confer.some(({ person, tier }) => person === id && tier !== undefined),
  );
  if (folder.round.data.openTiers && open.length > 0) {
    const ids = open.map(({ id, name }) => `${id}（${name}）`).join('、');
    throw new Refusal(
      'tier-open',
      `等次由结果确定，下列各位还没有写档次：${ids}。请用 --confer 档次=编号 写明，未命名的用 --not-conferred。`,
    );
  }
  const award = programme.data.rules.tiers.find(
    ({ key, title }) => !title && reserveTarget(key, programme.data) === undefined,
  );
  const listedIds = new Set(folder.roster?.data.people.map(({ id }) => id));
  return grouped(dossier, choice.confer, before, (id) => {
    if (left.has(id)) return undefined;
    if (before.includes(id) && !listedIds.has(id)) return award?.key;
    const shown = shownTier(id, dossier);
    return shown !== undefined && reserveTarget(shown, programme.data) === undefined ? shown : undefined;
  });
}

/** Only whom a person names: a 补充公布 is about few. */
export function namedFurther(dossier: Dossier, { confer, notConferred }: Choice): Groups {
  if (confer.length + notConferred.length === 0) {
    throw new Refusal(
      'nobody-conferred',
      '补充公布没有写命名谁。请用 --confer 编号 写明，不予命名的用 --not-conferred。',
    );
  }
  return grouped(dossier, confer, [], () => undefined);
}

/** @param ofList the tier of those whom nobody names by hand; `undefined` leaves them out */
function grouped(
  dossier: Dossier,
  confer: readonly Chosen[],
  before: readonly string[],
  ofList: (id: string) => string | undefined,
): Groups {
  const { programme, folder } = dossier;
  const { tiers } = programme.data.rules;
  const chosen = new Map(
    confer.map(({ person, tier }) => {
      const shown = shownTier(person, dossier);
      const own = tier ?? (shown && (reserveTarget(shown, programme.data) ?? shown));
      const found = tiers.find(({ key, name }) => key === own || name === own);
      if (!found) {
        const known = tiers.map(({ key, name }) => `${key}（${name}）`).join('、');
        throw new Refusal(
          'tier-unknown',
          `编号 ${person} 命名到哪一档没有写清楚。--confer 请写成 档次=编号，档次可写：${known}。`,
        );
      }
      return [person, found.key] as const;
    }),
  );
  const ids = [...(folder.roster?.data.people ?? []), ...folder.takenDown].map(({ id }) => id).concat(before);
  return tiers
    .map(({ key }) => ({ tier: key, people: ids.filter((id) => (chosen.get(id) ?? ofList(id)) === key) }))
    .filter(({ people }) => people.length > 0);
}
