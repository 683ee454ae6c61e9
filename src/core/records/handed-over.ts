import type { Instant } from '#core/calendar/plain-date.ts';
import type { Content } from './content.ts';

/** What a build hands to the thread that renders its pages, so that the content is read and judged once. */
export interface HandedOver {
  content: Content;
  /** The instant the build takes for now. */
  now: Instant;
}
