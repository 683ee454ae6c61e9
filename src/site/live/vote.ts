/** What a reader's clock says of a public vote. Runs in the browser: no import; instants in milliseconds, either may be unknown. */
export function voteWords(opens: number | undefined, closes: number | undefined, now: number): string {
  if (opens !== undefined && now < opens) return '投票还没有开始。';
  if (closes !== undefined && now >= closes) return '投票已经结束。';
  return opens === undefined || closes === undefined ? '' : '现在可以投票。';
}

/** The next instant at which the words change. */
export function nextVoteChange(opens: number | undefined, closes: number | undefined, now: number): number | undefined {
  return [opens, closes].find((at) => at !== undefined && at > now);
}
