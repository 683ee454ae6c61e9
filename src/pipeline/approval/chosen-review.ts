import { type Act, chineseActKind, kindOf } from '#core/acts/act.ts';
import { isReviewed, type Reviewable, reviewables, reviewOf } from '#core/judging/reviewable.ts';
import { chineseReviewable } from '#core/judging/reviewable-words.ts';
import type { RoundFolder } from '#core/records/content.ts';
import { Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import type { Given, Options } from '#pipeline/commands/define-command.ts';

/** Which act, result or takedown is meant. */
export const ONE_OF = {
  act: {
    type: 'string',
    value: '哪一份',
    help: '公示以后办理的一份事项：文件名（2026-11-24-correction），或者种类、姓名，只有一份对得上时',
  },
  result: { type: 'boolean', help: '结果' },
  further: { type: 'string', value: '序号', help: '补充公布，文件是 result-2.md 的写 2' },
  takedown: { type: 'string', value: '编号', help: '撤下的人' },
} as const satisfies Options;

export function asksForOne(given: Given<typeof ONE_OF>): boolean {
  return FLAGS.some((flag) => given.text(flag) !== undefined) || given.flag('result');
}

const FLAGS = ['act', 'takedown', 'further'] as const;

/** What of a round the options name; `undefined` where they name none of it. Refuses what is not there, with what there is. */
export function chosenReview(given: Given<typeof ONE_OF>, folder: RoundFolder): Reviewable | undefined {
  const asked = FLAGS.filter((flag) => given.text(flag) !== undefined);
  const count = asked.length + (given.flag('result') ? 1 : 0);
  if (count === 0) return undefined;
  if (count > 1) throw new UsageError('--act、--result、--further、--takedown 一次只写一种。');
  const all = reviewables(folder);
  const [flag] = asked;
  const of = flag === undefined || flag === 'further' ? 'result' : flag;
  const known = all.filter((one) => one.of === of);
  const stated = flag === undefined ? '' : (given.text(flag) ?? '').trim();
  const text = of !== 'result' ? stated : flag === 'further' ? `result-${stated.replace(/^result-/, '')}` : 'result';
  const exact = known.find(({ id }) => id === text);
  if (exact) return exact;
  const matching = known.filter((one) => words(one, folder).some((word) => word.includes(text)));
  const open = matching.filter((one) => !isReviewed(one, reviewOf(folder, one)));
  const [only, ...more] = open.length > 0 ? open : matching;
  if (only && more.length === 0) return only;
  const listed = (matching.length > 0 ? matching : known).map((one) => `${one.id}（${chineseReviewable(one)}）`);
  const what =
    of === 'result'
      ? `${text === 'result' ? '结果' : '补充公布'}（${text}.md）`
      : of === 'act'
        ? `“${text}”这一份`
        : `编号 ${text} 的撤下记录`;
  const more_ = listed.length > 0 ? `现有：${listed.join('、')}。请写明是哪一份。` : '请核对 --round。';
  throw new Refusal(
    'review-of-nothing',
    matching.length > 0 ? `“${text}”对得上 ${matching.length} 份。${more_}` : `${folder.id} 没有${what}。${more_}`,
  );
}

/** By what a clerk may call it: the kind, the date, the people. */
function words({ of, id, entry }: Reviewable, folder: RoundFolder): string[] {
  if (of !== 'act') return [id];
  const act = entry.data as Act;
  const people = kindOf(act).whom(act);
  const names = people.flatMap((person) => folder.people.find((one) => one.id === person)?.data.name ?? []);
  return [id, chineseActKind[act.kind], chineseReviewable({ of, id }), ...people, ...names];
}
