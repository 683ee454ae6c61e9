import type { Programme } from '#core/programme/programme.ts';
import { line } from '#core/text/tidy.ts';

/** The tier that a group's heading names, `一、港城十大工匠（10名）` or `工匠`, for the rows below it; by the programme's own names, with or without what they all begin with. */
export function tierOfHeading(text: string, { rules }: Programme): string | undefined {
  const names = rules.tiers.map(({ name }) => name);
  if (names.length < 2) return undefined;
  const word = line(text)
    .replace(/^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、])\s*/u, '')
    .replace(/[（(][^（()）]*[)）]$/u, '')
    .replace(/[:：]?\s*(?:共?\s*\d+\s*[名人])?$/u, '')
    .replace(/[“”"‘’'\s]/gu, '')
    .replace(/(?:推荐|候选)?(?:人选|对象|名单)$/u, '');
  const shared = prefixOf(names);
  return names.find((name) => name === word || (word !== '' && name.slice(shared.length) === word));
}

function prefixOf([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  while (!others.every((other) => other.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length);
}
