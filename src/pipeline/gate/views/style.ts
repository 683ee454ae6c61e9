import { Parts } from './pieces-apart.ts';
import { lookAtText } from './text.ts';
import { type Looker, place } from './view.ts';

const CONTENT = /(?<![\w-])content\s{0,3}:\s{0,3}([^;{}]{2,400})/g;
const STRING = /"([^"\n]{0,200})"|'([^'\n]{0,200})'/g;
const PROPERTY = /(?<![\w-])--[\w-]{1,60}\s{0,3}:\s{0,3}["']?([^;{}"']{1,40})/g;

/** A style: its source, the strings that a `content` puts together, and numbers told over several rules or properties. */
export function lookAtStyle(source: string, where: string, looker: Looker, whole = true): void {
  if (whole) lookAtText(source, where, looker);
  const said: string[] = [];
  const parts = new Parts();
  for (const [, value = ''] of source.matchAll(CONTENT)) {
    const strings = [...value.matchAll(STRING)].map(([, double, single]) => double ?? single ?? '');
    if (strings.length > 1) said.push(strings.join(''));
    parts.add(strings.join(''));
  }
  parts.end();
  for (const [, value = ''] of source.matchAll(PROPERTY)) parts.add(value.trim());
  parts.end();
  looker.pieces(place(where, '样式'), [...said, ...parts.pieces]);
}
