import { type Finding, finding } from '#core/catalogue/finding.ts';
import { textLimit, type TreeFile } from './content-tree.ts';

/** The text of a content file with LF line ends, or why it is none. */
export function textOf({ path, kind, size, bytes }: TreeFile): { text: string } | { findings: Finding[] } {
  if (kind === 'link') return { findings: [finding('link-in-content', { file: path })] };
  const limit = textLimit(path);
  if (bytes === undefined || size > limit) {
    const args = { size: Math.ceil(size / 1024), limit: limit / 1024 };
    return { findings: [finding('file-too-large', { file: path }, args)] };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { findings: [finding('file-not-utf8', { file: path })] };
  }
  if (text.startsWith('\uFEFF')) return { findings: [finding('file-has-bom', { file: path })] };
  text = text.replaceAll('\r\n', '\n');
  const invisible = text.split('\n').flatMap((line, index) => {
    const character = invisibleIn(line);
    return character ? [finding('control-character', { file: path, line: index + 1 }, { character })] : [];
  });
  return invisible.length > 0 ? { findings: invisible } : { text };
}

/** The first invisible character of a text as `U+200B`; escapes and entities can bring one into a file that shows none. */
export function invisibleIn(text: string): string | undefined {
  const character = INVISIBLE.exec(text)?.[0];
  return character && `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Control, zero-width, bidirectional and tag characters: they hide or reorder what a reader sees. Tabs are harmless. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB]|[\u{E0000}-\u{E007F}]/u;
