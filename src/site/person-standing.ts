import { chineseReason } from '#core/acts/act-reason.ts';
import { chinaDate, chineseDate } from '#core/calendar/plain-date.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { candidateWord } from './person-row.ts';
import type { PublicRound } from './publication.ts';

/** Where a person stands, in words that no clock makes untrue. */
export interface StandingView {
  kind:
    'shortlisted' | 'candidate' | 'notAdvanced' | 'honouree' | 'notConferred' | 'withdrawn' | 'revoked' | 'takenDown';
  text: string;
  /** Who conferred, of an honouree. */
  authority?: string;
  /** The act that changed it, an anchor on the notice page. */
  act?: string;
}

export function standingView({ state }: VisiblePerson, round: PublicRound): StandingView {
  const { programme, data, result } = round;
  const where = `${data.edition}${programme.data.title}`;
  const tier = (key: string): (typeof programme.data.rules.tiers)[number] | undefined =>
    programme.data.rules.tiers.find((one) => one.key === key);
  switch (state.state) {
    case 'shortlisted':
    case 'candidate':
      return { kind: state.state, text: `${where}${candidateWord(round)}` };
    case 'withdrawn': {
      const { data: act, id } = state.act;
      const what = state.by === 'notice' ? '公示已撤销' : '取消候选资格';
      const text = `${chineseDate(chinaDate(state.since))}${what}（${chineseReason[act.reasonCode]}）`;
      return { kind: 'withdrawn', text, act: id };
    }
    case 'notAdvanced':
      return { kind: 'notAdvanced', text: `${where}${candidateWord(round)}，${state.words}` };
    case 'notConferred':
      return { kind: 'notConferred', text: `${where}${candidateWord(round)}，未列入命名名单` };
    case 'honouree': {
      const title = tier(state.tier)?.name ?? programme.data.title;
      const verb = state.title ? '被命名为' : '获得';
      const until = state.until && `，期限至${chineseDate(state.until)}${state.ended ? '，已满' : ''}`;
      return {
        kind: 'honouree',
        text: `${chineseDate(state.conferredOn)}${verb}${title}${until ?? ''}`,
        authority: programme.data.conferringAuthority.join('、'),
      };
    }
    case 'revoked': {
      const title = tier(state.tier)?.name ?? programme.data.title;
      const conferred = result ? chineseDate(result.data.conferredOn) : '';
      const reason = chineseReason[state.act.data.reasonCode];
      const text = `${conferred}被命名为${title}，${chineseDate(chinaDate(state.since))}撤销（${reason}）`;
      return { kind: 'revoked', text, act: state.act.id };
    }
    case 'takenDown':
      return { kind: 'takenDown', text: '该人选信息已不再展示' };
  }
}
