import { z } from 'zod';
import { idSchema, lineSchema, subjectSchema } from '#core/formats/words.ts';
import { honourLevelsOf } from '#core/roster/supplement.ts';
import type { ImportRequest } from '#pipeline/intake/import-request.ts';

const choiceSchema = z.enum(['keep', 'take']);
const textSchema = z.string().max(40_000);

/** What a clerk has answered so far, as it lies in the session's own folder: it outlives the browser and the program. */
export const answersSchema = z.strictObject({
  sheet: lineSchema.optional(),
  list: lineSchema.optional(),
  orderedBy: lineSchema.optional(),
  /** One value for everybody, by the head of its column. */
  all: z.record(z.string().max(60), lineSchema).default({}),
  /** Who sent a file; `''` for all of them. */
  from: z.record(z.string(), lineSchema).default({}),
  /** In the words of `--honour-level`. */
  honourLevels: z.string().max(20).optional(),
  summaryFrom: z.string().max(60).optional(),
  tradeFrom: z.enum(['post', 'none']).optional(),
  addBodies: z.strictObject({ kind: z.string().max(60).optional() }).optional(),
  realNames: z.array(z.string().max(60)).default([]),
  subjects: z.record(z.string().max(60), subjectSchema).default({}),
  /** Row → id of who it is, or `new`. */
  rows: z.record(z.string().regex(/^\d{1,7}$/u), z.union([idSchema, z.literal('new')])).default({}),
  remove: z.array(idSchema).default([]),
  /** By id; `''` for the list itself. */
  edits: z.record(z.string(), choiceSchema).default({}),
  cells: z
    .array(
      z.strictObject({
        file: z.string(),
        sheet: z.string().optional(),
        cell: z.string(),
        head: z.string(),
        was: z.string(),
        text: textSchema,
      }),
    )
    .default([]),
  heads: z.array(z.strictObject({ label: lineSchema, means: z.string().max(60) })).default([]),
  photoCredit: lineSchema.optional(),
  photoConsent: lineSchema.optional(),
  confirmedPdf: z.array(z.string().max(400)).default([]),
});

export type ImportAnswers = z.infer<typeof answersSchema>;

/** The same as the commands have it. */
export function requestOf(
  answers: ImportAnswers,
  place: Pick<ImportRequest, 'content' | 'round' | 'paths'>,
): ImportRequest {
  const { rows, edits, honourLevels, summaryFrom, tradeFrom } = answers;
  const entries = Object.entries(rows);
  return {
    ...place,
    sheet: answers.sheet,
    list: answers.list,
    all: Object.entries(answers.all).map(([head, text]) => ({ head, text })),
    cells: answers.cells,
    heads: answers.heads,
    orderedBy: answers.orderedBy,
    answers: {
      same: new Map(entries.filter(([, who]) => who !== 'new').map(([row, id]) => [Number(row), id])),
      fresh: new Set(entries.filter(([, who]) => who === 'new').map(([row]) => Number(row))),
      remove: new Set(answers.remove),
    },
    from: Object.entries(answers.from).map(([file, body]) => ({ file: file === '' ? undefined : file, body })),
    supplement: {
      honourLevels: honourLevels === undefined ? undefined : honourLevelsOf(honourLevels),
      summaryFrom,
      tradeFrom,
    },
    addBodies: answers.addBodies,
    realNames: new Set(answers.realNames),
    subjects: new Map(Object.entries(answers.subjects)),
    edits: { people: new Map(Object.entries(edits)) },
    photos: { folder: undefined, texts: { credit: answers.photoCredit, consent: answers.photoConsent } },
    confirmedPdf: answers.confirmedPdf,
  };
}
