import { z } from 'zod';
import { idSchema } from '#core/formats/words.ts';

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * `imported.json`: what the last import put into a round, as digests alone, so that the next one knows what was edited by hand since.
 * Written by `import`, no part of what is approved or shown.
 */
export const importedSchema = z.strictObject({
  list: z.strictObject({ orderedBy: digestSchema, order: digestSchema }).optional(),
  /**
   * By person, then by column; a text by its heading, `text:个人自述`; `photo` for the picture with what is recorded of it. What was
   * empty has no digest; a person who is not here was imported before there was this record.
   */
  people: z.record(idSchema, z.record(z.string().regex(/^(?:[A-Za-z.]{1,40}|text:.+)$/su), digestSchema)),
});

export type Imported = z.infer<typeof importedSchema>;
export type ImportedPerson = Imported['people'][string];
