import type { Programme } from '#core/programme/programme.ts';

/** `，不超过 100 字`: how long a text may be by the programme's rules, for the person who writes it; `''` where they say nothing. */
export function lengthHint({ rules }: Programme, heading: string): string {
  const rule = rules.texts.find((text) => text.heading === heading);
  if (rule?.atMost !== undefined) return `，不超过 ${rule.atMost} 字`;
  return rule?.about === undefined ? '' : `，${rule.about} 字左右`;
}
