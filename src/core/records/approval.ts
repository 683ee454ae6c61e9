import { z } from 'zod';
import { instantSchema, plainDateSchema } from '#core/calendar/plain-date.ts';
import { idSchema, lineSchema } from '#core/formats/words.ts';
import { isSameName } from '#core/text/person-name.ts';
import { PARTS, type PublicRecord } from './record-parts.ts';

/** SHA-256 in lower-case hexadecimal. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Two people, or one with the reason why there is no second. */
export const signatureSchema = z.strictObject({
  approver: lineSchema,
  /** The approver's office, which may be published where the name is not: 市总工会宣传教育部. */
  office: lineSchema.optional(),
  reviewer: lineSchema.optional(),
  soleReason: lineSchema.optional(),
});

const decisionSchema = signatureSchema.extend({
  /** Who decided: 市总工会. */
  body: lineSchema,
  /** The number of the decision: 威工发〔2026〕7号. */
  document: lineSchema,
  date: plainDateSchema,
});

const approvalSchema = decisionSchema.extend({
  approvedAt: instantSchema,
  /** Why it was approved once more; absent for the first approval. */
  again: lineSchema.optional(),
  /** Of the canonical JSON of `parts` and `people`. */
  digest: digestSchema,
  parts: z.strictObject(Object.fromEntries(PARTS.map((part) => [part, digestSchema])) as PartDigests),
  people: z.record(
    idSchema,
    z.strictObject({
      record: digestSchema,
      photo: digestSchema.optional(),
      /** Pictures, film and captions, by the name of their file. */
      media: z.record(z.string().max(80), digestSchema).optional(),
    }),
  ),
});
type PartDigests = Record<(typeof PARTS)[number], typeof digestSchema>;

/**
 * `approval.json`: who approved what, written by `npm run approve`. The approved records stand in it once each under their own digest,
 * shared by the current and the former approvals: old and new can be shown, and a text taken down later leaves its digest behind.
 */
export const approvalFileSchema = z
  .strictObject({
    current: approvalSchema,
    former: z.array(approvalSchema).default([]),
    /** The result announcement as `npm run result` wrote it; its record stands among the others. */
    result: z.strictObject({ record: digestSchema, announcedAt: instantSchema }).optional(),
    /** The same of each 补充公布, by its number. */
    further: z
      .record(z.string().regex(/^\d{1,2}$/), z.strictObject({ record: digestSchema, announcedAt: instantSchema }))
      .optional(),
    records: z.record(digestSchema, z.record(z.string().max(200), z.string())),
  })
  .superRefine(({ current, former }, context) => {
    [current, ...former].forEach((approval, index) => {
      const path = index === 0 ? ['current'] : ['former', index - 1];
      const code = signatureFault(approval);
      if (code) context.addIssue({ code: 'custom', path, params: { code } });
    });
  });

export type Signature = z.infer<typeof signatureSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Approval = z.infer<typeof approvalSchema>;
export type ApprovalFile = z.infer<typeof approvalFileSchema>;

export type SignatureFault = 'approval-same-person' | 'approval-one-signature' | 'approval-reason-not-needed';

/** What is wrong with who signed; `undefined` when two different people did, or one with a reason. */
export function signatureFault({ approver, reviewer, soleReason }: Signature): SignatureFault | undefined {
  if (reviewer === undefined) return soleReason === undefined ? 'approval-one-signature' : undefined;
  if (soleReason !== undefined) return 'approval-reason-not-needed';
  return isSameName(approver, reviewer) ? 'approval-same-person' : undefined;
}

export interface Change {
  field: string;
  /** Absent: the field was not there. */
  old: string | undefined;
  /** Absent: the field is there no longer. */
  now: string | undefined;
}

/** Every field in which two records differ, in the order of the approved one, new fields last. */
export function changesBetween(approved: PublicRecord, present: PublicRecord): Change[] {
  return [...new Set([...Object.keys(approved), ...Object.keys(present)])]
    .filter((field) => approved[field] !== present[field])
    .map((field) => ({ field, old: approved[field], now: present[field] }));
}
