import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';
import { personName } from '#core/text/tidy.ts';
import { lineCell, plainColumn } from '../cell.ts';
import { field } from '../field.ts';

/** Who it is. */
export const person = [
  field({
    key: 'name',
    /** How long it may be depends on whose it is (`candidate.ts`). */
    shape: lineSchema,
    of: 'everybody',
    words: '姓名',
    parts: {},
    inWords: (value) => value,
    inFile: '王磊',
    need: 'always',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'name',
          header: '姓名',
          help: '只写姓名，不加空格、括号和说明。',
          width: 12,
          wordings:
            '姓名 名字 姓名全称 集体名称 团队名称 班组名称 先进集体 先进集体名称 优秀团队名称 集体全称 团队全称 班组全称 推荐集体 推荐团队 推荐班组 推荐集体名称 推荐团队名称 推荐班组名称 获奖集体 工人先锋号名称',
          required: true,
          example: '某某某',
          read: (text) => ({ value: personName(text) }),
        },
      ],
    },
    proof: 'head',
    approved: true,
    profile: 'own-layout',
    fades: false,
    openData: { head: '姓名', about: undefined, text: (name) => name },
  }),
  field({
    key: 'pinyin',
    /** Readings where a dictionary errs: `shan` for 单. One syllable per character, lower case, separated by spaces. */
    shape: z
      .string()
      .regex(/^[a-zü]+(?: [a-zü]+)*$/)
      .optional(),
    of: 'person',
    words: '读音',
    parts: {},
    inWords: (value) => value,
    inFile: 'shan li hua',
    need: 'optional',
    onForms: false,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'pinyin',
          header: '姓名读音',
          help: '多音字等才需要，小写，字间空一格，例如 shan li hua。',
          width: 18,
          wordings: '姓名读音 姓名拼音 拼音',
          example: '',
        },
      ],
      behind: 'photo',
    },
    proof: { among: 'lines', text: (pinyin = '') => pinyin },
    approved: true,
    profile: 'elsewhere',
    fades: true,
    openData: 'none',
  }),
] as const;
