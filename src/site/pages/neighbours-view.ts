import { heldTitle } from '#core/lifecycle/held-title.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { personAddress, roundAddress } from '#site/address.ts';
import { employerOf } from '#site/person-row.ts';
import { type Publication, publicPeople, type PublicRound } from '#site/publication.ts';

/** Whom a reader of a profile may want to read next. Nobody who is shown by a neutral sentence or a mark alone. */
export interface NeighboursView {
  /** In the office's order of the list; absent at its ends. */
  previous: Neighbour | undefined;
  next: Neighbour | undefined;
  round: { text: string; address: string };
  /** 同一工种, 同一单位: of every round, those of the latest first. */
  alike: { label: string; people: Neighbour[] }[];
}

export interface Neighbour {
  name: string;
  /** What the person is called (`heldTitle`); empty where the round says it. */
  held: string;
  address: string;
}

/** So many of one trade or employer at most: a list for everybody is what the search is for. */
const MOST = 6;

export function neighboursView(
  line: VisiblePerson,
  round: PublicRound,
  publication: Pick<Publication, 'rounds'>,
): NeighboursView {
  const own = round.visible.filter(isShown);
  const at = round.visible.findIndex(({ id }) => id === line.id);
  const before = round.visible.slice(0, at).findLast(isShown);
  const after = round.visible.slice(at + 1).find(isShown);
  const { byTrade, byUnit } = shelvesOf(publication);
  const like = (label: string, value: string, shelf: Shelf): NeighboursView['alike'] => {
    const people = (shelf.get(value) ?? []).filter(({ person }) => person.id !== line.id).slice(0, MOST);
    return people.length === 0
      ? []
      : [{ label: `${label}：${value}`, people: people.map((one) => neighbour(one.person, one.round)) }];
  };
  return {
    previous: before && { ...neighbour(before, round), held: '' },
    next: after && { ...neighbour(after, round), held: '' },
    round: { text: `${round.data.title}全部${own.length}位`, address: roundAddress(round.roundId) },
    alike: [...like('同一工种', tradeOf(line), byTrade), ...like('同一单位', unitOf(line), byUnit)],
  };
}

type Shelf = ReadonlyMap<string, readonly ReturnType<typeof publicPeople>[number][]>;

/** Of one publication everybody is sorted once, not once for every profile. */
const known = new WeakMap<Publication['rounds'], { byTrade: Shelf; byUnit: Shelf }>();

function shelvesOf(publication: Pick<Publication, 'rounds'>): { byTrade: Shelf; byUnit: Shelf } {
  const before = known.get(publication.rounds);
  if (before) return before;
  const everybody = publicPeople(publication).filter(({ person }) => isShown(person));
  const shelf = (of: (one: VisiblePerson) => string): Shelf => {
    const named = everybody.filter(({ person }) => of(person) !== '');
    return Map.groupBy(named, ({ person }) => of(person));
  };
  const shelves = { byTrade: shelf(tradeOf), byUnit: shelf(unitOf) };
  known.set(publication.rounds, shelves);
  return shelves;
}

function isShown({ profile, person }: VisiblePerson): boolean {
  return profile === 'whole' && person !== undefined;
}

function neighbour(line: VisiblePerson, round: PublicRound): Neighbour {
  return {
    name: line.person?.data.name ?? '',
    held: heldTitle(line, round.programme.data, round.data),
    address: personAddress(line.id),
  };
}

function tradeOf({ person }: VisiblePerson): string {
  return person?.data.trade ?? '';
}

function unitOf({ person }: VisiblePerson): string {
  return person ? employerOf(person.data) : '';
}
