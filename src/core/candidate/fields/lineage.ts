import { z } from 'zod';
import { idSchema, lineSchema } from '#core/formats/words.ts';
import { line } from '#core/text/tidy.ts';
import { plainColumn } from '../cell.ts';
import { field, type Parsed } from '../field.ts';
import { parseList, written } from '../list-cell.ts';

export const LINEAGE_ROLES = { master: '师父', apprentice: '徒弟' } as const;
type Role = keyof typeof LINEAGE_ROLES;

const kinSchema = z
  .strictObject({
    role: z.enum(['master', 'apprentice']),
    name: lineSchema.max(40),
    /** Who is on this site as well: shown and linked while that page is. */
    person: idSchema.optional(),
    /** How somebody who is not on the site agreed to be named. */
    consent: lineSchema.optional(),
  })
  .refine(({ person, consent }) => person !== undefined || consent !== undefined, {
    params: { code: 'lineage-consent' },
  });
type Kin = z.infer<typeof kinSchema>;

/** From whom the craft was learnt, and who learns it. */
export const lineage = field({
  key: 'lineage',
  shape: z.array(kinSchema).max(20).default([]),
  of: 'person',
  words: '师承',
  parts: { role: '师徒', name: '姓名', person: '网站编号', consent: '同意方式' },
  inWords: (value, _, part) => (part === 'role' ? roleWords(value) : value),
  inFile: '{ role: "master", name: "骆青川", consent: "本人书面同意，2026-03-02" }',
  need: 'optional',
  onForms: false,
  extract: false,
  mergedApart: false,
  sheet: {
    columns: [
      {
        ...plainColumn,
        key: 'lineage',
        header: '师承',
        help: '一行一人。写法：师父 姓名（同意 本人书面同意，2026-03-02）；本网站上有的人写编号：徒弟 姓名（编号 7tmn7wz）。',
        width: 30,
        wordings: '师承 师承关系 师徒',
        asked: { when: ({ showcase }) => showcase === true, otherwise: 'read' },
        example: '师父 示例姓名（同意 本人书面同意，2026-03-02）',
        takes: [],
        list: true,
        read: (text) => parseLineage(text),
        write: (all) => written(all, kinText, (text) => parseList(text).flatMap((one) => parseKin(one) ?? [])),
      },
    ],
  },
  proof: { among: 'lists', text: (all) => all.map(kinText).join('；') },
  approved: true,
  profile: 'own-layout',
  fades: true,
  openData: 'none',
});

function roleWords(role: string): string {
  return LINEAGE_ROLES[role as Role] ?? role;
}

export function parseLineage(text: string): Parsed<Kin[]> {
  const all = parseList(text).map(parseKin);
  const read = all.filter((one) => one !== undefined);
  return read.length < all.length ? { problem: 'import-lineage-unclear', args: {} } : { value: read };
}

/** `师父 骆青川（同意 本人书面同意，2026-03-02）`, `徒弟：邬晓岚（编号 7tmn7wz）`. */
function parseKin(entry: string): Kin | undefined {
  const [, word = '', name = '', rest = ''] =
    /^(师父|师傅|导师|徒弟|学徒|弟子)[\s:：]+([^（）()]+?)\s*(?:[（(](.*)[）)])?$/u.exec(entry) ?? [];
  const [, person, consent] = /^(?:编号\s*([a-z0-9-]+))?(?:(?:^|[;；])\s*同意\s*(\S.*))?$/u.exec(rest) ?? [];
  if (word === '' || (rest !== '' && person === undefined && consent === undefined)) return undefined;
  return {
    role: ['师父', '师傅', '导师'].includes(word) ? 'master' : 'apprentice',
    name: line(name),
    ...(person !== undefined && { person }),
    ...(consent !== undefined && { consent: line(consent) }),
  };
}

function kinText({ role, name, person, consent }: Kin): string {
  const said = [person === undefined ? '' : `编号 ${person}`, consent === undefined ? '' : `同意 ${consent}`];
  return `${LINEAGE_ROLES[role]} ${name}（${said.filter((one) => one !== '').join('；')}）`;
}
