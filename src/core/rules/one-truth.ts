import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Rule } from '#core/judging/rule.ts';
import { noticeLives } from '#core/lifecycle/notices-of.ts';
import { type Claim, claimsIn } from '#core/prose/claims.ts';
import { contradiction, type Facts } from '#core/prose/facts.ts';
import { factsAmong, factsOf } from '#core/prose/facts-of.ts';
import { type Dossier, type Entry, placeOf } from '#core/records/content.ts';

export const oneTruth: Rule = {
  name: 'one-truth',
  asks: 'round',
  description:
    '公示、结果和公告正文里的日期、钟点、人数、天数、电话与数据一致，一页没有两个截止日；另有所指的写明一次。',
  check(dossier) {
    const { folder } = dossier;
    const { otherFacts } = folder.round.data;
    const used = new Set<string>();
    const found = textsOf(dossier)
      .flatMap(({ entry, facts }) => judged(entry, facts))
      .filter(({ claim }) => {
        const other = otherFacts.find(
          ({ words }) => claim.words.includes(plain(words)) || plain(words).includes(claim.words),
        );
        if (other) used.add(other.words);
        return other === undefined;
      });
    return [...found.map(({ one }) => one), ...idle(dossier, used)];
  },
};

/** Every text of the round with the facts that it is held to: of a round with several notices each has a window of its own. */
function textsOf(dossier: Dossier): { entry: Entry<object>; facts: Facts }[] {
  const notices = noticeLives(dossier);
  const all = notices.map((one) => factsOf(one));
  const facts = all.map((own) => factsAmong(own, all));
  const told = new Set<string>();
  const texts = notices.flatMap(({ folder: { notice, acts, part } }, index) => {
    const own = facts[index];
    if (!own) return [];
    const named = acts.filter(({ id, data }) => {
      const mine = !told.has(id) && (data.notice === undefined || part === undefined || data.notice === part.id);
      if (mine) told.add(id);
      return mine;
    });
    return [{ notice: notice && { entry: notice, facts: own }, acts: named.map((entry) => ({ entry, facts: own })) }];
  });
  // The announcement speaks of the last list.
  const last = facts.at(-1);
  const { result, further = [] } = dossier.folder;
  return [
    ...texts.flatMap(({ notice }) => notice ?? []),
    ...(last ? [...(result ? [result] : []), ...further].map((entry) => ({ entry, facts: last })) : []),
    ...texts.flatMap(({ acts }) => acts),
  ];
}

function judged(entry: Entry<object>, facts: Facts): { claim: Claim; one: Finding }[] {
  const title = 'title' in entry.data ? entry.data.title : undefined;
  const texts = [
    ...(typeof title === 'string' ? [{ text: title, line: entry.lines['title'] ?? 0 }] : []),
    ...entry.sections,
  ];
  return texts.flatMap(({ text, line }) =>
    claimsIn(text).flatMap((claim) => {
      const known = contradiction(claim, facts);
      if (known === undefined) return [];
      const args = { words: claim.words, what: WHAT[claim.kind], known, sentence: around(claim) };
      return [{ claim, one: finding('prose-contradicts', { file: entry.file, ...(line > 0 && { line }) }, args) }];
    }),
  );
}

/** What stands for nothing in the texts any more. */
function idle({ folder: { round } }: Dossier, used: ReadonlySet<string>): Finding[] {
  return round.data.otherFacts.flatMap(({ words }, index) =>
    used.has(words) ? [] : [finding('other-fact-not-needed', placeOf(round, `otherFacts.${index}`), { words })],
  );
}

const WHAT: Record<Claim['kind'], string> = {
  date: '日期',
  hour: '钟点',
  count: '人数',
  length: '公示天数',
  telephone: '电话',
  mailbox: '邮箱',
  postcode: '邮编',
};

function around({ sentence, words }: Claim): string {
  const at = Math.max(0, sentence.indexOf(words));
  const [from, to] = [Math.max(0, at - 14), at + words.length + 14];
  return `${from > 0 ? '…' : ''}${sentence.slice(from, to)}${to < sentence.length ? '…' : ''}`;
}

function plain(words: string): string {
  return words.normalize('NFKC').replace(/\s+/gu, '');
}
