import { z } from 'zod';
import { plainDateSchema } from '#core/calendar/plain-date.ts';
import {
  clauseSchema,
  countsFromSchema,
  dayCountSchema,
  honourLevelSchema,
  idSchema,
  lineSchema,
  routeSchema,
  skillLevelSchema,
  stageSchema,
  strengthSchema,
  subjectSchema,
  webAddressSchema,
} from '#core/formats/words.ts';

/** The document a programme's rules come from; every rule names its clause in it. */
const sourceSchema = z.strictObject({
  title: lineSchema,
  number: lineSchema.optional(),
  issuers: z.array(lineSchema).min(1),
  /** Absent where the document at hand carries no date: 焦工文[2018]33号. */
  date: plainDateSchema.optional(),
  address: webAddressSchema.optional(),
});

/** Where a rule stands: its clause, and, where the rule is written in figures alone, the document's own words. */
const cited = { quote: lineSchema.optional(), clause: clauseSchema };

const limitSchema = z.strictObject({
  count: z.int().min(1),
  /** 名 / 不超过 / 左右. */
  kind: z.enum(['exactly', 'at-most', 'about']),
});

/** The window's length, or the statement that the document gives none: then the round must. */
const publicityRuleSchema = z.discriminatedUnion('stated', [
  z.strictObject({
    stated: z.literal(true),
    length: z.int().min(1).max(366),
    unit: dayCountSchema,
    countsFrom: countsFromSchema.default('opening-day'),
    ...cited,
  }),
  z.strictObject({ stated: z.literal(false), ...cited }),
]);

/** An earlier 公示 by the employer or the district; `atLeast` absent where the document gives no length. */
const earlierPublicityRuleSchema = z.strictObject({
  by: z.enum(['employer', 'district']),
  atLeast: z.strictObject({ length: z.int().min(1), unit: dayCountSchema }).optional(),
  ...cited,
});

const tierSchema = z.strictObject({
  key: idSchema,
  name: lineSchema,
  limit: limitSchema.optional(),
  /** What a holder receives, in the document's words. */
  awards: z.array(lineSchema).default([]),
  /** CNY. */
  prize: z.int().min(1).optional(),
  /** False for an 入围奖, which is no title. */
  title: z.boolean().default(true),
  /** Whom it is for, where the document says so: a 工人先锋号 is for collectives; absent: whoever is on the list. */
  subjects: z.array(subjectSchema).min(1).optional(),
  /** 后备人选: the tier into which its people may move up, in the order of the list, without a new publicity. */
  reserveFor: idSchema.optional(),
  ...cited,
});

const textRuleSchema = z.strictObject({
  /** The level-2 heading under which the text stands; `summary` means the one-line summary field. */
  heading: lineSchema,
  required: z.boolean().default(true),
  /** 左右: a tolerance of a fifth either way, and a warning. */
  about: z.int().min(1).optional(),
  /** 以内: an error when exceeded. */
  atMost: z.int().min(1).optional(),
  ...cited,
});

/** `programme.md`: THE place of a programme's rules. The five programmes differ in these data, not in code. */
export const programmeSchema = z.strictObject({
  name: lineSchema,
  /** What an honouree is called: 威海工匠. */
  title: lineSchema,
  region: lineSchema,
  /** Districts as this programme writes them; with a list, no other word comes in as one. */
  districts: z.array(lineSchema).optional(),
  organisers: z.array(lineSchema).min(1),
  jury: z.array(lineSchema).default([]),
  steeringOffice: lineSchema.optional(),
  conferringAuthority: z.array(lineSchema).min(1),
  source: sourceSchema,
  /** Whether its sheet asks for what only the showcase shows: 工艺门类. */
  showcase: z.boolean().optional(),
  /** Slips and open questions of the document, kept as they are. */
  remarks: z.array(lineSchema).default([]),
  stages: z
    .array(z.strictObject({ kind: stageSchema, name: lineSchema, text: lineSchema, clause: clauseSchema }))
    .min(1),
  rules: z.strictObject({
    publicity: publicityRuleSchema,
    outlets: z.strictObject({
      /** Names that the round's outlets must contain; empty where the document only says 媒体 or 社会. */
      required: z.array(lineSchema).default([]),
      /** Whether the employer's own board belongs to them. */
      atEmployer: z.boolean().default(false),
      simultaneous: z.boolean().default(false),
      text: lineSchema,
      clause: clauseSchema,
    }),
    earlierPublicity: earlierPublicityRuleSchema.optional(),
    shortlist: z.strictObject({ text: lineSchema, count: z.int().min(1).optional(), clause: clauseSchema }).optional(),
    vote: z.strictObject({ text: lineSchema, clause: clauseSchema }).optional(),
    quota: z.strictObject({ ...limitSchema.shape, ...cited }),
    tiers: z.array(tierSchema).min(1),
    routes: z.strictObject({
      allowed: z.array(z.strictObject({ route: routeSchema, name: lineSchema })).min(1),
      ...cited,
    }),
    nominatingQuotas: z
      .strictObject({
        byKind: z.array(z.strictObject({ kind: idSchema, name: lineSchema, atMost: z.int().min(1) })).min(1),
        strength: strengthSchema,
        ...cited,
      })
      .optional(),
    /** Who may not receive the title again. */
    repeat: z
      .strictObject({
        /** Years after conferral during which a holder is barred; absent: for ever. */
        withinYears: z.int().min(1).optional(),
        strength: strengthSchema,
        text: lineSchema,
        clause: clauseSchema,
      })
      .optional(),
    skillLevel: z.strictObject({ atLeast: skillLevelSchema, strength: strengthSchema, ...cited }).optional(),
    /** Checked by the importer on data that never reaches the content. */
    age: z
      .strictObject({
        atMost: z.int().min(18),
        preferredAtMost: z.int().min(18).optional(),
        strength: strengthSchema,
        ...cited,
      })
      .optional(),
    honour: z.strictObject({ atLeast: honourLevelSchema, ...cited }).optional(),
    yearsInTrade: z.strictObject({ atLeast: z.int().min(1), ...cited }).optional(),
    /** 具备下列条件之一. */
    conditions: z
      .strictObject({
        oneOf: z.array(z.strictObject({ key: idSchema, text: lineSchema })).min(1),
        ...cited,
      })
      .optional(),
    excluded: z.array(z.strictObject({ text: lineSchema, strength: strengthSchema, clause: clauseSchema })).default([]),
    texts: z.array(textRuleSchema).default([]),
    /** What else is handed in, in the document's words: forms, photos, a video, notes on secrecy. */
    materials: z.array(z.strictObject({ text: lineSchema, clause: clauseSchema })).default([]),
    objection: z.strictObject({ text: lineSchema, clause: clauseSchema }),
    conferral: z.strictObject({ text: lineSchema, clause: clauseSchema }),
  }),
});

export type Programme = z.infer<typeof programmeSchema>;
export type Tier = z.infer<typeof tierSchema>;
export type Limit = z.infer<typeof limitSchema>;
