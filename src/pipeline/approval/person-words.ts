import { chineseReason } from '#core/acts/act-reason.ts';
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
      return state.by === 'notice' ? '公示已撤销' : `取消候选资格（${chineseReason[state.act.data.reasonCode]}）`;
    case 'honouree':
      return `命名：${tier(state.tier)}`;
    case 'notConferred':
      return state.reason === undefined ? '未列入命名名单' : `未列入命名名单（${state.reason}）`;
    case 'revoked':
      return `撤销称号：${tier(state.tier)}（${chineseReason[state.act.data.reasonCode]}）`;
    case 'notAdvanced':
      return state.words;
    case 'takenDown':
      return '不再展示';
  }
}
