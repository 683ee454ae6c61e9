import { type Act, actId, type ActKind, actSchema, reasonsFor } from '#core/acts/act.ts';
import { type Instant, parseInstant } from '#core/calendar/plain-date.ts';
import type { Dossier, Entry } from '#core/records/content.ts';
import { type TakenDown, takenDownSchema } from '#core/records/taken-down.ts';
import { aDossier, aResult, people } from '#tests/builders.ts';

/**
 * A round of three candidates, published on Tuesday 10 September 2024, whose five working days are 11, 12, 13, 14 (Saturday, a make-up
 * workday) and 18 September; 15 to 17 is 中秋节. Worked out from the printed calendar of 2024.
 */
export const FOLDER = 'programmes/chenghu-craftsman/rounds/2024';
export const three = people(3);
export const [first, second, third] = three.map(({ id }) => id) as [string, string, string];

type Given = Parameters<typeof aDossier>[0];

export function aLife(
  acts: readonly Entry<Act>[] = [],
  given: Given = {},
  takenDown: Entry<TakenDown>[] = [],
): Dossier {
  const dossier = aDossier({ people: three, ...given });
  return { ...dossier, folder: { ...dossier.folder, ...approvalIn(given), acts: [...acts], takenDown } };
}

/** The result that names everybody on 16 October 2024. */
export const announced = aResult(three);

/** With the first reason that can stand for its kind: `anAct('extension', '2024-09-12 10:00', { oldClosesOn: …, newClosesOn: … })`. */
export function anAct(kind: ActKind, at: string, rest: object = {}): Entry<Act> {
  const [date = '', publishedTime = '00:00'] = at.split(' ');
  const [reasonCode] = reasonsFor(kind);
  const data = actSchema.parse({ kind, date, publishedTime, reasonCode, reason: '据实办理。', ...rest });
  const id = actId(data);
  return { id, file: `${FOLDER}/acts/${id}.md`, data, lines: {}, sections: [] };
}

export function aTombstone(id: string, position: number, rest: object = {}): Entry<TakenDown> {
  const data = takenDownSchema.parse({
    id,
    programme: 'chenghu-craftsman',
    round: '2024',
    date: '2024-09-12',
    reasonCode: 'consent-withdrawn',
    digest: 'a'.repeat(64),
    position,
    ...rest,
  });
  return { id, file: `${FOLDER}/taken-down/${id}.json`, data, lines: {}, sections: [] };
}

/** `at('2024-09-18 23:59:59')`, in China. */
export function at(text: string): Instant {
  const [date, time = '00:00:00'] = text.split(' ');
  const instant = parseInstant(`${date}T${time.length === 5 ? `${time}:00` : time}+08:00`);
  if (instant === undefined) throw new RangeError(text);
  return instant;
}

function approvalIn(given: Given): Pick<Dossier['folder'], 'approval'> {
  const approval = given?.approval;
  return approval ? { approval } : {};
}
