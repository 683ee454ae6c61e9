/** One caption: from and to in seconds, its text without marks. */
interface Cue {
  /** Of its times, from 1. */
  line: number;
  from: number;
  to: number;
  text: string;
}

/** Why a browser would not show it, or not all of it. */
interface VttFault {
  line: number;
  fault: 'head' | 'comma' | 'times' | 'backwards' | 'empty';
}

/** Reads captions (https://www.w3.org/TR/webvtt1/): what is no cue, note, style or region is a fault, where a browser drops it in silence. */
export function readVtt(text: string): { cues: Cue[]; faults: VttFault[] } {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  if (!/^WEBVTT(?:[ \t].*)?$/u.test(lines[0] ?? '')) return { cues: [], faults: [{ line: 1, fault: 'head' }] };
  const cues: Cue[] = [];
  const faults: VttFault[] = [];
  for (const block of blocksOf(lines)) {
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/u.test(block.lines[0] ?? '')) continue;
    const at = block.lines.findIndex((one) => one.includes('-->'));
    const line = block.line + Math.max(at, 0);
    const times = TIMES.exec(block.lines[at] ?? '');
    if (at < 0 || at > 1 || !times) {
      faults.push({ line, fault: COMMA.test(block.lines[at] ?? '') ? 'comma' : 'times' });
      continue;
    }
    const [from, to] = [seconds(times.slice(1, 5)), seconds(times.slice(5, 9))];
    if (to <= from) faults.push({ line, fault: 'backwards' });
    cues.push({ line, from, to, text: plain(block.lines.slice(at + 1)) });
  }
  if (cues.length === 0 && faults.length === 0) faults.push({ line: 1, fault: 'empty' });
  return { cues, faults };
}

const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMES = new RegExp(String.raw`^\s*${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t].*)?$`, 'u');
/** SubRip writes a comma. */
const COMMA = /^\s*(?:\d{1,2}:)?\d{2}:\d{2},\d{3}\s*-->/u;

function seconds([hours = '0', minutes = '0', whole = '0', thousandths = '0']: (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
}

function blocksOf(lines: readonly string[]): { line: number; lines: string[] }[] {
  const blocks: { line: number; lines: string[] }[] = [];
  let open = false;
  // What stands right below the first line is its head.
  const start = lines.indexOf('');
  lines.forEach((text, index) => {
    if (start < 0 || index < start) return;
    if (text.trim() === '') open = false;
    else if (open) blocks.at(-1)?.lines.push(text);
    else {
      blocks.push({ line: index + 1, lines: [text] });
      open = true;
    }
  });
  return blocks;
}

/** Without voices, classes and emphasis; entities as what they stand for. */
function plain(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/gu, (_, name: string) => ENTITIES[name] ?? '')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ' };
