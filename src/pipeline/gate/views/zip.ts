import { unzipSync } from 'fflate';
import { type Looker, place, type SourceFile } from './view.ts';
import { lookAtWorkbook } from './workbook.ts';

const MOST_ENTRIES = 20_000;
const CENTRAL_END = [0x50, 0x4b, 0x05, 0x06];

/** An archive, or an office file, which is one: every part, hidden ones and comments too, by its own kind. */
export function lookAtZip({ name, bytes, place: where }: SourceFile, looker: Looker): void {
  let declared = 0;
  let entries = 0;
  const parts = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      declared += originalSize;
      entries += 1;
      if (declared > looker.room || entries > MOST_ENTRIES) throw new RangeError('too much');
      return true;
    },
  });
  const names = Object.keys(parts);
  looker.pieces(place(where, '文件名'), names);
  looker.pieces(place(where, '压缩包说明'), commentsOf(bytes));
  for (const [part, contents] of Object.entries(parts)) {
    if (contents.length > 0) looker.file({ name: part, bytes: contents, place: place(where, part) });
  }
  if (names.includes('xl/workbook.xml')) lookAtWorkbook(parts, where, looker);
  if (names.length === 0 && bytes.length > 22) throw new RangeError(`${name}: no entries`);
}

/** The comment at the very end, and what stands before the first entry. */
function commentsOf(bytes: Uint8Array): string[] {
  const latin1 = new TextDecoder('utf-8');
  const texts: string[] = [];
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 66_000; at -= 1) {
    if (!CENTRAL_END.every((byte, index) => bytes[at + index] === byte)) continue;
    texts.push(latin1.decode(bytes.subarray(at + 20)));
    break;
  }
  return texts.filter((text) => text.length > 2);
}
