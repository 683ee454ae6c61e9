import { z } from 'zod';
import { line } from '#core/text/tidy.ts';
import { plainColumn, tickedOf, unknownWord } from '../cell.ts';
import { CRAFT_FAMILIES, CRAFT_FAMILY_KEYS, type CraftFamily, craftNamed, craftWords } from '../craft-family.ts';
import { field, type Parsed } from '../field.ts';

/** By what the showcase sorts people, and which motif stands for who has no portrait. */
export const craft = field({
  key: 'craftFamily',
  shape: z.enum(CRAFT_FAMILY_KEYS).optional(),
  of: 'everybody',
  words: '工艺门类',
  parts: {},
  inWords: (value) => craftWords(value),
  inFile: 'welding',
  need: 'optional',
  onForms: true,
  extract: false,
  mergedApart: false,
  sheet: {
    columns: [
      {
        ...plainColumn,
        key: 'craftFamily',
        header: '工艺门类',
        help: '从下拉列表选择；都不合适可留空。没有照片的，网页用这一门类的纹样。',
        wordings: '工艺门类 技艺门类 工艺类别 技艺类别',
        asked: { when: ({ showcase }) => showcase === true, otherwise: 'read' },
        choices: () => Object.values(CRAFT_FAMILIES),
        example: '',
        takes: [],
        list: false,
        read: (text) => parseCraft(text),
        write: (family) => (family === undefined ? '' : craftWords(family)),
      },
    ],
    behind: 'industry',
  },
  proof: { among: 'lines', text: (family) => (family === undefined ? '' : craftWords(family)) },
  approved: true,
  profile: 'elsewhere',
  fades: true,
  openData: {
    head: '工艺门类',
    about: undefined,
    text: (family) => (family === undefined ? '' : craftWords(family)),
  },
});

export function parseCraft(text: string): Parsed<CraftFamily> {
  const ticked = tickedOf(text);
  if ('problem' in ticked) return ticked;
  const word = line(ticked.value ?? '');
  if (word === '') return { value: undefined };
  const family = craftNamed(word);
  return family === undefined ? unknownWord(Object.values(CRAFT_FAMILIES)) : { value: family };
}
