import { z } from 'zod';
import { idSchema } from '#core/formats/words.ts';
import { actKind, CannotMake, personQuestion, wanted } from '../act-kind.ts';

const CORRECTED = ['person', 'notice', 'round', 'list', 'result'] as const;
type Corrected = (typeof CORRECTED)[number];

/** A text as it stands in a file; a paragraph of a story is longer than a line. */
const valueSchema = z.string().min(1).max(4000);

/** 更正: a slip; the window runs on. */
export const correction = actKind({
  kind: 'correction',
  words: '更正',
  reasons: ['slip', 'facts-changed', 'contact-wrong', 'privacy'],
  shape: {
    /** What is corrected: a person's own record, the notice, the round's data, the words over the list, or the announcement. */
    of: z.enum(CORRECTED),
    person: idSchema.optional(),
    /** Dotted path as in the file (`honours.1.year`), or `texts.0` for the first section of the body. */
    field: z.string().refine((path) => /^[A-Za-z]{1,40}(?:\.[A-Za-z0-9]{1,40}){0,4}$/.test(path), {
      params: { code: 'wrong-format', example: 'honours.1.year' },
    }),
    /** In a body a passage that stands there once, else the whole value. Absent: the field was not there, or is withheld. */
    old: valueSchema.optional(),
    /** Absent: the field is there no longer, or is withheld. */
    new: valueSchema.optional(),
    /** Values that must not be repeated: something private, or of a person since taken down. */
    withheld: z.literal(true).optional(),
  },
  flaws: ({ of, person, old, new: now, withheld }) => [
    ...((of === 'person') === (person !== undefined) ? [] : [{ code: 'correction-of-whom', field: 'person' }]),
    ...((withheld ? old !== undefined : old === now) ? [{ code: 'correction-changes-nothing', field: 'new' }] : []),
  ],

  turns: ['before', 'open', 'suspended', 'closed', 'announced', 'unknown'],
  instead: {},
  take: (standing) => ({ next: standing, remarks: [] }),

  questions: {
    person: personQuestion,
    field: {
      type: 'string',
      value: '项目',
      help: '更正哪一项：name、姓名、事迹材料、notice.title、round.channels.0.number',
    },
    old: { type: 'string', value: '原文', help: '现在的内容，一字不差；正文写其中只出现一次的一段' },
    new: { type: 'string', value: '新文', help: '改成的内容；不写就是删去这一项' },
    'withhold-old': { type: 'boolean', help: '更正记录里不重复原文（原文涉及隐私时）' },
  },
  read: (answers) => ({
    people: answers.texts('person'),
    field: answers.line('field'),
    old: answers.text('old'),
    new: answers.text('new'),
    withheld: answers.flag('withhold-old'),
  }),
  make(stated, { fieldPath }) {
    const { people, old, new: now, withheld } = stated;
    const field = wanted(stated.field, 'field', '更正哪一项，例如 name、notice.title、round.channels.0.number');
    if (old === undefined && now === undefined) {
      throw new CannotMake('缺少 --old（现在的内容）和 --new（改成什么）。原来没有的不写 --old，删去的不写 --new。');
    }
    if (people.length > 1) throw new CannotMake('一次只更正一个人的一项。请分开办理。');
    const [person] = people;
    const [first = '', ...rest] = field.split('.');
    const file: Corrected | undefined =
      person === undefined && isCorrectedFile(first) && rest.length > 0 ? first : undefined;
    if (person === undefined && file === undefined) {
      throw new CannotMake('请用 --person 写明更正谁的资料，或把 --field 写成 notice.…、round.…、list.…、result.…。');
    }
    const of: Corrected = file ?? 'person';
    return {
      of,
      ...(person !== undefined && { person }),
      field: fieldPath(of, person, file ? rest.join('.') : field),
      ...(old !== undefined && !withheld && { old }),
      ...(now !== undefined && { new: now }),
      ...(withheld && { withheld: true as const }),
    };
  },

  whom: ({ person }) => (person === undefined ? [] : [person]),
  everywhere: ({ of }) => of === 'round' || of === 'result',
  changes({ field, old, new: now, withheld }, words) {
    const label = words.label(field);
    const shown = (value: string | undefined): string | undefined =>
      value === undefined ? undefined : words.value(field, value);
    if (withheld) return [{ label, before: '不宜重复', after: shown(now) ?? '已删去' }];
    return [{ label, before: shown(old) ?? '（没有）', after: shown(now) ?? '（删去）' }];
  },
  feed: (_, reason) => `更正一处（${reason}），公示期照常计算。原来的写法和更正后的写法见网页。`,
  closes: () => ({ old: null, new: null }),
});

function isCorrectedFile(word: string): word is Exclude<Corrected, 'person'> {
  return word !== 'person' && CORRECTED.some((known) => known === word);
}
