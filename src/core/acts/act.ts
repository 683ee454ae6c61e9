import { z } from 'zod';
import { ACT_KINDS, reasonsFor, type ActKind, type ReasonCode } from './act-reason.ts';
import { chinaInstant, plainDateSchema, timeOfDaySchema, type Instant } from '#core/calendar/plain-date.ts';
import { idSchema, lineSchema } from '#core/formats/words.ts';

/** A time of day at which something appears; the end of a day belongs to the next one. */
const appearingSchema = timeOfDaySchema.refine((time) => time !== '24:00', { params: { code: 'not-a-time' } });

const common = {
  /** When the act is made public, in China; before that it is in no built file and changes nothing. */
  date: plainDateSchema,
  publishedTime: appearingSchema.default('00:00'),
  /** The reason in the office's own words, as it is published. */
  reason: lineSchema,
  /** The document it rests on. */
  document: lineSchema.optional(),
};

function reasonCode(kind: ActKind): z.ZodType<ReasonCode, ReasonCode> {
  return z.enum(reasonsFor(kind));
}

/** A text as it stands in a file; a paragraph of a story is longer than a line. */
const valueSchema = z.string().min(1).max(4000);

export const CORRECTED = ['person', 'notice', 'round', 'list', 'result'] as const;
export type Corrected = (typeof CORRECTED)[number];

/** 更正: a slip; the window runs on. */
const correctionSchema = z.strictObject({
  kind: z.literal('correction'),
  ...common,
  reasonCode: reasonCode('correction'),
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
});

/** 延长: the window closes later. */
const extensionSchema = z.strictObject({
  kind: z.literal('extension'),
  ...common,
  reasonCode: reasonCode('extension'),
  oldClosesOn: plainDateSchema,
  newClosesOn: plainDateSchema,
});

/** 中止: from the instant of publication nothing is counted, that day included, because the public did not have it whole. */
const suspensionSchema = z.strictObject({
  kind: z.literal('suspension'),
  ...common,
  reasonCode: reasonCode('suspension'),
  oldClosesOn: plainDateSchema,
});

/** 恢复: from 00:00 of `resumesOn`, which is the first of the days that were left. */
const resumptionSchema = z.strictObject({
  kind: z.literal('resumption'),
  ...common,
  reasonCode: reasonCode('resumption'),
  resumesOn: plainDateSchema,
  oldClosesOn: plainDateSchema,
  newClosesOn: plainDateSchema,
});

/** 重新公示: a complete new window and a notice of its own, whose text is the body of this file. */
const rePublicitySchema = z.strictObject({
  kind: z.literal('re-publicity'),
  ...common,
  reasonCode: reasonCode('re-publicity'),
  title: lineSchema,
  issuers: z.array(lineSchema).min(1).optional(),
  opensOn: plainDateSchema,
  closesOn: plainDateSchema,
});

const withdrawCandidateSchema = z.strictObject({
  kind: z.literal('withdraw-candidate'),
  ...common,
  reasonCode: reasonCode('withdraw-candidate'),
  person: idSchema,
});

const withdrawNoticeSchema = z.strictObject({
  kind: z.literal('withdraw-notice'),
  ...common,
  reasonCode: reasonCode('withdraw-notice'),
});

/** 撤销称号: some people, or the whole decision. */
const revokeSchema = z.strictObject({
  kind: z.literal('revoke'),
  ...common,
  reasonCode: reasonCode('revoke'),
  people: z.array(idSchema).min(1).optional(),
  whole: z.literal(true).optional(),
});

/** `acts/<date>-<kind>.md`: one dated record of something that happened after publication; never an edit. */
export const actSchema = z
  .discriminatedUnion('kind', [
    correctionSchema,
    extensionSchema,
    suspensionSchema,
    resumptionSchema,
    rePublicitySchema,
    withdrawCandidateSchema,
    withdrawNoticeSchema,
    revokeSchema,
  ])
  .superRefine((act, context) => {
    const refuse = (code: string, field: string): void =>
      context.addIssue({ code: 'custom', path: [field], params: { code } });
    if (act.kind === 'correction') {
      if ((act.of === 'person') !== (act.person !== undefined)) refuse('correction-of-whom', 'person');
      if (act.withheld ? act.old !== undefined : act.old === act.new) refuse('correction-changes-nothing', 'new');
    }
    if (act.kind === 'revoke' && (act.people === undefined) === (act.whole === undefined)) {
      refuse('revoke-whom', 'people');
    }
  });

export type Act = z.infer<typeof actSchema>;
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;

/** When an act becomes public and takes effect. */
export function actInstant({ date, publishedTime }: Pick<Act, 'date' | 'publishedTime'>): Instant {
  return chinaInstant(date, publishedTime);
}

/** `2026-11-24-extension`, from the second of a day `2026-11-24-extension-2`: the name of its file. */
export function actId({ date, kind }: Pick<Act, 'date' | 'kind'>, taken: readonly string[] = []): string {
  const first = `${date}-${kind}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? first : `${first}-${n}`;
    if (!taken.includes(id)) return id;
  }
}

/** What a file's name says of the act in it; `undefined` for a name of another form. */
export function readActId(id: string): { date: string; kind: ActKind; number: number } | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})-([a-z-]+?)(?:-([2-9]|[1-9]\d))?$/.exec(id);
  const kind = ACT_KINDS.find((known) => known === parts?.[2]);
  if (!parts || !kind) return undefined;
  return { date: parts[1] ?? '', kind, number: Number(parts[3] ?? 1) };
}
