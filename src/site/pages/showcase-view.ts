import { CRAFT_FAMILIES, CRAFT_FAMILY_KEYS } from '#core/candidate/craft-family.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { Publication, PublicRound } from '#site/publication.ts';
import { type WallTile, wallTile } from './wall-view.ts';

/** By what the showcase is sorted. */
export const SORTINGS = ['craft', 'district', 'year'] as const;
export type Sorting = (typeof SORTINGS)[number];

export const SORTING_WORDS: Record<Sorting, string> = { craft: '按工艺', district: '按区县', year: '按年份' };

export interface ShowcaseGroup {
  /** An anchor on the page. */
  key: string;
  heading: string;
  tiles: ShowcaseTile[];
}

export interface ShowcaseTile extends WallTile {
  /** `2023年威海工匠`. */
  title: string;
}

interface Honoured {
  line: VisiblePerson;
  round: PublicRound;
  /** Of the conferral. */
  year: string;
  title: string;
}

/**
 * Everybody who bears a title, the latest decision first and each in its order. Showing is not honouring: no candidate, nobody with an
 * 入围奖 alone, nobody who was taken down or whose title was taken back.
 */
export function honoured({ rounds }: Pick<Publication, 'rounds'>): Honoured[] {
  return rounds
    .flatMap((round) =>
      round.decided.flatMap((line): Honoured[] => {
        const { state, profile } = line;
        if (state.state !== 'honouree' || !state.title || profile !== 'whole') return [];
        const tier = round.programme.data.rules.tiers.find(({ key }) => key === state.tier);
        return [{ line, round, year: state.conferredOn.slice(0, 4), title: tier?.name ?? round.programme.data.title }];
      }),
    )
    .sort((a, b) => Number(b.year) - Number(a.year));
}

/** Groups without anybody are left out; empty before the first conferral. */
export function showcaseGroups(publication: Pick<Publication, 'rounds'>, by: Sorting): ShowcaseGroup[] {
  const people = honoured(publication);
  const places = new Map<string, { heading: string; people: Honoured[] }>();
  for (const place of placesOf(people, by)) places.set(place.key, { heading: place.heading, people: [] });
  for (const one of people) places.get(keyOf(one, by))?.people.push(one);
  return [...places].flatMap(([key, { heading, people: own }], index) =>
    own.length === 0
      ? []
      : [{ key: `${by}-${by === 'district' ? index + 1 : key}`, heading, tiles: own.flatMap(tileOf) }],
  );
}

function tileOf({ line, year, title }: Honoured): ShowcaseTile[] {
  return wallTile(line).map((tile) => ({ ...tile, title: `${year}年${title}` }));
}

const OTHER = 'other';

/** The groups in their order: crafts as the list has them, districts as the programmes name them, the latest year first. */
function placesOf(people: readonly Honoured[], by: Sorting): { key: string; heading: string }[] {
  switch (by) {
    case 'craft':
      return [
        ...CRAFT_FAMILY_KEYS.map((key) => ({ key, heading: CRAFT_FAMILIES[key] })),
        { key: OTHER, heading: '其他工艺' },
      ];
    case 'district':
      return districtsOf(people);
    case 'year':
      return [...new Set(people.map(({ year }) => year))].map((key) => ({ key, heading: `${key}年` }));
  }
}

function keyOf({ line: { person }, round, year }: Honoured, by: Sorting): string {
  switch (by) {
    case 'craft':
      return person?.data.craftFamily ?? OTHER;
    case 'district':
      return districtKey(round.programme.data.region, person?.data.district);
    case 'year':
      return year;
  }
}

/** City by city; in each the districts of its programmes' own lists, then what else is written, then who has none. */
function districtsOf(people: readonly Honoured[]): { key: string; heading: string }[] {
  const regions = [...new Set(people.map(({ round }) => round.programme.data.region))];
  return regions.flatMap((region) => {
    const own = people.filter(({ round }) => round.programme.data.region === region);
    const words = [
      ...own.flatMap(({ round }) => round.programme.data.districts ?? []),
      ...own.flatMap(({ line }) => line.person?.data.district ?? []),
    ];
    return [...new Set(words), undefined].map((district) => ({
      key: districtKey(region, district),
      heading: `${region}${district ?? '（未写区县）'}`,
    }));
  });
}

function districtKey(region: string, district: string | undefined): string {
  return `${region} ${district ?? ''}`;
}
