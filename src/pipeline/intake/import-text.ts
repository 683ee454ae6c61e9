import type { Finding } from '#core/catalogue/finding.ts';
import { chineseCount, subjectOf } from '#core/formats/subject.ts';
import { concealed } from '#core/privacy/concealed.ts';
import { excerpts } from '#core/privacy/excerpt.ts';
import type { HandEdit } from '#core/roster/hand-edits.ts';
import type { Change, PlannedPerson } from '#core/roster/plan.ts';
import type { ColumnUse } from '#core/roster/reading.ts';
import { countText, reportJson, reportText } from '#pipeline/commands/report.ts';
import { envelopeLines } from '#pipeline/intake/envelope/envelope-text.ts';
import { photoLines } from '#pipeline/intake/photos/photo-text.ts';
import { pdfLines } from './confirm-pdf.ts';
import type { RoundPlan } from './round-plan.ts';

interface Counts {
  new: number;
  changed: number;
  unchanged: number;
  gone: number;
}

function countsOf({ plan }: RoundPlan): Counts {
  const count = (state: PlannedPerson['state']): number => plan.people.filter((one) => one.state === state).length;
  return { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), gone: plan.gone.length };
}

/** `新增 18 人，改动 2 人，未变 0 人，名单中消失 1 人。` */
export function countsText({ plan }: RoundPlan): string {
  const count = (state: PlannedPerson['state']): string =>
    chineseCount(
      plan.people.filter((one) => one.state === state).map(({ record }) => subjectOf(record.candidate)),
      ' ',
    );
  const gone = chineseCount(
    plan.gone.map(({ record }) => subjectOf(record.candidate)),
    ' ',
  );
  return `新增 ${count('new')}，改动 ${count('changed')}，未变 ${count('unchanged')}，名单中消失 ${gone}。`;
}

/** What `--json` prints: columns, public fields, findings, numbers. */
export function importJson(planned: RoundPlan, judged: readonly Finding[] = []): unknown {
  return {
    columns: planned.columns,
    people: planned.plan.people.map(({ id, record }) => ({
      id,
      ...record.candidate,
      texts: Object.fromEntries(record.sections.map(({ heading = '', markdown }) => [heading, markdown])),
    })),
    findings: reportJson(planned.findings),
    /** What every rule says of the round as it would be after writing. */
    afterwards: reportJson(judged),
    plan: countsOf(planned),
    files: planned.envelope,
  };
}

/** The plan as a person reads it in a terminal: what was read, what is wrong, what would change. */
export function importText(planned: RoundPlan): string {
  const { plan, columns, findings, round, roster } = planned;
  const before = round.folder.roster?.data;
  const lines = [
    `导入到 ${round.id}（${round.folder.round.data.title}）`,
    ...envelopeLines(planned.envelope),
    ...columnLines(columns),
    '',
    findings.length === 0 ? '没有发现问题。' : reportText(findings).trimEnd(),
    '',
    `计划：${countsText(planned)}`,
    ...photoLines(planned.photos, plan.people.length),
    ...plan.people.flatMap((person, index) => personLines(person, index)),
    ...pdfLines(planned),
    ...plan.gone.map(({ name, employer, id }) => `  － 消失  ${name}（${employer}） 编号 ${id}`),
    ...(plan.reordered ? ['  ↕ 名单次序有变'] : []),
    ...(roster && before && roster.orderedBy !== before.orderedBy
      ? [`  排序说明：“${before.orderedBy}” → “${roster.orderedBy}”`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

export function columnLines(columns: readonly ColumnUse[]): string[] {
  const heads = (...uses: ColumnUse['use'][]): string =>
    columns
      .filter(({ use }) => uses.includes(use))
      .map(({ head, column }) => head || column)
      .join('、');
  return [
    ['读取的列', heads('read')],
    ['只在内存里核对', heads('checked-only')],
    ['不公开、没有读取', heads('private', 'hidden')],
    ['不认识、没有读取', heads('unknown')],
    ['不用、没有读取', heads('not-published')],
  ].flatMap(([title, list]) => (list ? [`${title}：${list}`] : []));
}

/** Long texts as the stretch in which they differ. */
export function changeText({ field, from, to }: Change): string {
  const mask = (text: string): string => concealed(text, field);
  if (from === '') return `${field}：新增 ${excerpts('', to, mask).now}`;
  if (to === '') return `${field}：删去 ${excerpts(from, '', mask).old}`;
  const { old, now } = excerpts(from, to, mask);
  return `${field}：${old} → ${now}`;
}

/** Before writing: what the rules will say of the round then. */
export function aheadText(findings: readonly Finding[]): string {
  if (findings.length === 0) return '写入以后，这一届按全部规则检查没有问题。\n';
  return `写入以后，按全部规则检查这一届：\n${reportText(findings)}\n`;
}

/** What stands there and what the sheet says, side by side. */
export function editText({ field, from, to }: HandEdit): string {
  const { old, now } = excerpts(from, to, (text) => concealed(text, field));
  return `${field}现在${from === '' ? '没有' : old}，表里${to === '' ? '没有' : now}`;
}

/** After writing: what the rules say of the round now, and what the clerk does next. */
export function checkedText(findings: readonly Finding[], content: string): string {
  if (findings.length === 0) return '核对：这一届按全部规则检查，没有发现问题。\n';
  const errors = findings.filter(({ level }) => level === 'error').length;
  const where = content === 'content' ? '' : ` -- --content ${content}`;
  const next =
    errors === 0
      ? '没有错误，可以出校样（npm run proof）；提醒请逐条看过。'
      : `名单已经写入，批准以前要改完：上面的提醒写了选项的（--all、--from 等），加上选项把同样的文件再导入一次；其余照每条后面的办法做。改完运行 npm run check${where}，没有错误了再出校样。`;
  return `核对：按全部规则检查这一届，${countText(findings)}\n${reportText(findings)}写入以后检查还有 ${errors} 个错误。${next}\n`;
}

function personLines({ state, record, id, changes }: PlannedPerson, index: number): string[] {
  const { name, employer, trade } = record.candidate;
  if (state === 'new')
    return [`  ＋ 新增  ${index + 1}. ${name}（${employer}）${trade === undefined ? '' : ` ${trade}`}`];
  if (state === 'unchanged') return [];
  return [
    `  ～ 改动  ${index + 1}. ${name}（${employer}） 编号 ${id}`,
    ...changes.map((one) => `      ${changeText(one)}`),
  ];
}
