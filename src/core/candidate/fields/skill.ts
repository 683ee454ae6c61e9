import { chineseSkillLevel, lineSchema, SKILL_LEVELS, type SkillLevel, skillLevelSchema } from '#core/formats/words.ts';
import { lineCell, plainColumn, tickedOf, unknownWord } from '../cell.ts';
import { field, type Parsed } from '../field.ts';

/** What papers say of the person's skill. */
export const skill = [
  field({
    key: 'skillLevel',
    shape: skillLevelSchema.optional(),
    of: 'person',
    words: '技能等级',
    parts: {},
    inWords: (value) => levelWords(value),
    inFile: 'senior-technician',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          key: 'skillLevel',
          header: '技能等级',
          help: '从下拉列表选择；没有可留空。职称写在“职称”一列。',
          wordings:
            '技能等级 职业技能等级 职业资格等级 技术等级 职业资格 职业资格或职业技能等级 职业资格技能等级 技能级别 职业资格级别 职业资格及等级 工人技术等级 技能等级或职业资格 技能水平等级',
          required: ({ rules }) => rules.skillLevel?.strength === 'must',
          choices: () => SKILL_LEVELS.map(levelWords),
          example: ({ rules }) => levelWords(rules.skillLevel?.atLeast ?? 'senior-worker'),
          takes: ['number'],
          list: false,
          read: (text) => parseSkillLevel(text),
          write: (level) => (level === undefined ? '' : levelWords(level)),
        },
      ],
    },
    proof: { among: 'lines', text: (level) => (level === undefined ? '' : levelWords(level)) },
    approved: true,
    profile: { as: 'fact', label: '技能等级', text: (level) => level && levelWords(level) },
    fades: true,
    openData: { head: '技能等级', about: undefined, text: (level) => (level === undefined ? '' : levelWords(level)) },
  }),
  field({
    key: 'professionalTitle',
    shape: lineSchema.optional(),
    of: 'person',
    words: '职称',
    parts: {},
    inWords: (value) => value,
    inFile: '工程师',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'professionalTitle',
          header: '职称',
          help: '没有可留空。',
          wordings: '职称 专业技术职称 专业技术职务 专业技术资格 技术职称 职称等级',
          example: '工程师',
          read: (text) => parseTitle(text),
        },
      ],
    },
    proof: { among: 'lines', text: (value = '') => value },
    approved: true,
    profile: { as: 'fact', label: '职称', text: (value) => value },
    fades: true,
    openData: 'none',
  }),
] as const;

function levelWords(level: string): string {
  return chineseSkillLevel[level as SkillLevel] ?? level;
}

/** `高级技师`, `一级/高级技师`, `国家职业资格二级（技师）`, `□技师 ☑高级工`. */
export function parseSkillLevel(text: string): Parsed<SkillLevel> {
  const ticked = tickedOf(text.slice(0, 400));
  if ('problem' in ticked) return ticked;
  let rest = headless(ticked.value ?? '');
  if (rest === '') return { value: undefined };
  const found = new Set<SkillLevel>();
  for (const [pattern, level] of LEVEL_WORDS) {
    const without = rest.split(pattern).join('');
    if (without !== rest) found.add(level);
    rest = without;
  }
  const left = rest.replace(/国家|职业|资格|技能|等级|证书|[()[\]/、,]/gu, '');
  const [level, ...more] = found;
  if (level === undefined || left !== '') return unknownWord(Object.values(chineseSkillLevel));
  return more.length > 0 ? { problem: 'import-two-values', args: {} } : { value: level };
}

export function parseTitle(text: string): Parsed<string> {
  const ticked = tickedOf(text);
  return 'problem' in ticked ? ticked : { value: ticked.value === '' ? undefined : ticked.value };
}

function headless(text: string): string {
  return text.normalize('NFKC').replace(/[\s:]/gu, '');
}

/** Longer words first; the five levels of 国家职业资格, 一级 the highest. */
const LEVEL_WORDS: [RegExp, SkillLevel][] = [
  [/特级技师/u, 'special-technician'],
  [/首席技师/u, 'chief-technician'],
  [/高级技师/u, 'senior-technician'],
  [/高级工(?!程)/u, 'senior-worker'],
  [/中级工(?!程)/u, 'intermediate-worker'],
  [/初级工(?!程)/u, 'junior-worker'],
  [/技师/u, 'technician'],
  [/[一1]级/u, 'senior-technician'],
  [/[二2]级/u, 'technician'],
  [/[三3]级/u, 'senior-worker'],
  [/[四4]级/u, 'intermediate-worker'],
  [/[五5]级/u, 'junior-worker'],
];
