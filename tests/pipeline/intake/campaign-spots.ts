import type { ColumnKey } from '#core/roster/columns.ts';
import type { Draft } from './campaign-draft.ts';
import { type Chance, PRIVATE_KINDS, type PrivateKind, type PrivateValue, privateValue } from './campaign-values.ts';

export type Format = 'xlsx' | 'docx' | 'forms' | 'csv' | 'csv-gb18030' | 'zip' | 'pdf' | 'rtf';

/** A place where offices leave private values, on purpose or without knowing. */
export interface Spot {
  name: string;
  formats: readonly Format[];
  /** Where values are always left: the list can go in, without them. Elsewhere a person must first look. */
  quiet: boolean;
  plant: (draft: Draft, chance: Chance, value: (kind?: PrivateKind) => PrivateValue) => void;
}

const EVERY: readonly Format[] = ['xlsx', 'docx', 'forms', 'csv', 'csv-gb18030', 'zip', 'pdf', 'rtf'];
const OFFICE: readonly Format[] = ['xlsx', 'docx', 'forms', 'zip'];
const XLSX: readonly Format[] = ['xlsx', 'zip'];
const DOCX: readonly Format[] = ['docx', 'forms'];

const HEADS: Record<PrivateKind, string[]> = {
  身份证号: ['身份证号', '居民身份证号码', '证件号'],
  手机号码: ['手机', '联系方式(手机)', '联系电话'],
  固定电话: ['固定电话', '办公电话'],
  住址: ['家庭住址', '现住址', '通讯地址'],
  银行卡号: ['银行卡号', '开户行及账号'],
  出生日期: ['出生年月', '出生日期'],
  邮箱: ['电子邮箱', 'E-mail'],
  微信: ['微信号', 'QQ或微信'],
};

function column(kind: PrivateKind, hidden: boolean, head?: string): Spot['plant'] {
  return (draft, chance, value) => {
    const at = draft.heads.push(head ?? chance.pick(HEADS[kind])) - 1;
    for (const row of draft.rows) row[at] = value(kind).text;
    if (hidden) draft.hiddenColumns.add(at);
  };
}

/** @param bare whether only set words, numbers or dates may stand there, so that anything else must be noticed */
function inCell(
  name: string,
  key: ColumnKey | undefined,
  spell: (cell: string, text: string) => string,
  bare = false,
): Spot {
  return {
    name,
    formats: EVERY,
    quiet: false,
    plant: (draft, chance, value) => {
      const at = key === undefined ? undefined : draft.column[key];
      const row = chance.pick(draft.rows);
      const target = at ?? chance.below(draft.heads.length);
      row[target] = spell(row[target] ?? '', value(bare ? chance.pick(PRIVATE_KINDS) : undefined).text);
    },
  };
}

/** Parts beside the cells: the writers put each where its name says. */
function aside(name: string, formats: readonly Format[], quiet: boolean): Spot {
  return {
    name,
    formats,
    quiet,
    plant: (draft, chance, value) =>
      draft.asides.set(name, [
        ...(draft.asides.get(name) ?? []),
        `${chance.pick(['联系人', '填表人', '备注'])} ${value().text}`,
      ]),
  };
}

export const SPOTS: readonly Spot[] = [
  ...PRIVATE_KINDS.map((kind): Spot => ({
    name: `列：${kind}`,
    formats: EVERY,
    quiet: true,
    plant: column(kind, false),
  })),
  ...PRIVATE_KINDS.map((kind): Spot => ({
    name: `隐藏列：${kind}`,
    formats: XLSX,
    quiet: false,
    plant: column(kind, true),
  })),
  {
    name: '备注列',
    formats: EVERY,
    quiet: false,
    plant: (draft, chance, value) => column(chance.pick(PRIVATE_KINDS), false, '备注')(draft, chance, value),
  },
  {
    name: '没有表头的列',
    formats: EVERY,
    quiet: false,
    plant: (draft, chance, value) => column(chance.pick(PRIVATE_KINDS), false, '')(draft, chance, value),
  },
  {
    name: '表头里',
    formats: EVERY,
    quiet: false,
    plant: (draft, chance, value) => {
      draft.heads.push(`${chance.pick(['联系', '核实', '情况说明', '其他'])}${value().text}`);
    },
  },
  {
    name: '说明行',
    formats: EVERY,
    quiet: false,
    plant: (draft, chance, value) => {
      draft.notes.push(`${chance.pick(['填表人', '推荐单位：第一总工会 联系人', '注'])}：${value().text}`);
    },
  },
  {
    name: '隐藏行',
    formats: XLSX,
    quiet: false,
    plant: (draft, chance, value) => {
      const copy = [...chance.pick(draft.rows)];
      copy[draft.column.summary ?? 0] = `备用 ${value().text}`;
      draft.hiddenRows.add(draft.rows.push(copy) - 1);
    },
  },
  {
    name: '隐藏工作表',
    formats: XLSX,
    quiet: true,
    plant: (draft, chance, value) => {
      const rows = [
        ['姓名', '身份证号', '手机'],
        ...draft.rows.map((row) => [row[draft.column.name ?? 0] ?? '', value('身份证号').text, value('手机号码').text]),
      ];
      draft.hiddenSheets.push({ name: '底稿', rows, very: chance.once(2) });
    },
  },
  {
    name: '工作表名',
    formats: XLSX,
    quiet: false,
    plant: (draft, _chance, value) => {
      draft.sheetName = value()
        .text.replace(/[:\\/?*[\]]/g, ' ')
        .slice(0, 31);
    },
  },
  {
    name: '文件名',
    formats: EVERY,
    quiet: false,
    plant: (draft, _chance, value) => {
      draft.fileName = `汇总表_${value().text.replace(/[/:]/g, ' ')}`;
    },
  },
  {
    name: '批注',
    formats: OFFICE,
    quiet: false,
    plant: (draft, chance, value) => {
      draft.comments.push({
        row: chance.below(draft.rows.length),
        column: chance.below(draft.heads.length),
        text: `核对 ${value().text}`,
      });
    },
  },
  inCell('姓名格', 'name', (cell, text) => `${cell}（${text}）`),
  inCell('单位格', 'employer', (cell, text) => `${cell} ${text}`),
  inCell('事迹格', 'summary', (cell, text) => `${cell}联系 ${text}`),
  inCell('荣誉格', 'honours', (cell, text) => `${cell}\n2018 市劳动模范 ${text}`),
  inCell('专利格', 'patents', (cell, text) => `${cell}\n一种夹具；${text}`),
  inCell('编号格', 'id', (_cell, text) => text, true),
  inCell('技能等级格', 'skillLevel', (cell, text) => `${cell} ${text}`, true),
  inCell('推荐方式格', 'route', (_cell, text) => text, true),
  inCell('推荐单位格', 'nominatingBody', (cell, text) => `${cell} ${text}`),
  inCell('年限格', 'yearsInTrade', (_cell, text) => text, true),
  inCell('照片同意格', 'photo.consent', (_cell, text) => `本人同意 ${text}`),
  inCell('任意格', undefined, (cell, text) => `${cell}${text}`),
  ...['文件属性', '自定义属性', '应用属性', '自定义 XML'].map((name) => aside(name, OFFICE, true)),
  aside('视频信息', ['zip'], true),
  ...['定义的名称', '多余的共享文字', '打印页眉页脚', '外部链接', '数字格式', '列表验证提示'].map((name) =>
    aside(name, XLSX, true),
  ),
  ...['文本框（表格）', '图片说明（表格）', '超链接', '注音', '线索批注'].map((name) => aside(name, XLSX, false)),
  ...['文档变量', '书签', '样式名'].map((name) => aside(name, DOCX, true)),
  ...[
    '页眉',
    '页脚',
    '脚注',
    '嵌入的文档',
    '公式',
    '图示',
    '绑定的控件',
    '文本框（文档）',
    '图片说明（文档）',
    '隐藏文字',
    '已删除的修订',
    '域代码',
    '表外段落',
  ].map((name) => aside(name, DOCX, false)),
];

/** What was planted where. */
export interface Planted {
  spot: string;
  value: PrivateValue;
}

export function plant(draft: Draft, spot: Spot, chance: Chance): Planted[] {
  const planted: Planted[] = [];
  spot.plant(draft, chance, (kind) => {
    const value = privateValue(kind ?? chance.pick(PRIVATE_KINDS), chance, kind !== undefined);
    planted.push({ spot: spot.name, value });
    return value;
  });
  return planted;
}
