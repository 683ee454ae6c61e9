import { lineSchema } from '#core/formats/words.ts';
import { findPrivate } from '#core/privacy/private-text.ts';
import { type ColumnKey, columnsFor } from '#core/roster/columns.ts';
import { isSameName } from '#core/text/person-name.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, ROUND, WAIT } from '#pipeline/commands/shared-options.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { patienceOf, writing } from '#pipeline/content/writing.ts';
import { changeText } from '#pipeline/intake/import-text.ts';
import { type KnownRound, readKnownRound } from '#pipeline/intake/known-round.ts';
import { planEdit, type PlannedEdit, type RoundEdit } from './edit-round.ts';

const options = {
  ...ROUND,
  person: { type: 'string', value: '谁', help: '改谁的：姓名或编号' },
  add: { type: 'boolean', help: '增加一个人，各项用 --set 写' },
  set: {
    type: 'string',
    value: '列名=内容',
    help: '汇总表的一列和它的新内容，内容空着就是删去；可写多次',
    multiple: true,
  },
  'real-name': { type: 'boolean', help: '这确是姓名，虽然看上去像占位的字样、集体名称或夹着字母' },
  remove: { type: 'string', value: '谁', help: '移出名单（批准以前）：姓名或编号；可写多次', multiple: true },
  order: { type: 'string', value: '编号、编号…', help: '名单的新次序：每个人的编号，用顿号隔开' },
  'ordered-by': { type: 'string', value: '文字', help: '名单怎样排序，例如 排名不分先后' },
  'check-only': { type: 'boolean', help: '只看结果，不写入' },
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run edit`: one person, or the list itself, before it is public. */
export const editCommand = defineCommand({
  verb: 'edit',
  summary:
    '公示以前改名单：改一个人的某几项，增加或移出一个人，调整次序。写法和规则与汇总表相同；公示以后用 npm run act 更正。',
  options,
  examples: [
    'npm run edit -- --round weihai-craftsman/2024 --person 张三 --set 工种=焊工 --set 技能等级=高级技师',
    'npm run edit -- --round weihai-craftsman/2024 --order k7mq2xd、b3cd4fg --ordered-by 按姓氏笔画排序',
  ],
  run: editList,
});

async function editList(given: Asked): Promise<Outcome> {
  const edit = await editOf(given);
  if (given.flag('check-only')) {
    const planned = await planEdit(edit);
    return outcome(edit, planned, false);
  }
  return writing(edit.content, { verb: 'edit', patience: patienceOf(given) }, async (held) => {
    const planned = await planEdit(edit);
    const writes = !hasErrors(planned.findings) && planned.changes.size > 0;
    if (writes) await changeFiles(held, planned.changes, `${roundDirectory(edit.round)}/`);
    return outcome(edit, planned, writes);
  });
}

function outcome({ round }: RoundEdit, planned: PlannedEdit, written: boolean): Outcome {
  const { findings, judged, person, changes } = planned;
  const faulty = hasErrors(findings);
  const lines = person?.changes.map((one) => `  ${changeText(one)}\n`).join('') ?? '';
  const about = person ? `${person.name}（编号 ${person.id}）\n${lines}` : '';
  const after = judged.length > 0 ? `这一届按全部规则检查：\n${reportText(judged)}` : '';
  const last = faulty
    ? '有错误，什么也没有写入。'
    : changes.size === 0
      ? '与内容目录里的一样，不需要写入。'
      : written
        ? `已写入 ${round}，共 ${changes.size} 个文件。`
        : '只看结果，什么也没有写入。';
  return {
    exit: faulty ? 1 : 0,
    json: {
      written,
      round,
      person,
      files: [...changes.keys()],
      findings: reportJson(findings),
      afterwards: reportJson(judged),
    },
    text: `${about}${findings.length > 0 ? reportText(findings) : ''}${after}${last}\n`,
  };
}

async function editOf(given: Asked): Promise<RoundEdit> {
  const [content, round] = [contentOf(given), given.required('round')];
  const known = await readKnownRound(content, round);
  const [stated, adds, sets] = [given.line('person'), given.flag('add'), given.texts('set')];
  if (adds && stated !== undefined) throw new UsageError('--add 是增加新的人，不能同时写 --person。');
  if (!adds && stated === undefined && sets.length > 0)
    throw new UsageError('缺少 --person（改谁的）。增加新的人请写 --add。');
  const orderedBy = given.line('ordered-by');
  if (orderedBy !== undefined && (!lineSchema.safeParse(orderedBy).success || findPrivate(orderedBy).length > 0))
    throw new UsageError('--ordered-by 要写一行文字，例如 --ordered-by 排名不分先后。');
  const changed = adds || stated !== undefined;
  return {
    content,
    round,
    ...(changed && {
      person: {
        id: stated === undefined ? undefined : personIn(known, stated),
        cells: cellsOf(known, sets),
        realName: given.flag('real-name'),
      },
    }),
    remove: given.texts('remove').map((one) => personIn(known, one)),
    order: given
      .line('order')
      ?.split(/[、,，\s]+/u)
      .filter((id) => id !== ''),
    orderedBy,
  };
}

function cellsOf({ programme, people }: KnownRound, sets: readonly string[]): Map<ColumnKey, string> {
  const columns = columnsFor(
    programme.data,
    people.map(({ record }) => record.candidate),
  ).filter(({ key }) => key !== 'id' && !key.startsWith('photo.'));
  return new Map(
    sets.map((text) => {
      const [, head = '', value = ''] = /^([^=]{1,60})=(.*)$/su.exec(text) ?? [];
      const column = columns.find(({ header }) => header === head.trim());
      if (!column)
        throw new UsageError(
          `--set 要写成“列名=内容”，列名可写：${columns.map(({ header }) => header).join('、')}。照片请用 npm run photo。`,
        );
      return [column.key, value.replace(/\r\n?/gu, '\n')] as const;
    }),
  );
}

/** By id, or by a name that only one of the list has. */
export function personIn({ id: round, people }: KnownRound, stated: string): string {
  const text = stated.trim();
  const found = people.filter(({ id, name }) => id === text || isSameName(name, text));
  const [only, ...more] = found;
  if (!only) throw new Refusal('person-unknown', `${round} 的名单里没有“${text}”。请核对姓名，或写编号。`);
  if (more.length === 0) return only.id;
  const all = found.map(({ id, name, employer }) => `${id}（${name}，${employer}）`).join('、');
  throw new Refusal('person-several', `叫“${text}”的有 ${found.length} 人：${all}。请写编号。`);
}
