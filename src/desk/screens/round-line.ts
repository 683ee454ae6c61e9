import { chineseState } from '#core/acts/turn.ts';
import { chinaDate, chineseFullDate, daysBetween, type Instant } from '#core/calendar/plain-date.ts';
import type { Finding } from '#core/catalogue/finding.ts';
import { noticeState, promisedClose } from '#core/lifecycle/notice-state.ts';
import { noticeLives } from '#core/lifecycle/notices-of.ts';
import { type NoticeState } from '#core/lifecycle/phase.ts';
import type { Dossier } from '#core/records/content.ts';
import type { Link } from '#desk/frame/link.ts';
import { noticeIdOf } from '#pipeline/content/chosen-notice.ts';
import { findingsOfRound } from '#pipeline/content/chosen-round.ts';
import { itemsOf, queryOf, type SignedItem } from './signed-items.ts';

export const STEPS = ['建届', '导入', '检查', '校样', '批准', '发布', '公示', '结果'] as const;

/** Where a round stands, and the one thing to do next. */
export interface RoundLine {
  id: string;
  title: string;
  /** Index in `STEPS` of what is under way; their number once all is done. */
  step: number;
  told: string[];
  next: Link | undefined;
  /** What is to be signed next. */
  item?: SignedItem;
}

export function roundLine(dossier: Dossier, findings: readonly Finding[], now: Instant): RoundLine {
  const { folder } = dossier;
  const { id } = folder;
  const round = encodeURIComponent(id);
  const line = (step: (typeof STEPS)[number] | undefined, told: string[], next?: Link): RoundLine => ({
    id,
    title: folder.round.data.title,
    step: step === undefined ? STEPS.length : STEPS.indexOf(step),
    told,
    next,
  });
  // Of several notices, the one that is under way: the last that is approved or public, or the first that is not.
  const lives = noticeLives(dossier);
  const life = lives.find(({ folder: one }) => one.approval === undefined) ?? lives.at(-1) ?? dossier;
  const notice = noticeIdOf(life.folder);
  const open = findingsOfRound(findings, id, notice);
  const errors = open.filter(
    ({ level, code }) => level === 'error' && !code.startsWith('approval-') && !code.startsWith('review-'),
  );
  const waiting = itemsOf({ dossier }).filter(({ one, settled }) => one !== undefined && !settled);
  const state = noticeState(life, now);
  const isPublic = state.state !== 'scheduled';
  if (life.folder.roster === undefined) {
    return line('导入', ['还没有名单。'], { href: `/import?round=${round}`, label: '导入名单' });
  }
  if (errors.length > 0) {
    return line('检查', [`有 ${errors.length} 处错误要改正。`], {
      href: `/check?round=${round}`,
      label: '看要改正什么',
    });
  }
  const [first] = waiting;
  if (first) {
    const told = [`${first.title}还没有复核，复核以后才能发布。`];
    const next = { href: `/approval?${queryOf(id, first)}`, label: '出校样，请人复核' };
    return { ...line(isPublic ? '公示' : '校样', told, next), item: first };
  }
  const approved = life.folder.approval !== undefined;
  const changed = open.some(({ code }) => code.startsWith('approval-'));
  if (!isPublic && (!approved || changed)) {
    const reminders = open.filter(({ level }) => level === 'warning').length;
    const told = [
      changed ? '批准以后内容改动过。' : '检查没有错误。',
      ...(reminders > 0 ? [`还有 ${reminders} 条提醒要改正，或写明为什么保留。`] : []),
    ];
    const next = {
      href: `/approval?round=${round}&notice=${notice}`,
      label: changed ? '看改动，重新批准' : '出校样，送复核',
    };
    const item = itemsOf({ dossier }).find((one) => one.notice === notice);
    return { ...line('校样', told, next), ...(item && { item }) };
  }
  if (!isPublic) {
    return line(
      '发布',
      [
        `已经批准。${state.publishes === undefined ? '' : `公示定于${chineseFullDate(chinaDate(state.publishes))}发布。`}`,
      ],
      { href: '/publish', label: '生成并发布网站' },
    );
  }
  if (changed) {
    return line('公示', ['批准过、已经公布的内容被直接改动过。请改回；确要改的，用更正办理。'], {
      href: `/approval?round=${round}&notice=${notice}`,
      label: '看改动了什么',
    });
  }
  return afterPublication(line, round, state, promisedClose(life, now), now);
}

function afterPublication(
  line: (step: (typeof STEPS)[number] | undefined, told: string[], next?: Link) => RoundLine,
  round: string,
  state: NoticeState,
  closesOn: ReturnType<typeof promisedClose>,
  now: Instant,
): RoundLine {
  const said = `${chineseState[state.state]}。`;
  switch (state.state) {
    case 'before':
    case 'open': {
      const left = daysBetween(chinaDate(now), closesOn);
      const day = state.state === 'open' ? `第 ${state.ordinal} 天，共 ${state.of} 天。` : '';
      return line('公示', [`${said}${day}截止${chineseFullDate(closesOn)}，还有 ${left} 天。`], {
        href: `/acts?round=${round}`,
        label: '要更正、延长或取消资格',
      });
    }
    case 'suspended':
    case 'unknown':
      return line('公示', [said], { href: `/acts?round=${round}`, label: '办理公示以后的事项' });
    case 'closed':
      return line('结果', [said], { href: `/result?round=${round}`, label: '写出结果' });
    case 'announced':
      return line(undefined, [said]);
    case 'withdrawn':
    case 'replaced':
    case 'scheduled':
      return line(undefined, [said]);
  }
}
