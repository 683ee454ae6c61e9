import { chineseReason } from '#core/acts/act-reason.ts';
import { chinaDate, chineseDate } from '#core/calendar/plain-date.ts';
import { conferralOf } from '#core/lifecycle/results.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { candidateWordOf, markWords } from './person-row.ts';
import type { PublicRound } from './publication.ts';

/** Where a person stands, in words that no clock makes untrue. */
export interface StandingView {
  kind:
    | 'shortlisted'
    | 'candidate'
    | 'notAdvanced'
    | 'deferred'
    | 'honouree'
    | 'notConferred'
    | 'withdrawn'
    | 'revoked'
    | 'takenDown';
  text: string;
  /** Who conferred, of an honouree. */
  authority?: string;
  /** The act that changed it, an anchor on the notice page. */
  act?: string;
  /** The announcement that names it: 1, or 2 and on for a 补充公布. */
  announcement?: number;
}

export function standingView(line: VisiblePerson, round: PublicRound): StandingView {
  const { state } = line;
  const { programme, data, results } = round;
  const where = `${data.edition}${programme.data.title}`;
  const word = candidateWordOf(line, round);
  const tier = (key: string): (typeof programme.data.rules.tiers)[number] | undefined =>
    programme.data.rules.tiers.find((one) => one.key === key);
  switch (state.state) {
    case 'shortlisted':
    case 'candidate':
      return { kind: state.state, text: `${where}${word}` };
    case 'deferred': {
      const text =
        state.lifted === undefined
          ? `${chineseDate(chinaDate(state.since))}暂缓命名，结果另行公布`
          : `${chineseDate(chinaDate(state.lifted))}解除暂缓，结果另行公布`;
      return { kind: 'deferred', text: `${where}${word}，${text}`, act: state.act.id };
    }
    case 'withdrawn': {
      const { data: act, id } = state.act;
      const what = state.by === 'notice' ? `公示已撤销（${chineseReason[act.reasonCode]}）` : markWords(state);
      return { kind: 'withdrawn', text: `${chineseDate(chinaDate(state.since))}${what}`, act: id };
    }
    case 'notAdvanced':
      return { kind: 'notAdvanced', text: `${where}${word}，${state.words}` };
    case 'notConferred':
      return { kind: 'notConferred', text: `${where}${word}，${state.reserve ? '未递补' : '未命名'}` };
    case 'honouree': {
      const title = tier(state.tier)?.name ?? programme.data.title;
      const verb = `${state.movedUp ? '递补，' : ''}${state.title ? '被命名为' : '获得'}`;
      const until = state.until && `，期限至${chineseDate(state.until)}${state.ended ? '，已满' : ''}`;
      return {
        kind: 'honouree',
        text: `${chineseDate(state.conferredOn)}${verb}${title}${until ?? ''}`,
        authority: programme.data.conferringAuthority.join('、'),
        ...(state.announcement > 1 && { announcement: state.announcement }),
      };
    }
    case 'revoked': {
      const title = tier(state.tier)?.name ?? programme.data.title;
      const named = conferralOf(line.id, results);
      const conferred = named ? chineseDate(named.result.data.conferredOn) : '';
      const { reasonCode } = state.act.data;
      const what = reasonCode === 'own-wish' ? '本人放弃' : `撤销（${chineseReason[reasonCode]}）`;
      const text = `${conferred}被命名为${title}，${chineseDate(chinaDate(state.since))}${what}`;
      return { kind: 'revoked', text, act: state.act.id };
    }
    case 'takenDown':
      return { kind: 'takenDown', text: '该人选信息已不再展示' };
  }
}
