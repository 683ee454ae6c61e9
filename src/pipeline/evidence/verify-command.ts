import { readFile } from 'node:fs/promises';
import { chinaIsoInstant, type Instant } from '#core/calendar/plain-date.ts';
import { fromBase64, hex } from '#core/evidence/bytes.ts';
import { type Verdict, verdictOf } from '#core/evidence/fault.ts';
import { ageText, lastInstant } from '#core/evidence/freshness.ts';
import { judge, type Pin } from '#core/evidence/judge.ts';
import { ledgerRoot } from '#core/evidence/ledger.ts';
import { parseKey, type VerifierKey } from '#core/evidence/signed-note.ts';
import { canonicalText, fingerprint } from '#core/formats/digest.ts';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { NOW } from '#pipeline/commands/shared-options.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import type { Copy } from './copy.ts';
import { copyOf } from './copy-of.ts';
import { mainText } from './main-text.ts';
import { asTransferred } from './transfer.ts';

const options = {
  pinned: { type: 'string', value: '条数,总摘要', help: '以前记下的账本条数和总摘要（64 位十六进制或 base64）' },
  'max-age': {
    type: 'string',
    value: '期限',
    help: '最后一条记录不得早于多久以前，例如 36h、7d；超过就以 1 退出：可能是旧的一版又被放了出来',
  },
  ...NOW,
  key: { type: 'string', value: '公钥', help: '从别处（纸上、报纸上）得知的公钥，或者写有公钥的文件' },
} as const satisfies Options;

type Asked = Given<typeof options>;

/** What else a copy can be: as signed, but for what its way here did to it, or but for files that are not there. */
type CopyVerdict = Verdict | 'transferred' | 'incomplete';

const WORDS: Record<CopyVerdict, string> = {
  transferred: '传坏了换行，除此以外没有改动：换行还原以后，每个文件都与签名的清单一致。',
  incomplete: '不完整：在的文件都与签名的清单一致，但缺少一部分：',
  whole: '完整：每个文件都与签名的清单一致。',
  tampered: '被改动：',
  outdated: '已过期：各处一致，但比要求的旧：',
  'cannot-tell': '无法判断：',
};

/** `npm run verify`: exit 0 whole and signed, 1 tampered or older than asked for, 3 cannot tell. */
export const verifyCommand = defineCommand({
  verb: 'verify',
  summary:
    '核对一份网站是不是签名发布的那一份，一字未改。退出码：0 完整，1 被改动、不完整、传坏了换行或比要求的旧，3 无法判断。',
  positionals: '文件夹|网址|文件.zip',
  options,
  examples: [
    'npm run verify -- /srv/jiangbang/current',
    'npm run verify -- https://gongshi.example.org/ --pinned 12,3f5a…',
    'npm run verify -- gongshi.zip --key 公钥.txt',
    'npm run verify -- https://gongshi.example.org/ --key 公钥.txt --max-age 36h',
  ],
  run: verify,
});

async function verify(given: Asked, clock: () => Instant = Date.now): Promise<Outcome> {
  const [place, ...rest] = given.positionals;
  if (place === undefined || rest.length > 0)
    throw new UsageError('请写一处：发布的文件夹、.zip 文件，或者 https://… 的网址。');
  const pinned = pinOf(given.text('pinned'));
  const trusted = await keyOf(given.text('key'));
  const maxAge = maxAgeOf(given.text('max-age'));
  const now = given.instant('now') ?? clock();
  const copy = await copyOf(place);
  const freshness = maxAge === undefined ? undefined : { now, maxAge };
  const came = asTransferred(copy);
  const judged = judge(came.evidence, { pinned, trusted, files: came.files, freshness });
  const unreached = new Set(copy.unreached);
  // What did not answer is not thereby missing, and without the ledger nothing that hangs on it can be said.
  const faults = unreached.has('evidence/ledger.jsonl')
    ? []
    : judged.faults.filter(({ code, where }) => !(code.endsWith('missing') && unreached.has(where)));
  const found = verdictOf(faults);
  const changes = faults.filter(({ isTampering }) => isTampering);
  const verdict: CopyVerdict =
    found === 'tampered' && changes.every(({ code }) => code === 'file-missing')
      ? 'incomplete'
      : found !== 'whole'
        ? found
        : unreached.size > 0
          ? 'cannot-tell'
          : came.lineEnds > 0
            ? 'transferred'
            : 'whole';
  const findings = await Promise.all(
    faults.map(async ({ code, where, message }) => ({
      code,
      where,
      message: message + (await sameText(code, where, { ...copy, evidence: came.evidence })),
    })),
  );
  const { ledger, checkpoint, key } = judged;
  const root = ledger && hex(ledgerRoot(ledger.lines));
  const last = ledger && lastInstant(ledger);
  return {
    exit: verdict === 'whole' ? 0 : verdict === 'cannot-tell' ? 3 : 1,
    json: {
      verdict,
      findings,
      habits: came.said,
      unreached: copy.unreached,
      files: copy.files.size,
      ledger: ledger && {
        ...{ size: ledger.lines.length, root },
        ...(last !== undefined && { last: chinaIsoInstant(last), ageSeconds: Math.floor((now - last) / 1000) }),
      },
      origin: checkpoint?.origin,
      key,
    },
    text: [
      WORDS[verdict],
      ...came.said.map((text) => `  ${text}`),
      ...listed(findings),
      ...(copy.unreached.length > 0
        ? [`  有 ${copy.unreached.length} 个文件没有取到：${copy.unreached.slice(0, 5).join('、')}。`]
        : []),
      ...(root === undefined ? [] : [`账本 ${ledger?.lines.length} 条，总摘要 ${root}，指纹 ${fingerprint(root)}`]),
      ...(last === undefined ? [] : [`最后一条记录 ${ageText(last, now)}`]),
      ...(key === undefined ? [] : [`公钥 ${key}，公钥指纹 ${fingerprint(sha256(key))}`]),
      ...(verdict === 'whole' && !pinned ? ['没有给出以前记下的 --pinned：历史是否被整个改写过，这样看不出来。'] : []),
      ...(verdict === 'whole' && maxAge === undefined && !pinned
        ? ['旧的一版原样再放出来，签名也对得上。请看最后一条记录的时间，或用 --max-age 写明最多隔多久。']
        : []),
      ...(verdict === 'whole' && !trusted ? ['公钥取自网站自己。请与纸上公布的公钥指纹核对，或用 --key 写明。'] : []),
      '',
    ].join('\n'),
  };
}

/** Three of a kind show it; how many there are is said with them. */
function listed(findings: readonly { code: string; message: string }[]): string[] {
  return [...Map.groupBy(findings, ({ code }) => code)].flatMap(([code, of]) => [
    ...of.slice(0, of.length > SHOWN + 1 ? SHOWN : of.length).map(({ message }) => `  ${message} [${code}]`),
    ...(of.length > SHOWN + 1 ? [`  同样的还有 ${of.length - SHOWN} 处（全部见 --json）。 [${code}]`] : []),
  ]);
}

const SHOWN = 3;

/** Of a changed notice: whether its words are still the ones that were signed. */
async function sameText(code: string, where: string, { evidence, text }: Copy): Promise<string> {
  if (code !== 'file-changed' || !/\/(?:notice(?:-\d+)?|result)\/index\.html$/.test(where)) return '';
  try {
    const texts = JSON.parse(evidence['texts.json'] ?? '{}') as Record<string, { text?: string } | undefined>;
    const signed = texts[where.slice(0, -'index.html'.length)]?.text;
    const html = await text(where);
    if (signed === undefined || html === undefined) return '';
    return sha256(canonicalText(mainText(html))) === signed ? '正文的文字没有变，变的是版式。' : '正文的文字变了。';
  } catch {
    return '';
  }
}

function pinOf(text: string | undefined): Pin | undefined {
  if (text === undefined) return undefined;
  const [, size, root = ''] = /^(\d{1,9}),([0-9A-Za-z+/=]+)$/.exec(text) ?? [];
  const bytes = /^[0-9a-f]{64}$/.test(root) ? Uint8Array.from(Buffer.from(root, 'hex')) : fromBase64(root);
  if (size === undefined || bytes?.length !== 32) {
    throw new UsageError('--pinned 要写成 条数,总摘要，例如 12,3f5a…（64 位十六进制）。');
  }
  return { size: Number(size), root: bytes };
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** In milliseconds. */
function maxAgeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, number, unit] = /^([1-9]\d{0,4})([mhd])$/.exec(text) ?? [];
  if (number === undefined) throw new UsageError('--max-age 请写成 90m、36h 或 7d 的样子。');
  return Number(number) * UNITS[unit as keyof typeof UNITS];
}

async function keyOf(text: string | undefined): Promise<VerifierKey | undefined> {
  if (text === undefined) return undefined;
  const key = parseKey(text) ?? parseKey(await readFile(text, 'utf8').catch(() => ''));
  if (!key) throw new UsageError('--key 不是公钥，也不是写有公钥的文件。公钥是 名称+八位+一串字母 的样子。');
  return key;
}
