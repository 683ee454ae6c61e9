import { chineseActKind, kindOf } from '#core/acts/act.ts';
import { chinaDate, chinaTime, chineseFullDate, type Instant } from '#core/calendar/plain-date.ts';
import type { IcsEvent } from '#core/formats/ics.ts';
import { type Change, type ChangeKind, changesAhead } from '#core/lifecycle/changes-ahead.ts';
import { addressOf, noticeLives } from '#core/lifecycle/notices-of.ts';
import { calendarOf, type Content, type Dossier } from '#core/records/content.ts';
import { dossiers } from '#pipeline/check/check-content.ts';

/** Something after which the files as built no longer say everything. */
export interface Due extends Change {
  round: string;
  /** What happens, in Chinese: `公示期满：关于2026年度威海市首席技师候选人名单的公示`. */
  why: string;
}

/** What changes after `since`, over all rounds and in order. A counted day alone needs no build: the page moves by itself. */
export function duesAfter(content: Content, since: Instant): Due[] {
  const calendar = calendarOf(content, content.site.data.regionalCalendar);
  const dues = dossiers(content, calendar)
    .flatMap((dossier) => noticeLives(dossier))
    .flatMap((dossier) =>
      changesAhead(dossier, since)
        .filter(({ kind }) => kind !== 'day')
        .map((change): Due => ({ ...change, round: addressOf(dossier.folder), why: why(change, dossier) })),
    )
    .sort((a, b) => a.at - b.at || (a.round < b.round ? -1 : a.round > b.round ? 1 : 0));
  return distinct(dues);
}

/** What happens to a round as a whole is due once, whatever its notices. */
function distinct(dues: readonly Due[]): Due[] {
  const seen = new Map<string, Due>();
  for (const due of dues) {
    const key = JSON.stringify([due.at, due.kind, due.act, due.kind === 'act' ? '' : due.why]);
    if (!seen.has(key)) seen.set(key, due);
  }
  return [...seen.values()];
}

/** As entries of a calendar whose ids stay when an extension moves a date. */
export function dueEvents(dues: readonly Due[], host: string, stamp: Instant): IcsEvent[] {
  return dues.map((due) => ({
    uid: `${nameOf(due)}.${due.round.replace('/', '-')}@${host}`,
    stamp,
    sequence: due.window?.moves ?? 0,
    when: { at: due.at },
    summary: `重新生成网站：${due.why}`,
    description: `${chinaText(due)}（北京时间）起，已生成的网页不再是最新的。请运行 npm run build 并发布。`,
  }));
}

/** `2026年11月27日（星期五）24:00` for what ends, `2026年11月28日（星期六）00:00` for what begins. */
export function chinaText({ at, kind }: Pick<Due, 'at' | 'kind'>): string {
  const time = chinaTime(at);
  if (time === '00:00' && ENDS.includes(kind)) return `${chineseFullDate(chinaDate(at - 1))}24:00`;
  return `${chineseFullDate(chinaDate(at))}${time}`;
}

const ENDS: readonly ChangeKind[] = ['close', 'decay', 'title-ends'];

function nameOf({ kind, act, window }: Due): string {
  return [kind, act, window && String(window.publicity)].filter((part) => part !== undefined).join('-');
}

function why({ kind, act }: Change, { folder }: Dossier): string {
  const notice = folder.notice?.data.title ?? folder.round.data.title;
  const record = folder.acts.find(({ id }) => id === act)?.data;
  switch (kind) {
    case 'publication':
      return `公示发布：${notice}`;
    case 'opening':
      return `公示开始：${notice}`;
    case 'close':
      return `公示期满：${notice}`;
    case 'resumption':
      return `公示恢复：${notice}`;
    case 'act':
      return `${record ? (kindOf(record).headline?.(record) ?? chineseActKind[record.kind]) : '办理事项'}公布：${notice}`;
    case 'result':
      return `结果公布：${folder.result?.data.title ?? folder.round.data.title}`;
    case 'decay':
      return `个人材料到期不再展示：${folder.round.data.title}`;
    case 'title-ends':
      return `称号期满：${folder.round.data.title}`;
    case 'day':
      return `公示进入下一天：${notice}`;
  }
}
