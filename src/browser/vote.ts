import { nextVoteChange, voteWords } from '#site/live/vote.ts';
import { onClock, reading } from './asked-clock.ts';

// The page gives both ends of the vote; this adds whether one can vote now, by the server's clock alone: a wrong device sends nobody away.
let timer: ReturnType<typeof setTimeout> | undefined;

function show(): void {
  const { now, sure } = reading();
  let next = Infinity;
  for (const line of document.querySelectorAll<HTMLElement>('[data-vote-opens], [data-vote-closes]')) {
    const [opens, closes] = [line.dataset['voteOpens'], line.dataset['voteCloses']].map((text) =>
      text === undefined ? undefined : Date.parse(text),
    );
    const words = sure ? voteWords(opens, closes, now) : '';
    if (line.textContent !== words) line.textContent = words;
    next = Math.min(next, nextVoteChange(opens, closes, now) ?? next);
  }
  clearTimeout(timer);
  if (next < Infinity) timer = setTimeout(show, Math.min(next - now, 86_400_000));
}

onClock(show);
