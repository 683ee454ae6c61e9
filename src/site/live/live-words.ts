import type { LiveState } from './live-state.ts';

/** The state in words, as phrases that no line break should divide. Runs in the browser. */
export function liveWords(state: LiveState, length: number, working: boolean): string[] {
  const unit = working ? '个工作日' : '天';
  const whole = working ? `共${length}个` : `共${length}天`;
  switch (state.phase) {
    case 'before':
      return ['公示尚未开始 ·', `共${length}${unit}`];
    case 'suspended':
      return ['公示中止 ·', `已过${state.ordinal}${unit}，`, whole];
    case 'closed':
      return ['公示已结束，', '等待结果'];
    case 'open':
      if (state.last && state.today) return ['公示中 ·', `第${state.ordinal}${unit}，`, `${whole}，`, '今天截止'];
      if (state.today) return ['公示中 ·', `第${state.ordinal}${unit}，`, whole];
      if (state.ordinal === 0) return ['公示中 ·', '今天不计入，', `共${length}${unit}`];
      return ['公示中 ·', '今天休息不计，', `已过${state.ordinal}${unit}，`, whole];
  }
}

/** `还剩2个工作日`: counted days of the window after today; empty on the last of them and unless the window is open. */
export function daysLeft(state: LiveState, length: number, working: boolean): string {
  if (state.phase !== 'open') return '';
  const left = length - state.ordinal;
  return left > 0 ? `还剩${left}${working ? '个工作日' : '天'}` : '';
}
