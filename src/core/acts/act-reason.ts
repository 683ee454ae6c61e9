/** What may happen to a notice after it is public, and to a decision after it is made; the words stand in domain.md. */
export const ACT_KINDS = [
  'correction',
  'extension',
  'suspension',
  'resumption',
  're-publicity',
  'withdraw-candidate',
  'withdraw-notice',
  'revoke',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export const chineseActKind: Record<ActKind, string> = {
  correction: '更正',
  extension: '延长公示',
  suspension: '中止公示',
  resumption: '恢复公示',
  're-publicity': '重新公示',
  'withdraw-candidate': '取消候选资格',
  'withdraw-notice': '撤销公示',
  revoke: '撤销称号',
};

/** A takedown is no act of the notice, but answers for itself in the same words. */
export type ReasonFor = ActKind | 'takedown';

const PERSON: readonly ReasonFor[] = ['withdraw-candidate', 'revoke'];
const WINDOW: readonly ReasonFor[] = ['extension', 'suspension', 're-publicity'];

/**
 * The closed list of reasons: in Chinese, and for which acts each can stand. The first four are those published when candidates for
 * 全国劳动模范 were struck out in 2005; the others are what offices name in corrections, extensions and revocations.
 */
const REASONS = {
  'identity-untrue': { words: '身份不实', kinds: PERSON },
  'deeds-insufficient': { words: '事迹不突出', kinds: PERSON },
  disciplined: { words: '受过处分', kinds: PERSON },
  'safety-accident': { words: '发生安全事故', kinds: PERSON },
  'materials-untrue': { words: '申报材料不实', kinds: [...PERSON, 'withdraw-notice'] },
  ineligible: { words: '不符合申报条件', kinds: PERSON },
  unlawful: { words: '违法违纪', kinds: PERSON },
  'duty-neglected': { words: '不履行职责、考核不合格', kinds: ['revoke'] },
  'own-wish': { words: '本人放弃', kinds: [...PERSON, 'takedown'] },
  deceased: { words: '本人去世', kinds: ['withdraw-candidate', 'takedown'] },
  'left-post': { words: '调离岗位或单位', kinds: PERSON },
  'objection-upheld': { words: '异议成立', kinds: [...PERSON, 're-publicity', 'withdraw-notice'] },
  'objection-examined': { words: '异议正在核实', kinds: ['extension', 'suspension'] },
  'examination-finished': { words: '核实完毕', kinds: ['resumption'] },
  slip: { words: '文字差错', kinds: ['correction'] },
  'facts-changed': { words: '情况变化', kinds: ['correction'] },
  'contact-wrong': { words: '联系方式有误', kinds: ['correction', ...WINDOW] },
  'calendar-amended': { words: '国家放假安排调整', kinds: ['extension', 're-publicity'] },
  outage: { words: '公示媒体或网站中断', kinds: [...WINDOW, 'resumption'] },
  'outlet-late': { words: '公示媒体刊登推迟', kinds: WINDOW },
  'force-majeure': { words: '不可抗力', kinds: [...WINDOW, 'resumption', 'withdraw-notice'] },
  'material-change': { words: '名单或重要内容变动', kinds: ['re-publicity', 'withdraw-notice'] },
  'procedure-faulty': { words: '程序有误', kinds: [...WINDOW, 'withdraw-notice', 'revoke'] },
  'published-by-mistake': { words: '误发', kinds: ['withdraw-notice', 'takedown'] },
  'superior-decision': {
    words: '上级或司法、监察机关决定',
    kinds: [...PERSON, ...WINDOW, 'resumption', 'withdraw-notice'],
  },
  secrecy: { words: '涉及国家秘密或工作秘密', kinds: ['withdraw-candidate', 'withdraw-notice', 'takedown'] },
  privacy: { words: '涉及个人隐私', kinds: ['correction', 'takedown'] },
  'consent-withdrawn': { words: '本人撤回公开同意', kinds: ['takedown'] },
  'retention-ended': { words: '公开期限届满', kinds: ['takedown'] },
} as const satisfies Record<string, { words: string; kinds: readonly ReasonFor[] }>;

export type ReasonCode = keyof typeof REASONS;

export const chineseReason = Object.fromEntries(
  Object.entries(REASONS).map(([code, { words }]) => [code, words]),
) as Record<ReasonCode, string>;

/** The codes that can stand for one kind of act, at least one. */
export function reasonsFor(kind: ReasonFor): [ReasonCode, ...ReasonCode[]] {
  const codes = Object.entries(REASONS)
    .filter(([, { kinds }]) => (kinds as readonly ReasonFor[]).includes(kind))
    .map(([code]) => code as ReasonCode);
  return codes as [ReasonCode, ...ReasonCode[]];
}
