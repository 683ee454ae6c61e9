import type { Programme } from '#core/programme.ts';
import { computeWindow, type PublicityWindow } from '#core/publicity-window.ts';
import { publicityTerms, type Round } from '#core/round.ts';
import type { WorkCalendar } from '#core/work-calendar.ts';

/** A round's window as printed, day by day. A printed end that the calendar does not confirm is never shown. */
export function printedWindow(programme: Programme, round: Round, calendar: WorkCalendar): PublicityWindow {
  const terms = publicityTerms(programme, round);
  if (!terms) throw new Error(`${round.title}：没有写明公示的天数。`);
  const { opensOn, closesOn, closingTime } = round.publicity;
  const { length, unit, countsFrom = 'opening-day' } = terms;
  const computed = computeWindow({ opensOn, length, unit, countsFrom, ...(closingTime && { closingTime }) }, calendar);
  if (!computed.ok) throw new Error(`${round.title}：${computed.refusal.message}`);
  if (computed.window.closesOn !== closesOn) {
    throw new Error(`${round.title}：公示截止写的是 ${closesOn}，按天数应为 ${computed.window.closesOn}。`);
  }
  return computed.window;
}
