import { chinaDate, parseInstant, type PlainDate } from '#core/calendar/plain-date.ts';
import type { Dossier } from '#core/records/content.ts';
import { computeWindow, type PublicityWindow } from '#core/window/publicity-window.ts';
import { rulesOf } from './standing.ts';

/**
 * The dates the public was promised and the end as the calendar has it now. Approved dates agreed with the calendar when they were
 * approved, for nothing is approved with findings open; where they disagree now, the calendar has moved.
 */
export function promisedWindow(
  dossier: Dossier,
): { closesOn: PlainDate; computed: PublicityWindow; since: PlainDate | undefined } | undefined {
  const { round, approval, acts } = dossier.folder;
  const { opensOn, closesOn } = round.data.publicity;
  const approved = approval?.data.records[approval.data.current.parts.window];
  const isApproved = approval && approved?.['opensOn'] === opensOn && approved['closesOn'] === closesOn;
  if (!isApproved && acts.length === 0) return undefined;
  const rules = rulesOf(dossier);
  const computed = rules && computeWindow({ opensOn, ...rules }, dossier.calendar);
  if (!computed?.ok) return undefined;
  const instant = isApproved ? parseInstant(approval.data.current.approvedAt) : undefined;
  return { closesOn, computed: computed.window, since: instant === undefined ? undefined : chinaDate(instant) };
}
