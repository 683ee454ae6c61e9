import { z } from 'zod';
import { idSchema, lineSchema } from './words.ts';

/** `roster.json`: the office's list in its order. Written by a command, compared with the people's own files. */
export const rosterSchema = z.strictObject({
  /** 按姓氏笔画排序 / 排名不分先后: the office's own words; the order itself is never recomputed. */
  orderedBy: lineSchema,
  people: z.array(z.strictObject({ id: idSchema, name: lineSchema, employer: lineSchema })).min(1),
});

export type Roster = z.infer<typeof rosterSchema>;
