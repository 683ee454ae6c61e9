import { getDocument } from 'unpdf/pdfjs';
import { lookAtFile } from '#pipeline/gate/views/look-at-file.ts';

/** Everything the gate's own reader sees in a file. */
export function byTheGate(bytes: Uint8Array): string {
  const { views } = lookAtFile('a.pdf', bytes);
  return views.flatMap(({ text }) => text).join('\n');
}

/** Everything that can be asked of pdf.js: text, properties, notes, links, fields, attached files. */
export async function byPdfJs(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const { info, metadata } = await document.getMetadata();
    const seen: unknown[] = [info, metadata?.getRaw(), await document.getFieldObjects(), await document.getOutline()];
    for (const { content } of Object.values(
      ((await document.getAttachments()) ?? {}) as Record<string, { content: Uint8Array }>,
    ))
      seen.push(new TextDecoder().decode(content));
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      seen.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      seen.push(await page.getAnnotations());
    }
    return seen.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  } finally {
    await task.destroy();
  }
}
