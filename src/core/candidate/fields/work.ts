import { lineSchema } from '#core/formats/words.ts';
import { districtWord } from '#core/programme/districts.ts';
import type { Programme } from '#core/programme/programme.ts';
import { line } from '#core/text/tidy.ts';
import { lineCell, plainColumn } from '../cell.ts';
import { field, type Parsed } from '../field.ts';

/** Where the person works, and as what. */
export const work = [
  field({
    key: 'employer',
    shape: lineSchema,
    of: 'everybody',
    words: '单位',
    parts: {},
    inWords: (value) => value,
    inFile: '示例机械有限公司',
    need: 'always',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'employer',
          header: '工作单位',
          help: '单位全称，不写职务。',
          width: 28,
          wordings:
            '单位 工作单位 所在单位 单位名称 工作单位名称 所在单位名称 现工作单位 用人单位 所在企业 企业名称 工作单位全称 单位全称 当前工作单位',
          required: true,
          example: '示例机械有限公司',
          combined: {
            means: 'employer-and-post',
            words: '单位及职务',
            wordings:
              '单位及职务 单位职务 单位和职务 单位、职务 单位及岗位 工作单位及职务 工作单位职务 工作单位及岗位 工作单位和职务 工作单位、职务 所在单位及职务 所在单位及岗位 现工作单位及职务 单位及职务职称',
          },
        },
      ],
    },
    proof: 'head',
    approved: true,
    profile: { as: 'fact', label: '工作单位', text: (value) => value },
    fades: false,
    openData: { head: '工作单位', about: undefined, text: (employer) => employer },
  }),
  field({
    key: 'district',
    shape: lineSchema.optional(),
    of: 'everybody',
    words: '区市',
    parts: {},
    inWords: (value) => value,
    inFile: '示例区',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'district',
          header: '所属区县',
          help: ({ districts }) => (districts ? '从下拉列表选择；没有可留空。' : '没有可留空。'),
          choices: ({ districts }) => districts ?? [],
          wordings:
            '区县 区市 县区 县市区 旗县区 县旗区 区 县 所属区县 所属区市 所在区县 所在区市 所属县区 所在县区 所属旗县区 辖区 属地 所属地区',
          example: '示例区',
          read: (text, { programme }) => parseDistrict(text, programme),
        },
      ],
      behind: 'industry',
    },
    proof: { among: 'lines', text: (value = '') => value },
    approved: true,
    profile: { as: 'fact', label: (programme) => `所在${districtWord(programme)}`, text: (value) => value },
    fades: true,
    openData: { head: '区县', about: undefined, text: (district = '') => district },
  }),
  field({
    key: 'post',
    shape: lineSchema.optional(),
    of: 'person',
    words: '岗位',
    parts: {},
    inWords: (value) => value,
    inFile: '机加工车间班长',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'post',
          header: '岗位（职务）',
          help: '没有可留空。',
          wordings: '岗位 职务 岗位职务 职务岗位 工作岗位 现岗位 所在岗位 工作岗位及职务 岗位及职务 现任职务 从事岗位',
          example: '机加工车间班长',
        },
      ],
    },
    proof: { among: 'lines', text: (value = '') => value },
    approved: true,
    profile: { as: 'fact', label: '岗位', text: (value) => value },
    fades: true,
    openData: 'none',
  }),
  field({
    key: 'trade',
    /** Absent where the office's own form has none: 港城's 汇总表 asks for 单位及职务 alone. */
    shape: lineSchema.optional(),
    of: 'person',
    words: '工种',
    parts: {},
    inWords: (value) => value,
    inFile: '车工',
    need: 'where-asked',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'trade',
          header: '工种',
          help: '职业（工种）名称。',
          wordings:
            '工种 职业 职业工种 工种专业 专业工种 从事工种 从事职业 职业名称 申报职业 申报工种 本工种 职业及工种 从事专业 专业',
          required: true,
          example: '车工',
        },
      ],
    },
    proof: { among: 'lines', text: (value = '') => value },
    approved: true,
    profile: { as: 'fact', label: '工种', text: (value) => value },
    fades: true,
    openData: { head: '工种', about: undefined, text: (trade = '') => trade },
  }),
  field({
    key: 'industry',
    shape: lineSchema.optional(),
    of: 'everybody',
    words: '行业',
    parts: {},
    inWords: (value) => value,
    inFile: '装备制造',
    need: 'optional',
    onForms: true,
    extract: false,
    mergedApart: false,
    sheet: {
      columns: [
        {
          ...plainColumn,
          ...lineCell,
          key: 'industry',
          header: '所属行业',
          help: '没有可留空。',
          wordings: '行业 所属行业 所在行业 从事行业 行业类别 所属产业 产业 行业领域',
          example: '装备制造',
        },
      ],
    },
    proof: { among: 'lines', text: (value = '') => value },
    approved: true,
    profile: { as: 'fact', label: '行业', text: (value) => value },
    fades: true,
    openData: 'none',
  }),
] as const;

/** One of the programme's districts, where it lists them; else what at least ends like one: never the words of a stamp box. */
export function parseDistrict(text: string, { districts = [], region }: Programme): Parsed<string> {
  const word = line(text);
  if (word === '') return { value: undefined };
  // 威海市环翠区 is 环翠区: the city in front is the programme's own.
  const listed = districts.find(
    (one) => one === word || (word.endsWith(one) && region.endsWith(word.slice(0, -one.length))),
  );
  if (listed !== undefined) return { value: listed };
  const fits = districts.length === 0 && /^\p{Script=Han}{1,16}[区县市旗盟园]$/u.test(word);
  return fits ? { value: word } : { problem: 'import-district-unknown', args: { allowed: districts.join('、') } };
}
