import { chineseReason, leavingWords, type ReasonCode } from '#core/acts/act-reason.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import type { Programme } from '#core/programme/programme.ts';

/** Where a person stands, in the few words of a sheet. */
export function chinesePersonState(state: VisiblePerson['state'], programme: Programme): string {
  const tier = (key: string): string => programme.rules.tiers.find((one) => one.key === key)?.name ?? key;
  switch (state.state) {
    case 'shortlisted':
      return '入围人选';
    case 'candidate':
      return '候选人';
    case 'withdrawn':
      return state.by === 'notice' ? '公示已撤销' : leaving(state.act.data.reasonCode);
    case 'deferred':
      return state.lifted === undefined ? '暂缓命名' : '暂缓已解除';
    case 'honouree':
      return `命名：${tier(state.tier)}${state.movedUp ? '（递补）' : ''}`;
    case 'notConferred': {
      const word = state.reserve ? '未递补' : '未命名';
      return state.reason === undefined ? word : `${word}（${state.reason}）`;
    }
    case 'revoked':
      return `撤销称号：${tier(state.tier)}（${chineseReason[state.act.data.reasonCode]}）`;
    case 'notAdvanced':
      return state.words;
    case 'takenDown':
      return '不再展示';
  }
}

/** Who leaves of their own will has said all there is to say. */
function leaving(reason: ReasonCode): string {
  return reason === 'own-wish' ? leavingWords(reason) : `${leavingWords(reason)}（${chineseReason[reason]}）`;
}
