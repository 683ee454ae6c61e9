import type { Publication } from '#site/publication.ts';
import { countedRounds, tally } from './counted.ts';
import type { Drawing, Figure } from './figure.ts';
import { words } from './shapes.ts';

interface Region {
  name: string;
  rounds: number;
  people: number;
  /** By the words of the district, as the lists write them; those of the programmes' own lists come first, with or without people. */
  tiles: readonly (readonly [district: string, count: number])[];
  without: number;
}

/**
 * How many of each district, as tiles in rows and in the order of the programme's own list: no map, and no place on one. Two ways of
 * writing one district are two tiles.
 */
export function districtsFigure(publication: Pick<Publication, 'rounds'>): Figure | undefined {
  const counted = countedRounds(publication);
  const regions = [...new Set(counted.map(({ round }) => round.programme.data.region))].map((name): Region => {
    const own = counted.filter(({ round }) => round.programme.data.region === name);
    const people = own.flatMap((one) => one.people);
    const counts = tally(people.flatMap(({ person }) => person?.data.district ?? []));
    const listed = own.flatMap(({ round }) => round.programme.data.districts ?? []);
    const tiles = [...new Set([...listed, ...counts.keys()])].map(
      (district) => [district, counts.get(district) ?? 0] as const,
    );
    const placed = tiles.reduce((sum, [, count]) => sum + count, 0);
    return { name, rounds: own.length, people: people.length, tiles, without: people.length - placed };
  });
  const shown = regions.filter(({ tiles }) => tiles.some(([, count]) => count > 0));
  if (shown.length === 0) return undefined;
  return {
    name: 'districts',
    title: '人在哪里',
    note: '方格示意，不是地图',
    remarks: [
      '区县名称照各届名单的写法，先后照各项目文件列出的次序，与方位无关。',
      ...shown.flatMap(({ name, without }) => (without > 0 ? [`${name}另有${without}人没有写区县。`] : [])),
    ],
    draw: (width) => drawn(shown, width),
    table: {
      head: ['地区', '区县', '人数'],
      rows: shown.flatMap(({ name, tiles }) => tiles.map(([district, count]) => [name, district, `${count}人`])),
    },
  };
}

const TILE = { width: 104, height: 76, gap: 8 };

function drawn(regions: readonly Region[], width: number): Drawing {
  const columns = Math.floor((width + TILE.gap) / (TILE.width + TILE.gap));
  const across = (width + TILE.gap) / columns - TILE.gap;
  const most = Math.max(...regions.flatMap(({ tiles }) => tiles.map(([, count]) => count)));
  const body: string[] = [];
  let y = 0;
  for (const { name, rounds, people, tiles } of regions) {
    body.push(words(0, y + 17, `${name}（${rounds}届，${people}人）`, { song: true }));
    y += 30;
    tiles.forEach(([district, count], at) => {
      const x = (at % columns) * (across + TILE.gap);
      const top = y + Math.floor(at / columns) * (TILE.height + TILE.gap);
      body.push(tile({ x, y: top, width: across }, district, count, Math.ceil((count / most) * 5)));
    });
    y += Math.ceil(tiles.length / columns) * (TILE.height + TILE.gap) + 20;
  }
  return { width, height: y - 20, body: body.join('') };
}

/** @param shade from 0 for nobody to 5 */
function tile(place: { x: number; y: number; width: number }, district: string, count: number, shade: number): string {
  const { x, y, width } = place;
  const size = 14;
  const perLine = Math.max(1, Math.floor((width - 16) / size));
  const name = [...district];
  const lines = Array.from({ length: Math.ceil(name.length / perLine) }, (_, at) =>
    name.slice(at * perLine, (at + 1) * perLine).join(''),
  ).slice(0, 2);
  return [
    `<rect class="tile t${shade}" x="${x}" y="${y}" width="${Math.round(width * 10) / 10}" height="${TILE.height}"/>`,
    ...lines.map((text, at) => words(x + 8, y + 20 + at * 17, text, { size })),
    words(x + width - 8, y + TILE.height - 10, String(count), {
      size: 24,
      anchor: 'end',
      song: true,
      tone: count > 0 ? 'ink' : 'grey',
    }),
  ].join('');
}
