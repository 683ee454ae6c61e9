import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';
import { lineCell, plainColumn } from '../cell.ts';
import { field } from '../field.ts';

/** One sentence of the person's own, as the texts have it. */
export const quote = field({
  key: 'quote',
  shape: z
    .strictObject({
      /** Without quotation marks around it. */
      text: lineSchema.max(80),
      /** Where and when it was said: 2016年，加氢反应器复查会上（事迹材料）. */
      source: lineSchema,
    })
    .optional(),
  of: 'everybody',
  words: '引语',
  parts: { text: '原话', source: '出处' },
  inWords: (value) => value,
  inFile: '{ text: "刨开，如果没有，责任我来担。", source: "事迹材料" }',
  need: 'optional',
  onForms: false,
  extract: false,
  mergedApart: false,
  sheet: {
    columns: [
      {
        ...plainColumn,
        ...lineCell,
        key: 'quote.text',
        header: '引语',
        help: '本人的一句话，不加引号，与材料里的原话一字不差。没有可留空。',
        width: 36,
        wordings: '引语 本人原话 人物金句',
        asked: { when: ({ showcase }) => showcase === true, otherwise: 'read' },
        example: '这里写本人的一句话。',
        write: (quote) => quote?.text ?? '',
      },
      {
        ...plainColumn,
        ...lineCell,
        key: 'quote.source',
        header: '引语出处',
        help: '什么时候、在哪里说的，例如：2016年，复查会上（事迹材料）。',
        width: 24,
        wordings: '引语出处 原话出处 金句出处',
        asked: { when: ({ showcase }) => showcase === true, otherwise: 'read' },
        example: '事迹材料',
        write: (quote) => quote?.source ?? '',
      },
    ],
  },
  proof: { among: 'lists', text: (quote) => (quote ? `“${quote.text}”（${quote.source}）` : '') },
  approved: true,
  profile: 'own-layout',
  fades: true,
  openData: 'none',
});
