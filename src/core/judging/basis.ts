import type { Programme } from '#core/programme/programme.ts';

/** `（依据：连工发〔2019〕33号，四、4）`: the clause a finding rests on. */
export function basis({ source }: Programme, clause: string): string {
  const title = source.title.replaceAll('《', '〈').replaceAll('》', '〉');
  return `（依据：${source.number ?? `《${title}》`}，${clause}）`;
}
