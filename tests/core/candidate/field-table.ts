import { ALL_FIELDS, type AnyField } from '#core/candidate/candidate.ts';
import { labelOf } from '#core/candidate/field.ts';
import type { Programme } from '#core/programme/programme.ts';

/** The table of fields as a table of docs/fields.md, for a programme that asks for everything; one line each, in the file's order. */
export function fieldTable(programme: Programme): string {
  const rows = ALL_FIELDS.map((field) => [
    `\`${field.key}\``,
    field.words,
    field.sheet.columns.map(({ header }) => (typeof header === 'string' ? header : header(programme))).join('、'),
    NEED[field.need],
    PROOF[typeof field.proof === 'string' ? field.proof : field.proof.among],
    pageOf(field, programme),
    field.openData === 'none' ? '' : field.openData.head,
    field.approved ? '是' : '',
    field.fades ? '' : '是',
    `\`${field.inFile}\``,
  ]);
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const HEAD = [
  '键',
  '名称',
  '汇总表的列',
  '必填',
  '校样',
  '人物页',
  '开放数据',
  '属批准内容',
  '撤销称号后仍展示',
  '写法',
];
const NEED = { always: '是', 'where-asked': '表上有就要填', optional: '' } as const;
const PROOF = { head: '人名一行', lines: '逐项', lists: '多项' } as const;

function pageOf({ profile }: AnyField, programme: Programme): string {
  if (profile === 'own-layout') return '单独排版';
  if (profile === 'elsewhere') return '其他网页';
  return `${profile.as === 'fact' ? '资料' : '荣誉和成果'}：${labelOf(profile.label, programme)}`;
}
