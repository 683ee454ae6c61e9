import { nameKey } from './person-name.ts';

/** Whether a former name stands in a text; as a part of the new one (李娜 in 李娜娜) it does not. */
export function hasFormerName(text: string, former: string, now: string): boolean {
  return outside(text, now).some((part) => nameKey(part).includes(nameKey(former)));
}

/** A text with the new name wherever the former one was written as it stands. */
export function withNewName(text: string, former: string, now: string): string {
  return outside(text, now)
    .map((part) => part.replaceAll(former, () => now))
    .join(now);
}

function outside(text: string, name: string): string[] {
  return name === '' ? [text] : text.split(name);
}
