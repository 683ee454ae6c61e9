import { fromBase64, fromHex, hex, utf8 } from '#core/evidence/bytes.ts';
import { ageText, lastInstant } from '#core/evidence/freshness.ts';
import { EVIDENCE_NAMES, type EvidenceTexts, judge, type Judgement, type Pin } from '#core/evidence/judge.ts';
import { ledgerRoot } from '#core/evidence/ledger.ts';
import { parseManifest } from '#core/evidence/manifest.ts';
import { sha256 } from '#core/evidence/sha256.ts';
import { parseKey } from '#core/evidence/signed-note.ts';
import { fingerprint } from '#core/formats/digest.ts';

const root = new URL('../', location.href);
const form = part<HTMLFormElement>('#verify');
const status = part('#verdict');
const list = part('#checked');
const receipt = part<HTMLAnchorElement>('#receipt');
/** A byte order mark is a change like any other. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A part of the page this script was built for; without it there is nothing to run. */
function part<T extends Element = HTMLElement>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** Fetched past every cache; `undefined` for what is not there. Throws when nobody answers. */
async function read(path: string): Promise<Uint8Array | undefined> {
  const response = await fetch(new URL(path, root), { cache: 'no-store' });
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

async function verify(): Promise<void> {
  list.replaceChildren();
  receipt.hidden = true;
  status.textContent = '正在取回存证……';
  const pinned = pinOf(part<HTMLInputElement>('#pin').value);
  if (pinned === null) {
    status.textContent = '以前的回执要写成“条数,总摘要”，例如“12,3f5a…”（64位十六进制）。';
    return;
  }
  const given = part<HTMLInputElement>('#key').value;
  const trusted = parseKey(given);
  if (given.trim() !== '' && !trusted) {
    status.textContent = '公钥要写成“名称+八位+一串字母”，与公布的一字不差。';
    return;
  }
  const evidence: EvidenceTexts = {};
  for (const name of EVIDENCE_NAMES) {
    const bytes = await read(`evidence/${name}`);
    if (bytes) evidence[name] = decoder.decode(bytes);
  }
  const judged = judge(evidence, { pinned, trusted });
  for (const { message } of judged.faults) say('✗', message);
  if (judged.ledger) {
    const { lines } = judged.ledger;
    const total = hex(ledgerRoot(lines));
    say('✓', `账本${lines.length}条，前后相接；总摘要的指纹${fingerprint(total)}`);
    const last = lastInstant(judged.ledger);
    if (last !== undefined) say('·', `最后一条记录${ageText(last, Date.now())}（按本机时钟）`);
    if (pinned) say('·', `与回执比较：前${pinned.size}条`);
    for (const { type, publication, digest } of judged.ledger.entries) {
      if (type !== 'approve' || typeof publication !== 'string' || typeof digest !== 'string') continue;
      const title = form.querySelector(`input[value="${publication}/notice/"]`)?.parentElement?.textContent.trim();
      if (title) say('·', `《${title}》批准名单的指纹${fingerprint(digest)}`);
    }
    offerReceipt(lines.length, total, evidence.checkpoint ?? '');
  }
  if (judged.key !== undefined) say('·', `公钥的指纹${fingerprint(hex(sha256(utf8(judged.key))))}，请与纸上印的核对`);
  const changed = await verifyPages(evidence);
  status.textContent = verdictText(judged, changed);
}

/** The notices and results that are ticked, as this browser gets them now. @returns how many differ */
async function verifyPages(evidence: EvidenceTexts): Promise<number> {
  const text = evidence['manifest/site.sha256'];
  if (text === undefined) {
    say('·', '没有清单，网页没有核对。');
    return 0;
  }
  const manifest = parseManifest(text) ?? new Map<string, string>();
  let changed = 0;
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name=page]:checked')) {
    const path = `${box.value}index.html`;
    const signed = manifest.get(path);
    const bytes = await read(box.value);
    const found = bytes && hex(sha256(bytes));
    const title = box.parentElement?.textContent.trim() ?? path;
    if (signed !== undefined && found === signed) say('✓', `《${title}》与清单一致，指纹${fingerprint(signed)}`);
    else {
      changed += 1;
      say(
        '✗',
        signed === undefined
          ? `《${title}》不在清单里`
          : bytes
            ? `《${title}》与清单不同，被改动过`
            : `《${title}》取不到`,
      );
    }
  }
  return changed;
}

function verdictText({ verdict, faults }: Judgement, changed: number): string {
  if (verdict === 'tampered' || changed > 0) return '被改动：下面打叉的地方对不上。';
  if (faults.some(({ code }) => code === 'key-unvouched')) {
    return '无法判断：公钥换过，没有以前的密钥作证。请填上纸上公布的公钥，再核对一次。';
  }
  if (verdict === 'cannot-tell') return '无法判断：没有签名或者没有存证。打钩的只说明各处互相一致。';
  return '完整：所选的网页与签名的清单一致。';
}

/** What to keep: nothing but such a note shows later that the whole history was rewritten. */
function offerReceipt(size: number, total: string, checkpoint: string): void {
  const text = `${root.href}\n取得时间（本机时钟）：${new Date().toISOString()}\n${size},${total}\n\n${checkpoint}`;
  receipt.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  receipt.download = `gongshi-${size}-${total.slice(0, 8)}.txt`;
  receipt.hidden = false;
}

/** `null` for what is none. */
function pinOf(text: string): Pin | undefined | null {
  if (text.trim() === '') return undefined;
  const [, size, of = ''] = /(\d{1,9}),([0-9A-Za-z+/=]+)/.exec(text) ?? [];
  const bytes = /^[0-9a-f]{64}$/.test(of) ? fromHex(of) : fromBase64(of);
  return size !== undefined && bytes?.length === 32 ? { size: Number(size), root: bytes } : null;
}

function say(mark: string, text: string): void {
  const line = document.createElement('li');
  line.textContent = `${mark} ${text}`;
  list.append(line);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  verify().catch(() => (status.textContent = '无法判断：有文件没有取到。请检查网络，再核对一次。'));
});
const wanted = new URLSearchParams(location.search).get('page');
if (wanted !== null) {
  form.querySelectorAll<HTMLInputElement>('input[name=page]').forEach((box) => (box.checked = box.value === wanted));
}
form.hidden = false;
