export type FaultCode = keyof typeof TEXTS;

export interface EvidenceFault {
  code: FaultCode;
  /** The file, the line of the ledger, or the size that was pinned. */
  where: string;
  message: string;
  /** Whether it shows a change, rather than that nothing can be shown. */
  isTampering: boolean;
}

/**
 * `whole`: everything agrees and is signed. `tampered`: something does not. `outdated`: nothing disagrees, but it is older than the reader
 * allows. `cannot-tell`: nothing disagrees, but nobody, or nobody known, signed.
 */
export type Verdict = 'whole' | 'tampered' | 'outdated' | 'cannot-tell';

/** Faults that leave it open. */
const OPEN: readonly FaultCode[] = ['missing', 'unsigned', 'key-unvouched', 'clock-behind'];

export function evidenceFault(code: FaultCode, where: string): EvidenceFault {
  return { code, where, message: faultText(code, where), isTampering: !OPEN.includes(code) && code !== 'outdated' };
}

export function verdictOf(faults: readonly Pick<EvidenceFault, 'code' | 'isTampering'>[]): Verdict {
  if (faults.some(({ isTampering }) => isTampering)) return 'tampered';
  if (faults.some(({ code }) => code === 'outdated')) return 'outdated';
  return faults.length > 0 ? 'cannot-tell' : 'whole';
}

const TEXTS = {
  missing: (where: string) => `没有 ${where}，无法判断。`,
  unsigned: () => '这一版没有签名（未签名），只能看出各文件互相一致，看不出是谁发布的。',
  'signature-stripped': () => '账本记着一把有效的公钥，这一版却没有签名：签名被去掉了，或者不是公示单位发布的。',
  'checkpoint-missing': () => '账本记着一把有效的公钥，检查点 evidence/checkpoint 却不见了：签名被去掉了。',
  'ledger-missing': () => '有签名的检查点 evidence/checkpoint，账本 evidence/ledger.jsonl 却不见了。',
  'no-release': () => '账本里没有发布记录，与网站对不上。',
  'ledger-cut': (line: string) => `账本第 ${line} 行不完整，后面的记录可能丢失。`,
  'ledger-unreadable': (line: string) => `账本第 ${line} 行不是规定的写法。`,
  'ledger-chain': (line: string) => `账本第 ${line} 行与上一行接不上：有记录被改动、删除或者插入。`,
  'named-added': (where: string) => `${where} 是账本里没有记下的文件。`,
  'named-missing': (where: string) => `账本记下的 ${where} 不见了。`,
  'named-changed': (where: string) => `${where} 与账本记下的摘要不同。`,
  'manifest-unreadable': (where: string) => `清单 ${where} 读不出来。`,
  'file-missing': (where: string) => `清单里的文件 ${where} 不见了。`,
  'file-changed': (where: string) => `文件 ${where} 与清单不同，被改动过。`,
  'file-added': (where: string) => `文件 ${where} 不在清单里，是另外放进去的。`,
  'checkpoint-unreadable': () => '检查点 evidence/checkpoint 不是规定的写法。',
  'checkpoint-differs': () => '检查点与账本不同：账本的条数或者总摘要对不上。',
  'key-unreadable': () => '公钥 evidence/key 不是规定的写法。',
  'key-unknown': () => '签名用的公钥没有记在账本里。',
  'key-other': () => '公钥 evidence/key 不是账本里现在有效的那一把，或者写法不同。',
  'key-rotation': (line: string) => `账本第 ${line} 行换了公钥，但没有原公钥的签名。`,
  'key-revocation': (line: string) => `账本第 ${line} 行作废了一把公钥，但没有那把密钥自己的签名：不是公示单位作废的。`,
  'key-struck': (line: string) => `账本第 ${line} 行又启用了一把已经交接或者作废的公钥。`,
  'key-unproved': (line: string) => `账本第 ${line} 行加进的公钥没有它自己的签名。`,
  'key-unvouched': (line: string) =>
    `账本第 ${line} 行加进的公钥，没有以前的密钥作证，也不在您记下的范围里：谁都可以加进这样一把。请用纸上公布的公钥核对。`,
  'key-distrusted': () => '账本里的公钥不是您给出的那一把，也不是由它换来的。',
  'signature-wrong': () => '检查点的签名不对：内容被改动过，或者不是用这把密钥签的。',
  'origin-other': () => '检查点署的名称与公钥的名称不同。',
  'pin-ahead': (size: string) => `账本比您记下的 ${size} 条还短：更早的一版被重新放了出来，或者后来的记录被删掉了。`,
  'pin-differs': (size: string) => `账本的前 ${size} 条与您记下的不同：历史被改写过。`,
  outdated: (where: string) => `${where}，超过您要求的期限：可能是把旧的一版又放了出来，也可能是公示单位很久没有发布。`,
  'clock-behind': (where: string) => `账本最后一条的时间（${where}）比本机时钟还晚，说不准新旧。请校准时钟再核对。`,
} as const satisfies Record<string, (where: string) => string>;

function faultText(code: FaultCode, where: string): string {
  return TEXTS[code](where);
}
