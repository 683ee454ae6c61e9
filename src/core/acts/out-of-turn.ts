import { type ActKind, kindOf } from './act.ts';
import { chineseState, type Remark, type StateName } from './turn.ts';

/** An act in a state that knows no such act, with what can be done instead. */
export function outOfTurn(kind: ActKind, state: StateName): Remark {
  if (state === 'scheduled') return { code: 'act-before-publication', field: 'date', args: {}, void: true };
  if (state === 'withdrawn') return { code: 'act-after-withdrawal', field: 'date', args: {}, void: true };
  if (state === 'replaced') return { code: 'act-after-replacement', field: 'notice', args: {}, void: true };
  const { words, instead } = kindOf({ kind });
  const args = { act: words, state: chineseState[state], instead: instead[state] ?? '' };
  return { code: 'act-out-of-turn', field: 'kind', args, void: true };
}
