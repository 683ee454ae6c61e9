import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';
import { lineCell, plainColumn } from '../cell.ts';
import { field } from '../field.ts';
import { lengthHint } from '../length-hint.ts';
import { listCell } from '../list-cell.ts';

/** What the person has done, in few words. */
export const summary = [
  field({
    key: 'summary',
    /** 简要事迹: of the five offices' forms one alone asks for it. */
    shape: lineSchema.optional(),
    of: 'everybody',
    words: '简介',
    parts: {},
    inWords: (value) => value,
    inFile: '渡轮轮机长，听音辨缸，十八年无误航。',
    need: 'where-asked',
    onForms: true,
    extract: true,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'summary',
          header: '简要事迹',
          help: (programme) => `一段话，不换行${lengthHint(programme, 'summary')}。`,
          width: 40,
          wordings:
            '简要事迹 事迹摘要 事迹概要 主要事迹摘要 一句话事迹 一句话简介 简要技能业绩 技能业绩 技能业绩简介 主要业绩 简要业绩 主要事迹 事迹简介 主要事迹简介 人物简介 主要业绩简介 先进事迹简介',
          required: true,
          example: '这里用一段话写主要事迹，不换行。',
        },
      ],
    },
    proof: { among: 'lines', text: (value = '') => value },
    approved: true,
    profile: 'own-layout',
    fades: true,
    openData: 'none',
  }),
] as const;

/** What the person is known for among those of the trade. */
export const mastery = [
  field({
    key: 'signatureSkills',
    shape: z.array(lineSchema).default([]),
    of: 'person',
    words: '绝技绝活',
    parts: {},
    inWords: (value) => value,
    inFile: '细长轴一次装夹车削',
    need: 'optional',
    onForms: true,
    extract: true,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...listCell,
          key: 'signatureSkills',
          header: '绝技绝活',
          help: '一行一项。没有可留空。',
          wordings: '绝技绝活 绝活绝技 绝招绝技 技术绝技绝活 高招绝技 绝技高招 绝活 绝技 本专业技术绝技绝活',
          example: '细长轴一次装夹车削',
        },
      ],
    },
    proof: { among: 'lists', text: (all) => all.join('；') },
    approved: true,
    profile: { as: 'list', label: '绝技绝活', items: (all) => all },
    fades: true,
    openData: 'none',
  }),
  field({
    key: 'workMethods',
    shape: z.array(lineSchema).default([]),
    of: 'everybody',
    words: '先进操作法',
    parts: {},
    inWords: (value) => value,
    inFile: '示例操作法',
    need: 'optional',
    onForms: true,
    extract: true,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...listCell,
          key: 'workMethods',
          header: '先进操作法',
          help: '一行一项。没有可留空。',
          wordings: '先进操作法 先进工作法 操作法 先进操作方法 先进操作法情况 先进工作法情况',
          example: '示例操作法',
        },
      ],
    },
    proof: { among: 'lists', text: (all) => all.join('；') },
    approved: true,
    profile: { as: 'list', label: '先进操作法', items: (all) => all },
    fades: true,
    openData: 'none',
  }),
] as const;

/** What the person has passed on. */
export const teaching = [
  field({
    key: 'mentoring',
    shape: lineSchema.optional(),
    of: 'person',
    words: '传帮带',
    parts: {},
    inWords: (value) => value,
    inFile: '带徒5人，其中技师1人。',
    need: 'optional',
    onForms: true,
    extract: true,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'mentoring',
          header: '传帮带',
          help: '一段话，不换行。没有可留空。',
          wordings: '传帮带 带徒 带徒传技 师带徒 带徒情况 传帮带情况 带徒传技情况 名师带徒',
          example: '带徒5人，其中技师1人。',
        },
      ],
    },
    proof: { among: 'lines', text: (value = '') => value },
    approved: true,
    profile: { as: 'list', label: '传帮带', items: (value) => (value === undefined ? [] : [value]) },
    fades: true,
    openData: 'none',
  }),
] as const;
