import { line } from '#pipeline/office/contact-questions.ts';
import { CLAUSE, figureFault, id, limit, limitOf, oneOf, QUOTE, whole } from './part.ts';
import type { Step } from './step.ts';

/** How many, in which tiers, with what. */
export const prizeSteps: readonly Step[] = [
  {
    flag: 'quota',
    title: '名额',
    about: '一共几名',
    parts: [{ name: '名额', example: '20名、不超过20名、20名左右', check: limit }, QUOTE, CLAUSE],
    judge: ([text = '', quote = '']) => countFault(text, quote),
    put: ([[text = '', quote, clause]]) => [{ path: ['rules', 'quota'], value: { ...limitOf(text), quote, clause } }],
  },
  {
    flag: 'tier',
    title: '档次',
    about: '称号的各档，高的在前；只有一档的也写',
    parts: [
      { name: '档次名称', example: '荷城大工匠', check: line },
      { name: '编号', example: 'great', check: id },
      { name: '名额', example: '10名', optional: true, check: limit },
      { name: '奖励（几样用、分开）', example: '证书、奖牌', optional: true, check: line },
      { name: '奖金（元）', example: '10000', optional: true, check: whole(1, 9_999_999) },
      { name: '是不是称号（入围奖不是）', fallback: '是', ...oneOf(['是', '否']) },
      QUOTE,
      CLAUSE,
    ],
    many: true,
    judge: ([, key, limited = '', , , , quote = ''], answers) =>
      (answers['tier'] ?? []).some((other) => other.split(/[｜|]/u)[1]?.trim() === key)
        ? `编号 ${key} 已经用过，请换一个。`
        : countFault(limited, quote),
    put: (items) =>
      items.map(([name, key, limited = '', awards = '', prize = '', title, quote, clause]) => {
        const most = limitOf(limited);
        return {
          path: ['rules', 'tiers'],
          value: {
            key,
            name,
            ...(most && { limit: most }),
            ...(awards !== '' && { awards: awards.split('、').map((one) => one.trim()) }),
            ...(prize !== '' && { prize: Number(prize) }),
            ...(title === '否' && { title: false }),
            quote,
            clause,
          },
          add: true,
        };
      }),
  },
  {
    flag: 'objection',
    title: '对异议的规定',
    about: '文件没有规定的，照抄写公示的那句',
    parts: [QUOTE, CLAUSE],
    put: ([[text, clause]]) => [{ path: ['rules', 'objection'], value: { text, clause } }],
  },
  {
    flag: 'conferral',
    title: '对命名的规定',
    parts: [QUOTE, CLAUSE],
    put: ([[text, clause]]) => [{ path: ['rules', 'conferral'], value: { text, clause } }],
  },
];

/** A tier has no limit of its own where the document gives none. */
function countFault(text: string, quote: string): string | undefined {
  const most = limitOf(text);
  return most && figureFault(most.count, quote);
}
