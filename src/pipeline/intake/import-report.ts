import { chinesePlace, type Finding, inReadingOrder, sentence } from '#core/catalogue/finding.ts';
import type { PlannedPerson } from '#core/roster/plan.ts';
import { envelopeSection, escaped, pdfSection } from '#pipeline/intake/envelope/envelope-report.ts';
import { changeText, columnLines, countsText } from './import-text.ts';
import type { RoundPlan } from './round-plan.ts';

/**
 * The plan as one HTML file to hand to a colleague: no script, nothing loaded from elsewhere, printable.
 * @param photos 照片核对表 as a fragment of HTML
 */
export function importReport(planned: RoundPlan, photos = planned.photos.sheet): string {
  const { round, plan, findings, columns } = planned;
  const title = `导入核对：${round.folder.round.data.title}`;
  const errors = findings.filter(({ level }) => level === 'error');
  const rest = plan.people.filter(({ state }) => state === 'unchanged').length;
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><title>${escaped(title)}</title><style>${STYLE}</style></head>`,
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(round.id)}。${escaped(countsText(planned))}${errors.length > 0 ? `有 ${errors.length} 个错误，改正以前不能写入。` : '没有错误，可以写入。'}</p>`,
    '<h2>要改正和要核对的</h2>',
    findings.length === 0 ? '<p>没有发现问题。</p>' : findingTable(findings),
    envelopeSection(planned.envelope),
    '<h2>列</h2>',
    `<ul>${columnLines(columns)
      .map((one) => `<li>${escaped(one)}</li>`)
      .join('')}</ul>`,
    '<h2>人选</h2>',
    peopleTable(plan.people),
    rest > 0 ? `<p>其中 ${rest} 人没有变化。</p>` : '',
    plan.gone.length > 0
      ? `<h2>名单中消失</h2><ul>${plan.gone.map(({ name, employer, id }) => `<li>${escaped(`${name}（${employer}） 编号 ${id}`)}</li>`).join('')}</ul>`
      : '',
    pdfSection(planned),
    photos,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function findingTable(findings: readonly Finding[]): string {
  const rows = inReadingOrder(findings).map(
    (one) =>
      `<tr class="${one.level}"><td>${one.level === 'error' ? '错误' : '提醒'}</td><td>${escaped(chinesePlace(one.where))}</td><td>${escaped(sentence(one))}</td></tr>`,
  );
  return `<table><thead><tr><th>级别</th><th>位置</th><th>说明</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

function peopleTable(people: readonly PlannedPerson[]): string {
  const states = { new: '新增', changed: '改动', unchanged: '未变' };
  const rows = people.map(({ id, state, record, changes }, index) => {
    const { name, employer, trade } = record.candidate;
    const what = changes.map((one) => escaped(changeText(one))).join('<br>');
    const cells = [index + 1, states[state], name, employer, trade ?? '', state === 'new' ? '' : id].map(
      (cell) => `<td>${escaped(String(cell))}</td>`,
    );
    return `<tr>${cells.join('')}<td>${what}</td></tr>`;
  });
  const heads = ['次序', '', '姓名', '工作单位', '工种', '编号', '改动'].map((head) => `<th>${head}</th>`).join('');
  return `<table><thead><tr>${heads}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

const STYLE = `
body { font: 11pt/1.5 "Songti SC", SimSun, "Noto Serif CJK SC", serif; max-width: 60rem; margin: 1rem auto; padding: 0 1rem; color: #1a1a1a }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: 0.2rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { background: #eee } tr.error td:first-child { font-weight: bold; color: #a40000 }
tr { break-inside: avoid }
@media print { body { max-width: none; margin: 0 } }
`.trim();
