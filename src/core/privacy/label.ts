import type { DigitGroups } from './digit-group.ts';
import { type LabelKind, labelWords } from './label-word.ts';

export interface Label {
  kind: LabelKind;
  start: number;
  end: number;
}

/** All labels of a folded text in order. */
export function findLabels(text: string): Label[] {
  return labelWords(text);
}

export interface Attached {
  kind: LabelKind;
  /** Nothing but punctuation and words like 号码 or 为 stands between label and value. */
  direct: boolean;
}

const FARTHEST = 24;
const FILLER =
  /^(?:[\s\p{P}\p{S}]|号码|号|码|为|是|系|及|和|或|与|本人|个人|办公室|办公|直拨|均为|同号|no|No|NO|number|Number|value|content|text)*$/u;
const STOP = /[。!?;\n\uFDD0]/;
/** 身份证号码：；…, 电话：____。…: the field was left blank, and what follows is another sentence. A lone ; is a slip for the colon. */
const LEFT_BLANK = /[:=][ _]*[;。]/;

/** Whether between a word and a figure the word's own field ends empty. */
export function isLeftBlank(between: string): boolean {
  return LEFT_BLANK.test(between);
}

/** For groups of digits, by their place in the list, what the nearest word before them says they are. */
export function labelsOf(groups: DigitGroups, labels: readonly Label[]): Map<number, Attached> {
  const attached = new Map<number, Attached>();
  let group = 0;
  for (const [index, label] of labels.entries()) {
    while (group < groups.count && groups.start(group) < label.end) group += 1;
    const start = groups.start(group);
    if (group === groups.count || start - label.end > FARTHEST + 8) continue;
    if (start >= (labels[index + 1]?.end ?? Number.POSITIVE_INFINITY)) continue;
    const found = attach(groups.text, label, start);
    if (!found) continue;
    attached.set(group, found);
    if (found.kind === 'telephone' || found.kind === 'mobile') passOn(groups, group, found, attached);
  }
  return attached;
}

/** Of two numbers behind one 电话： the second is a telephone as well. */
function passOn(groups: DigitGroups, from: number, label: Attached, attached: Map<number, Attached>): void {
  for (let next = from + 1; next < groups.count && groups.length(next - 1) >= 3; next += 1) {
    const start = groups.start(next);
    if (start - groups.end(next - 1) > 16) return;
    const between = groups.text.slice(groups.end(next - 1), start).replace(/\([^()]{0,12}\)/g, '');
    if (!/^(?:[\s\p{P}\p{S}]|或|和|及|转){0,6}$/u.test(between)) return;
    attached.set(next, { ...label, direct: false });
  }
}

function attach(text: string, label: Label, start: number): Attached | undefined {
  const between = text.slice(label.end, start).replace(/\([^()]{0,12}\)/g, '');
  if (isLeftBlank(between)) return undefined;
  if (FILLER.test(between)) return { kind: label.kind, direct: true };
  if (between.length > FARTHEST || STOP.test(between)) return undefined;
  // 手机号码（必填），合计 …: the value was left out. A name may stand before a telephone: 电话：某某，….
  if (label.kind !== 'telephone' && /[,、]/.test(between)) return undefined;
  return { kind: label.kind, direct: false };
}
