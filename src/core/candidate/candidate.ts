import { z } from 'zod';
import { plainDateSchema } from '#core/calendar/plain-date.ts';
import { honourLevelSchema, idSchema, lineSchema, routeSchema, skillLevelSchema } from '#core/formats/words.ts';

/**
 * The public record of one person in one round. A strict object: a column that is not named here (身份证号, 手机, 出生年月 …)
 * cannot enter the content at all.
 */
export const candidateSchema = z.strictObject({
  name: lineSchema.max(40),
  /** Readings where a dictionary errs: `shan` for 单. One syllable per character, lower case, separated by spaces. */
  pinyin: z
    .string()
    .regex(/^[a-zü]+(?: [a-zü]+)*$/)
    .optional(),
  employer: lineSchema,
  district: lineSchema.optional(),
  post: lineSchema.optional(),
  /** Absent where the office's own form has none: 港城's 汇总表 asks for 单位及职务 alone. */
  trade: lineSchema.optional(),
  industry: lineSchema.optional(),
  skillLevel: skillLevelSchema.optional(),
  professionalTitle: lineSchema.optional(),
  tier: idSchema.optional(),
  route: routeSchema,
  nominatingBody: lineSchema,
  yearsInTrade: z.int().min(0).max(60).optional(),
  conditions: z.array(idSchema).default([]),
  earlierPublicity: z.strictObject({ opensOn: plainDateSchema, closesOn: plainDateSchema }).optional(),
  /** 简要事迹: of the five offices' forms one alone asks for it. */
  summary: lineSchema.optional(),
  honours: z
    .array(
      z.strictObject({
        name: lineSchema,
        level: honourLevelSchema.optional(),
        year: z.int().min(1950).max(2100).optional(),
      }),
    )
    .default([]),
  signatureSkills: z.array(lineSchema).default([]),
  workMethods: z.array(lineSchema).default([]),
  patents: z.array(z.strictObject({ name: lineSchema, number: lineSchema.optional() })).default([]),
  mentoring: lineSchema.optional(),
  photo: z
    .strictObject({
      /** 摄影 / 供图. */
      credit: lineSchema,
      /** How the person agreed to publication. */
      consent: lineSchema,
      /** Described for those who cannot see it. */
      alt: lineSchema.optional(),
    })
    .optional(),
});

export type Candidate = z.infer<typeof candidateSchema>;
