/**
 * The closed list of reasons. The first four are those published when candidates for 全国劳动模范 were struck out in 2005; the others
 * are what offices name in corrections, extensions and revocations. Which can stand for a kind of act, the kind says itself.
 */
export const chineseReason = {
  'identity-untrue': '身份不实',
  'deeds-insufficient': '事迹不突出',
  disciplined: '受过处分',
  'safety-accident': '发生安全事故',
  'materials-untrue': '申报材料不实',
  ineligible: '不符合申报条件',
  unlawful: '违法违纪',
  'duty-neglected': '不履行职责、考核不合格',
  'own-wish': '本人放弃',
  deceased: '本人去世',
  'left-post': '调离岗位或单位',
  'objection-upheld': '异议成立',
  'objection-examined': '异议正在核实',
  'examination-finished': '核实完毕',
  slip: '文字差错',
  'facts-changed': '情况变化',
  'contact-wrong': '联系方式有误',
  'calendar-amended': '国家放假安排调整',
  outage: '公示媒体或网站中断',
  'outlet-late': '公示媒体刊登推迟',
  'force-majeure': '不可抗力',
  'material-change': '名单或重要内容变动',
  'procedure-faulty': '程序有误',
  'published-by-mistake': '误发',
  'superior-decision': '上级或司法、监察机关决定',
  secrecy: '涉及国家秘密或工作秘密',
  privacy: '涉及个人隐私',
  'consent-withdrawn': '本人撤回公开同意',
  'retention-ended': '公开期限届满',
} as const;

export type ReasonCode = keyof typeof chineseReason;

/** A takedown is no act of the notice, but answers for itself in the same words. */
export const TAKEDOWN_REASONS = [
  'own-wish',
  'deceased',
  'published-by-mistake',
  'secrecy',
  'privacy',
  'consent-withdrawn',
  'retention-ended',
] as const satisfies readonly ReasonCode[];

/** What it is called that somebody is no longer on the list: who leaves of their own will, or has died, or moved on, is not struck out. */
export function leavingWords(reason: ReasonCode): string {
  switch (reason) {
    case 'own-wish':
      return '退出';
    case 'deceased':
    case 'left-post':
      return '不再列为人选';
    default:
      return '取消候选资格';
  }
}
