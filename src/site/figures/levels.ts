import { chineseSkillLevel, SKILL_LEVELS } from '#core/formats/words.ts';
import type { Publication } from '#site/publication.ts';
import { countedRounds, HOLLOW, isAllDecided, tally } from './counted.ts';
import { type Drawing, type Figure, isNarrow } from './figure.ts';
import { bar, rules, widthOf, words } from './shapes.ts';

const NONE = '未列等级';

interface Panel {
  label: string;
  decided: boolean;
  /** By the words of the level. */
  counts: ReadonlyMap<string, number>;
}

/** Skill levels, one small figure a round, all on one scale. */
export function levelsFigure(publication: Pick<Publication, 'rounds'>): Figure | undefined {
  const counted = countedRounds(publication);
  const panels = counted.map(({ label, decided, people }): Panel => {
    const levels = people.map(({ person }) =>
      person?.data.skillLevel === undefined ? NONE : chineseSkillLevel[person.data.skillLevel],
    );
    return { label: `${label}（${levels.length}人）`, decided, counts: tally(levels) };
  });
  const levels = [...SKILL_LEVELS.map((level) => chineseSkillLevel[level]), NONE].filter((level) =>
    panels.some(({ counts }) => counts.has(level)),
  );
  if (levels.every((level) => level === NONE)) return undefined;
  return {
    name: 'levels',
    title: '技能等级',
    note: '各届一图，同一比例',
    remarks: isAllDecided(counted) ? [] : [HOLLOW],
    draw: (width) => drawn(panels, levels, width),
    table: {
      head: ['届次', ...levels],
      rows: panels.map(({ counts }, at) => [
        counted[at]?.label ?? '',
        ...levels.map((level) => `${counts.get(level) ?? 0}人`),
      ]),
    },
  };
}

function drawn(panels: readonly Panel[], levels: readonly string[], width: number): Drawing {
  const columns = isNarrow(width) ? 1 : 3;
  const gutter = 40;
  const across = (width - gutter * (columns - 1)) / columns;
  const line = 26;
  const down = 34 + levels.length * line + 26;
  const most = Math.max(...panels.flatMap(({ counts }) => [...counts.values()]));
  const label = Math.max(...levels.map((level) => widthOf(level, 14))) + 12;
  const scale = (across - label - widthOf(String(most)) - 10) / most;
  const body = panels.map(({ label: title, decided, counts }, at) => {
    const [x, y] = [(at % columns) * (across + gutter), Math.floor(at / columns) * down];
    const rows = levels.map((level, index) => {
      const base = y + 34 + index * line;
      const count = counts.get(level) ?? 0;
      const long = count * scale;
      return [
        words(x, base + 16, level, { size: 14, tone: 'grey' }),
        count > 0 ? bar({ x: x + label, y: base + 4, width: long, height: 15 }, decided ? 'bar' : 'open') : '',
        words(x + label + long + (count > 0 ? 6 : 0), base + 16.5, String(count), {
          size: 14,
          tone: count > 0 ? 'ink' : 'grey',
        }),
      ].join('');
    });
    return words(x, y + 16, title, { song: true }) + rules([[x, y + 25, x + across, y + 25]]) + rows.join('');
  });
  return { width, height: Math.ceil(panels.length / columns) * down - 12, body: body.join('') };
}
