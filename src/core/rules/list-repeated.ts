import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, placeOf, type RoundFolder } from '#core/records/content.ts';
import { nameKey } from '#core/text/person-name.ts';

export const listRepeated: Rule = {
  name: 'list-repeated',
  description: '没有不重复参评的条款时，名单与以前一届大半相同、或一连几人次序相同的，要问一问是不是拿错了名单。',
  check(dossier) {
    const { programme, folder, earlier } = dossier;
    if (programme.data.rules.repeat || !folder.roster) return [];
    return earlier.flatMap((round) => judge(dossier, round));
  },
};

/** So many names one after the other, in the same order, are no chance. */
const RUN = 4;
const LEAST = 3;

function judge({ folder: { roster } }: Dossier, earlier: RoundFolder): Finding[] {
  const [now, then] = [roster, earlier.roster].map((list) =>
    (list?.data.people ?? []).map(({ name }) => nameKey(name)),
  );
  if (!roster || !now || !then) return [];
  const known = new Set(then);
  const same = now.filter((name) => known.has(name)).length;
  const run = longestRun(now, then);
  if (!(same >= LEAST && same * 2 > now.length) && run < RUN) return [];
  const args = { same, of: now.length, run, edition: earlier.round.data.edition };
  return [finding('list-repeats-earlier', placeOf(roster, 'people'), args)];
}

/** How many names stand one after the other in both lists. */
function longestRun(now: readonly string[], then: readonly string[]): number {
  let longest = 0;
  for (const [from, name] of now.entries()) {
    const at = then.indexOf(name);
    if (at < 0) continue;
    let length = 0;
    while (now[from + length] !== undefined && now[from + length] === then[at + length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}
