import { pdfPeople } from '#pipeline/intake/confirm-pdf.ts';
import type { RoundPlan } from '#pipeline/intake/round-plan.ts';
import { type Fate, FATES, type Listed } from './envelope-file.ts';
import { megabytes } from './sort-envelope.ts';

/** Every file that was handed in, sorted by what became of it; to be sent back to the units with what to ask them for. */
export function envelopeSection(listed: readonly Listed[]): string {
  if (listed.length < 2) return '';
  const fates = (Object.keys(FATES) as Fate[]).filter((fate) => listed.some((one) => one.fate === fate));
  const counts = fates.map((fate) => `${FATES[fate]} ${listed.filter((one) => one.fate === fate).length} 个`);
  const rows = ['ask', ...fates.filter((fate) => fate !== 'ask')].flatMap((fate) =>
    listed.filter((one) => one.fate === fate).map(rowOf),
  );
  return [
    '<h2>材料清单</h2>',
    `<p>共 ${listed.length} 个文件：${counts.join('，')}。</p>`,
    '<table><thead><tr><th>怎样处理</th><th>文件</th><th>大小</th><th>说明</th></tr></thead><tbody>',
    ...rows,
    '</tbody></table>',
  ].join('\n');
}

function rowOf({ fate, file, size, reason }: Listed): string {
  const cells = [FATES[fate], file, size === 0 ? '' : megabytes(size), reason];
  return `<tr class="${fate === 'ask' ? 'error' : ''}">${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

/** What was read from a PDF, cell by cell, to be compared with the original. */
export function pdfSection(planned: RoundPlan): string {
  const people = pdfPeople(planned);
  if (people.length === 0) return '';
  const rows = people.map(
    ({ place, fields }) =>
      `<tr><td>${escaped(place)}</td><td>${fields.map(([head, text]) => `<b>${escaped(head)}</b> ${escaped(text)}`).join('<br>')}</td><td>□ 与原件相符</td></tr>`,
  );
  return `<h2>从 PDF 读出，请逐行对照原件</h2><table><tbody>${rows.join('\n')}</tbody></table>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
