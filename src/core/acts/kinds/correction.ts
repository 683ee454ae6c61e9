import { z } from 'zod';
import { idSchema, lineSchema } from '#core/formats/words.ts';
import { actKind, CannotMake, personQuestion, wanted } from '../act-kind.ts';

const CORRECTED = ['person', 'notice', 'round', 'list', 'result'] as const;
type Corrected = (typeof CORRECTED)[number];

/** A text as it stands in a file; a paragraph of a story is longer than a line. */
const valueSchema = z.string().min(1).max(4000);

/** Dotted path as in the file (`honours.1.year`), or `texts.0` for the first section of the body. */
const pathSchema = z.string().refine((path) => /^[A-Za-z]{1,40}(?:\.[A-Za-z0-9]{1,40}){0,4}$/.test(path), {
  params: { code: 'wrong-format', example: 'honours.1.year' },
});

/** 更正: a slip; the window runs on. */
export const correction = actKind({
  kind: 'correction',
  words: '更正',
  reasons: ['slip', 'facts-changed', 'contact-wrong', 'privacy'],
  shape: {
    /** What is corrected: a person's own record, the notice, the round's data, the words over the list, or the announcement. */
    of: z.enum(CORRECTED),
    person: idSchema.optional(),
    field: pathSchema,
    /** In a body a passage that stands there once, else the whole value. Absent: the field was not there, or is withheld. */
    old: valueSchema.optional(),
    /** Absent: the field is there no longer, or is withheld. */
    new: valueSchema.optional(),
    /** Values that must not be repeated: something private, or of a person since taken down. */
    withheld: z.literal(true).optional(),
    /** Of a name: the person's other fields in which this act replaces it as well. */
    alsoIn: z.array(pathSchema).min(1).optional(),
    /** Of a name: why the former one stands on where it does. */
    kept: lineSchema.optional(),
  },
  flaws: ({ of, person, field, old, new: now, withheld, alsoIn, kept }) => [
    ...((alsoIn ?? kept) !== undefined && !(of === 'person' && field === 'name')
      ? [{ code: 'correction-elsewhere', field: alsoIn ? 'alsoIn' : 'kept' }]
      : []),
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
    old: { type: 'string', value: '原文', help: '现在的内容，一字不差，可不写；正文写其中只出现一次的一段' },
    new: { type: 'string', value: '新文', help: '改成的内容；不写就是删去这一项' },
    'replace-former': { type: 'boolean', help: '更正姓名时，事迹材料等处的旧姓名一并改' },
    'keep-former': { type: 'string', value: '原因', help: '更正姓名时，事迹材料等处的旧姓名保留不改，写明为什么' },
    'withhold-old': { type: 'boolean', help: '更正记录里不重复原文（原文涉及隐私时）' },
  },
  read: (answers) => ({
    people: answers.texts('person'),
    field: answers.line('field'),
    old: answers.text('old'),
    new: answers.text('new'),
    withheld: answers.flag('withhold-old'),
    replaceFormer: answers.flag('replace-former'),
    keepFormer: answers.line('keep-former'),
  }),
  make(stated, { fieldPath, fieldsWith, present }) {
    const { people, new: now, withheld, replaceFormer, keepFormer } = stated;
    const field = wanted(stated.field, 'field', '更正哪一项，例如 name、notice.title、round.channels.0.number');
    if (stated.old === undefined && now === undefined) {
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
    const path = fieldPath(of, person, file ? rest.join('.') : field);
    // Only the new text need be typed: the present one stands in the file.
    const old = stated.old ?? (now === undefined ? undefined : present(of, person, path));
    const isName = of === 'person' && path === 'name';
    if ((replaceFormer || keepFormer !== undefined) && !isName) {
      throw new CannotMake('--replace-former 和 --keep-former 只用于更正姓名。请去掉。');
    }
    if (replaceFormer && withheld) throw new CannotMake('不重复原文的更正不能一并改别处，请先改好文件再记录。');
    const alsoIn = replaceFormer && old !== undefined && now !== undefined ? fieldsWith(person ?? '', old, now) : [];
    return {
      of,
      ...(person !== undefined && { person }),
      field: path,
      ...(alsoIn.length > 0 && { alsoIn }),
      ...(keepFormer !== undefined && { kept: keepFormer }),
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
