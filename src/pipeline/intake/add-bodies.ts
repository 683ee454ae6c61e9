import { isSeq, type Node, parseDocument } from 'yaml';

/**
 * `round.md` with nominating bodies added to its list, every other character as it was; `undefined` where the list is written in a way that
 * a simple insertion cannot follow.
 * @param kind the key of the quota's kind, where the programme has kinds
 */
export function withBodies(file: string, bodies: readonly { name: string; kind?: string }[]): string | undefined {
  if (!file.startsWith('---\n')) return undefined;
  const end = file.indexOf('\n---', 4);
  const source = file.slice(4, end + 1);
  const list = parseDocument(source, { version: '1.2', schema: 'core' }).get('nominatingBodies', true);
  if (!isSeq(list) || list.flow === true) return undefined;
  const last = (list.items.at(-1) as Node | undefined)?.range;
  if (!last) return undefined;
  const dash = source.lastIndexOf('- ', last[0]);
  const indent = ' '.repeat(dash - (source.lastIndexOf('\n', dash) + 1));
  const lineEnd = source.indexOf('\n', Math.max(last[0], last[1] - 1));
  const at = 4 + (lineEnd < 0 ? source.length : lineEnd + 1);
  const added = bodies.map(({ name, kind }) =>
    kind === undefined
      ? `${indent}- { name: ${JSON.stringify(name)} }\n`
      : `${indent}- { name: ${JSON.stringify(name)}, kind: ${JSON.stringify(kind)} }\n`,
  );
  return file.slice(0, at) + added.join('') + file.slice(at);
}

/** Names with a placeholder's acceptance: `accepted` of `round.md` gets one item more for each. */
export function withAccepted(
  file: string,
  accepted: readonly { code: string; person: string; reason: string; by: string }[],
): string {
  if (accepted.length === 0) return file;
  const items = accepted.map(
    (one) =>
      `  - ${Object.entries(one)
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
        .join('\n    ')}\n`,
  );
  const end = file.indexOf('\n---', 4) + 1;
  const list = /^accepted:[ \t]*\n/mu.exec(file.slice(0, end));
  if (list)
    return `${file.slice(0, list.index + list[0].length)}${items.join('')}${file.slice(list.index + list[0].length)}`;
  return `${file.slice(0, end)}accepted:\n${items.join('')}${file.slice(end)}`;
}
