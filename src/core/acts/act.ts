import { z } from 'zod';
import { plainDateSchema, timeOfDaySchema } from '#core/calendar/plain-date.ts';
import { idSchema, lineSchema } from '#core/formats/words.ts';
import type { ActKindDefinition, Common } from './act-kind.ts';
import type { ReasonCode } from './act-reason.ts';
import { KINDS } from './kinds/index.ts';

export { actInstant } from './act-instant.ts';

type Definition = (typeof KINDS)[number];
export type ActKind = Definition['kind'];
export const ACT_KINDS = KINDS.map(({ kind }) => kind) as unknown as readonly [ActKind, ...ActKind[]];

type Of<D> = D extends { kind: infer K; shape: infer S extends z.ZodRawShape }
  ? Common & { kind: K } & z.output<z.ZodObject<S>>
  : never;
export type Act = Of<Definition>;
export type ActOf<K extends ActKind> = Extract<Act, { kind: K }>;

/** What a person asks for in the words of one kind. */
type StatedOf<D> = D extends { kind: infer K; read: (...given: never[]) => infer R } ? { kind: K; stated: R } : never;
/** An act as it is asked for: what a person knows. The rest is computed. */
export type ActRequest = StatedOf<Definition> & {
  date: Common['date'] | undefined;
  time: string | undefined;
  reasonCode: ReasonCode;
  reason: string;
  document: string | undefined;
  notice?: string | undefined;
};

/** A kind whichever it is; its functions take the acts and requests of that kind alone. */
export type AnyKind = ActKindDefinition<ActKind, z.ZodRawShape, unknown>;

/** The one file that says everything of a kind. */
export function kindOf({ kind }: { kind: ActKind }): AnyKind {
  return KINDS.find((definition) => definition.kind === kind) as unknown as AnyKind;
}

/** The reasons that can stand for one kind of act, at least one. */
export function reasonsFor(kind: ActKind): readonly [ReasonCode, ...ReasonCode[]] {
  return kindOf({ kind }).reasons;
}

export const chineseActKind = Object.fromEntries(KINDS.map(({ kind, words }) => [kind, words])) as Record<
  ActKind,
  string
>;

/** A time of day at which something appears; the end of a day belongs to the next one. */
const appearingSchema = timeOfDaySchema.refine((time) => time !== '24:00', { params: { code: 'not-a-time' } });

function schemaOf(definition: AnyKind): z.ZodObject {
  return z.strictObject({
    kind: z.literal(definition.kind),
    date: plainDateSchema,
    publishedTime: appearingSchema.default('00:00'),
    reason: lineSchema,
    document: lineSchema.optional(),
    notice: idSchema.optional(),
    reasonCode: z.enum(definition.reasons),
    ...definition.shape,
  });
}

const schemas = ACT_KINDS.map((kind) => schemaOf(kindOf({ kind }))) as [z.ZodObject, ...z.ZodObject[]];

/** `acts/<date>-<kind>.md`: one dated record of something that happened after publication; never an edit. */
export const actSchema = z.discriminatedUnion('kind', schemas).superRefine((act, context) => {
  const told = act as unknown as Act;
  for (const { code, field } of kindOf(told).flaws?.(told) ?? []) {
    context.addIssue({ code: 'custom', path: [field], params: { code } });
  }
}) as unknown as z.ZodType<Act>;

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
