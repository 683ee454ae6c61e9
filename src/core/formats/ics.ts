import { addDays, type Instant, type PlainDate } from '#core/calendar/plain-date.ts';
import { escapedText, foldedLine } from './folded-line.ts';

/** One entry of an iCalendar file (RFC 5545). */
export interface IcsEvent {
  /** The same for ever, whatever moves: `close-1.weihai-craftsman-2024@jiangbang.example.org`. */
  uid: string;
  /** When the entry was last written, of whatever is said in it. */
  stamp: Instant;
  /** Raised by one each time a date in it moves. */
  sequence: number;
  /** A moment, or whole days in China of which the last is included. */
  when: { at: Instant } | { from: PlainDate; to: PlainDate };
  summary: string;
  description?: string;
  address?: string;
  /** `cancelled`: what was announced does not take place; `tentative`: its dates are not certain. */
  status?: 'tentative' | 'cancelled';
}

/**
 * A calendar as Outlook, Apple and Google take it: CRLF, lines of at most 75 octets, instants in UTC so that no zone has to be described,
 * whole days with the day after the last as their end.
 */
export function icsCalendar(name: string, events: readonly IcsEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//jiangbang//zh-CN//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // How often a subscriber looks again: RFC 7986 5.7, and the name Outlook knows.
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    `X-WR-CALNAME:${escapedText(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldedLine(line)}\r\n`).join('');
}

function eventLines({ uid, stamp, sequence, when, summary, description, address, status }: IcsEvent): string[] {
  const dates =
    'at' in when
      ? [`DTSTART:${utc(when.at)}`, `DTEND:${utc(when.at + QUARTER)}`]
      : [`DTSTART;VALUE=DATE:${basic(when.from)}`, `DTEND;VALUE=DATE:${basic(addDays(when.to, 1))}`];
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${sequence}`,
    ...dates,
    `SUMMARY:${escapedText(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escapedText(description)}`]),
    ...(address === undefined ? [] : [`URL:${address}`]),
    ...(status === undefined ? [] : [`STATUS:${status.toUpperCase()}`]),
    // Whoever subscribes is not shown as busy by it.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const QUARTER = 15 * 60_000;

/** `20261127T160000Z`. */
function utc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function basic(date: PlainDate): string {
  return date.replaceAll('-', '');
}
