import { EVIDENCE_NAMES } from '#core/evidence/judge.ts';
import { HABITS, refusedEndings } from '#pipeline/release/host-habits.ts';
import { sha256 } from '#pipeline/release/site-files.ts';
import { type Copy, decoder, nothing, take } from './copy.ts';
import { listedIn } from './transfer.ts';

const AT_ONCE = 8;
const FOLDER_PAGE = /(^|\/)index\.html$/;
const LEDGER = 'evidence/ledger.jsonl';

/** Everything that the site's own manifests name, eight at a time; what else a server may hold cannot be seen from outside. */
export async function fromAddress(address: string): Promise<Copy> {
  const root = new URL(address.replace(/\/?(?:index\.html)?$/, '/'));
  const taken = nothing();
  const unreached: string[] = [];
  const get = async (path: string, at = path): Promise<Uint8Array | undefined> => {
    const answer = await fetched(new URL(at, root));
    if (answer === 'no answer') unreached.push(path);
    return answer === 'no answer' || answer === 'not there' ? undefined : answer;
  };
  for (const name of EVIDENCE_NAMES) {
    const bytes = await get(`evidence/${name}`);
    if (bytes) take(`evidence/${name}`, bytes, taken);
  }
  const listed = listedIn(asSent(taken.evidence));
  const texts = new Map<string, string>();
  const home = await get('index.html', '');
  const refused = new Set<string>();
  let folders = 0;
  const one = async (path: string): Promise<void> => {
    let bytes = path === 'index.html' ? home : await get(path, path.replace(FOLDER_PAGE, '$1'));
    const isOther = !bytes || (home !== undefined && sha256(bytes) === sha256(home));
    if (isOther && /\/index\.html$/.test(path) && listed.get(path) !== (bytes && sha256(bytes))) {
      const named = await fetched(new URL(path, root));
      if (typeof named !== 'string') {
        folders += 1;
        bytes = named;
        if (unreached.includes(path)) unreached.splice(unreached.indexOf(path), 1);
      }
    }
    if (!bytes) {
      refused.add(path);
      return;
    }
    take(path, bytes, taken);
    if (/\/(?:notice(?:-\d+)?|result)\/index\.html$/.test(path)) texts.set(path, decoder.decode(bytes));
  };
  const left = [...listed.keys()];
  const worker = async (): Promise<void> => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) await one(path);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const endings = refusedEndings(listed.keys(), refused);
  const withheld = new Set([...endings.values()].flat());
  const hasOthers = taken.evidence['content.txt'] !== undefined;
  const habits = [
    ...(folders > 0 ? [HABITS.folders(folders)] : []),
    ...(endings.size > 0 ? [HABITS.types([...endings.keys()].join('、'))] : []),
    ...(hasOthers && taken.evidence['ledger.jsonl'] === undefined && !unreached.includes(LEDGER)
      ? [HABITS.noLedger]
      : []),
  ];
  return {
    ...taken,
    // A type that the server gives to nobody is a matter of the server; said once above, not file by file.
    unreached: [...unreached.filter((path) => !withheld.has(path)), ...withheld],
    habits,
    text: (path) => Promise.resolve(texts.get(path)),
  };
}

/** Manifests that came with carriage returns name the same files. */
function asSent(evidence: Copy['evidence']): Copy['evidence'] {
  return Object.fromEntries(Object.entries(evidence).map(([name, text]) => [name, text.replace(/\r(?=\n|$)/g, '')]));
}

async function fetched(address: URL): Promise<Uint8Array | 'not there' | 'no answer'> {
  try {
    const response = await fetch(address, {
      redirect: 'follow',
      signal: AbortSignal.timeout(30_000),
      cache: 'no-store',
    });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    return response.status === 404 || response.status === 410 ? 'not there' : 'no answer';
  } catch {
    return 'no answer';
  }
}
