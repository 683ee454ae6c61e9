import { readFile } from 'node:fs/promises';
import { columnsFor } from '#core/roster/columns.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { CONTENT, contentOf } from '#pipeline/commands/shared-options.ts';
import { chosenRound } from '#pipeline/content/chosen-round.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { template } from './template.ts';

const options = {
  programme: { type: 'string', value: '活动', help: '哪个选树活动，例如 weihai-craftsman' },
  round: { type: 'string', value: '届', help: '或写明哪一届，下拉列表里就有本届的推荐单位' },
  out: { type: 'string', value: '文件', help: '写到哪个文件，以 .xlsx 结尾' },
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run template`. */
export const templateCommand = defineCommand({
  verb: 'template',
  summary: '生成一个选树活动的空白汇总表（.xlsx），列、下拉列表和说明都按它的规定。',
  options,
  examples: [
    'npm run template -- --programme weihai-craftsman --out 威海工匠汇总表.xlsx',
    'npm run template -- --round baotou-craftsman/2023 --out 包头工匠2023.xlsx',
  ],
  run: writeTemplate,
});

async function writeTemplate(given: Asked): Promise<Outcome> {
  const [programmeId, roundId] = [given.text('programme'), given.text('round')];
  if (programmeId === undefined && roundId === undefined) {
    throw new UsageError('缺少 --programme（哪个选树活动），或用 --round 写明哪一届。请补上。');
  }
  if (programmeId !== undefined && roundId !== undefined && !roundId.startsWith(`${programmeId}/`)) {
    throw new UsageError(`--round ${roundId} 不属于 --programme ${programmeId}。请只写一个。`);
  }
  const out = given.required('out');
  if (!/\.xlsx$/i.test(out)) throw new UsageError('--out 要以 .xlsx 结尾，例如 --out 汇总表.xlsx。');
  const { readable } = await readContent(contentOf(given));
  const chosen = roundId === undefined ? undefined : chosenRound(readable, roundId);
  const programme = chosen?.programme ?? readable?.programmes.find(({ id }) => id === programmeId)?.programme;
  if (!programme) {
    const known = readable?.programmes.map(({ id }) => id).join('、') ?? '';
    throw new Refusal(
      'programme-unknown',
      `内容目录里没有（或读不出）选树活动“${programmeId}”。${known === '' ? '请先运行 npm run new-site。' : `现有：${known}。请核对 --programme。`}`,
    );
  }
  const bodies = chosen?.folder.round.data.nominatingBodies.map(({ name }) => name) ?? [];
  const bytes = await template(programme.data, bodies);
  const there = await readFile(out).catch(() => undefined);
  if (there && !there.equals(bytes)) {
    throw new Refusal('file-exists', `${out} 已经存在，可能已有人填写，没有覆盖。请换一个文件名，或先移走它。`);
  }
  if (!there) await replaceFile(out, bytes);
  const columns = columnsFor(programme.data).map(({ header }) => header);
  return {
    exit: 0,
    json: { file: out, programme: programme.id, columns },
    text: `已生成${programme.data.name}的空白汇总表：${out}\n共 ${columns.length} 列：${columns.join('、')}。\n`,
  };
}
