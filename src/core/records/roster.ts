import { z } from 'zod';
import { idSchema, lineSchema } from '#core/formats/words.ts';

/** `roster.json`: the office's list in its order. Written by a command, compared with the people's own files. */
export const rosterSchema = z.strictObject({
  /** 按姓氏笔画排序 / 排名不分先后: the office's own words; the order itself is never recomputed. */
  orderedBy: lineSchema,
  /** The file it was imported from, which is not kept: SHA-256 and kind. Forms alone are known by the digest of their digests. */
  source: z
    .strictObject({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      format: z.enum(['xlsx', 'docx', 'csv', 'pdf', 'forms']),
    })
    .optional(),
  /** `tier`: where this notice settles it; else the person's own file says it. */
  people: z
    .array(z.strictObject({ id: idSchema, name: lineSchema, employer: lineSchema, tier: idSchema.optional() }))
    .min(1),
});

export type Roster = z.infer<typeof rosterSchema>;
