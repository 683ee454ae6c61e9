import { chinaInstant, type Instant } from '#core/calendar/plain-date.ts';
import type { Common } from './act-kind.ts';

/** When an act becomes public and takes effect. */
export function actInstant({ date, publishedTime }: Pick<Common, 'date' | 'publishedTime'>): Instant {
  return chinaInstant(date, publishedTime);
}
