import { z } from 'zod';
import { lineSchema } from '#core/formats/words.ts';
import { FILE_KINDS, VALUE_KINDS } from './kind.ts';

/**
 * `content/waivers.json`: reviewed exceptions. One names the file, the kind, the reason and who approved it, and holds the
 * digest of the normalised value, never the value. One that is no longer needed is itself a finding.
 */
const waiverSchema = z.strictObject({
  /** As the audit names the file. */
  file: lineSchema,
  kind: z.enum([...VALUE_KINDS, ...FILE_KINDS]).exclude(['waiver-unused']),
  /** SHA-256 of the normalised value in UTF-8, hexadecimal; for findings about a whole file, of its bytes. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  reason: lineSchema,
  approver: lineSchema,
});
export type Waiver = z.infer<typeof waiverSchema>;

export const waiversSchema = z.strictObject({ waivers: z.array(waiverSchema) });
