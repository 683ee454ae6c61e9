import { z } from 'zod';
import { SUBJECT_KEYS } from '#core/formats/subject.ts';

/** Shared building blocks of the content schemas, and the Chinese words for the identifiers of the field. */

/** Folder and person ids: they become addresses, so ASCII, lower case and short (trust: no `..`, `%2f`, dots or spaces). */
export const idSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** One line of text as published: no line break, no outer space. */
export const lineSchema = z
  .string()
  .min(1)
  .max(400)
  .refine((text) => text === text.trim() && !/[\r\n\t]/.test(text), { params: { code: 'not-one-line' } });

/** Where a rule stands in its document. @alias */
export const clauseSchema = lineSchema;
export const webAddressSchema = z.url({ protocol: /^https?$/ });

/** Whom a record or a tier is about. */
export const subjectSchema = z.enum(SUBJECT_KEYS);

/** 一般、原则上 make a rule `general`: a finding may then be accepted with a reason. */
export const strengthSchema = z.enum(['must', 'general']).default('must');

export const dayCountSchema = z.enum(['working', 'calendar']);
export const countsFromSchema = z.enum(['opening-day', 'next-day']);

export const SKILL_LEVELS = [
  'junior-worker',
  'intermediate-worker',
  'senior-worker',
  'technician',
  'senior-technician',
  'special-technician',
  'chief-technician',
] as const;
export const skillLevelSchema = z.enum(SKILL_LEVELS);
export type SkillLevel = z.infer<typeof skillLevelSchema>;

/** 新八级工 wording, 人社部发〔2022〕14号. */
export const chineseSkillLevel: Record<SkillLevel, string> = {
  'junior-worker': '初级工',
  'intermediate-worker': '中级工',
  'senior-worker': '高级工',
  technician: '技师',
  'senior-technician': '高级技师',
  'special-technician': '特级技师',
  'chief-technician': '首席技师',
};

export const routeSchema = z.enum(['unionNomination', 'employerNomination', 'associationNomination', 'selfNomination']);
export type Route = z.infer<typeof routeSchema>;

export const stageSchema = z.enum([
  'nomination',
  'eligibilityReview',
  'onlineVote',
  'expertReview',
  'showcase',
  'panelInterview',
  'approval',
  'publicity',
  'conferral',
]);
export type StageKind = z.infer<typeof stageSchema>;

export const honourLevelSchema = z.enum(['enterprise', 'county', 'city', 'province', 'nation']);
export type HonourLevel = z.infer<typeof honourLevelSchema>;
export const chineseHonourLevel: Record<HonourLevel, string> = {
  enterprise: '企业级',
  county: '县级',
  city: '市级',
  province: '省级',
  nation: '国家级',
};
