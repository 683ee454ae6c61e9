import { csvFile } from '#core/formats/csv.ts';
import { chineseCount, subjectOf } from '#core/formats/subject.ts';
import { columnsFor } from '#core/roster/columns.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { CONTENT, contentOf, NOTICE, ROUND } from '#pipeline/commands/shared-options.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { readKnownRound } from '#pipeline/intake/known-round.ts';
import { rosterTable } from './export-round.ts';
import { rosterSheet } from './roster-sheet.ts';
import { workbook } from './workbook.ts';

const options = {
  ...ROUND,
  ...NOTICE,
  out: { type: 'string', value: '文件', help: '写到哪个文件，以 .xlsx 或 .csv 结尾' },
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run export`. */
export const exportCommand = defineCommand({
  verb: 'export',
  summary: '把一届的名单导出成表格（.xlsx 或 .csv），带网站编号，改正后可以再导入。',
  options,
  examples: ['npm run export -- --round weihai-craftsman/2024 --out 导出名单.xlsx'],
  run: exportRound,
});

async function exportRound(given: Asked): Promise<Outcome> {
  const round = given.required('round');
  const out = given.required('out');
  const kind = /\.(xlsx|csv)$/i.exec(out)?.[1]?.toLowerCase();
  if (kind === undefined) throw new UsageError('--out 要以 .xlsx 或 .csv 结尾，例如 --out 导出名单.xlsx。');
  const { programme, people } = await readKnownRound(contentOf(given), round, given.text('notice'));
  if (people.length === 0)
    throw new Refusal('nothing-to-export', `${round} 还没有名单，没有可导出的内容。请先导入名单。`);
  const table = rosterTable(programme.data, people);
  const listed = people.map(({ record }) => record.candidate);
  const columns = columnsFor(programme.data, listed);
  await replaceFile(out, kind === 'csv' ? csvFile(table) : await workbook([rosterSheet(columns, table.slice(1))]));
  return {
    exit: 0,
    json: { file: out, round, people: people.length, columns: columns.map(({ header }) => header) },
    text: `已导出 ${round}：${chineseCount(listed.map(subjectOf), ' ')}，${columns.length} 列，${out}\n改正后可用 npm run import 导回，“${columns[0]?.header}”一列请勿改动。\n`,
  };
}
