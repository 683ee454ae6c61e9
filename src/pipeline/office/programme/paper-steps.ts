import { line } from '#pipeline/office/contact-questions.ts';
import { CLAUSE, figureFault, oneOf, QUOTE } from './part.ts';
import type { Step } from './step.ts';

const SUMMARY = '简要事迹';

/** What is handed in. */
export const paperSteps: readonly Step[] = [
  {
    flag: 'text',
    title: '文字材料',
    about: `要交的每一段文字；一行的简介标题写“${SUMMARY}”`,
    parts: [
      { name: '标题', example: '主要事迹', check: line },
      {
        name: '字数',
        example: '800字以内、1500字左右',
        optional: true,
        check: (text) => (lengthOf(text) ? undefined : '要写成 800字以内 或 1500字左右 的样子。'),
      },
      { name: '必交或可不交', fallback: '必交', ...oneOf(['必交', '可不交']) },
      QUOTE,
      CLAUSE,
    ],
    many: true,
    optional: true,
    judge: ([, length = '', , quote = '']) => {
      const [figure] = Object.values(lengthOf(length) ?? {});
      return figure === undefined ? undefined : figureFault(figure, quote);
    },
    put: (items) =>
      items.map(([heading = '', length = '', required, quote, clause]) => ({
        path: ['rules', 'texts'],
        value: {
          heading: heading === SUMMARY ? 'summary' : heading,
          ...(required === '可不交' && { required: false }),
          ...lengthOf(length),
          quote,
          clause,
        },
        add: true,
      })),
  },
  {
    flag: 'material',
    title: '申报材料',
    about: '还要交的表、证书、照片等',
    parts: [QUOTE, CLAUSE],
    many: true,
    optional: true,
    put: (items) =>
      items.map(([text, clause]) => ({ path: ['rules', 'materials'], value: { text, clause }, add: true })),
  },
];

/** `800字以内`, `1500字左右`. */
function lengthOf(text: string): { atMost: number } | { about: number } | undefined {
  const [, count, kind] = /^([1-9]\d{1,4})字?(以内|左右)$/u.exec(text) ?? [];
  if (count === undefined) return undefined;
  return kind === '以内' ? { atMost: Number(count) } : { about: Number(count) };
}
