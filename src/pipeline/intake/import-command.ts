import { lineSchema } from '#core/formats/words.ts';
import { findPrivate } from '#core/privacy/private-text.ts';
import { openTerminal } from '#pipeline/commands/ask.ts';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { progressOn } from '#pipeline/commands/progress.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, WAIT } from '#pipeline/commands/shared-options.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { settled } from '#pipeline/content/settled.ts';
import { type Held, patienceOf, writing } from '#pipeline/content/writing.ts';
import { givenPhotos, photoOptions } from '#pipeline/intake/photos/photo-flags.ts';
import { answered } from './ask-open.ts';
import {
  answerOptions,
  askedAnswers,
  askedEdits,
  askedSubjects,
  givenAdded,
  givenAnswers,
  givenCells,
  givenEdits,
  givenHeads,
  givenSubjects,
  givenSupplement,
  isYes,
} from './import-questions.ts';
import { importReport } from './import-report.ts';
import type { ImportRequest } from './import-request.ts';
import { applyImport, hasNothingToWrite, type PreparedImport, prepareImport } from './import-round.ts';
import { aheadText, checkedText, countsText, importJson, importText } from './import-text.ts';
import type { ImportEffects } from './plan-round.ts';
import { onlyEditsOpen } from './settle-edits.ts';

const options = {
  round: { type: 'string', value: '活动/届', help: '写入哪一届，例如 weihai-craftsman/2024' },
  yes: { type: 'boolean', help: '没有错误就写入，不再询问' },
  'check-only': { type: 'boolean', help: '只看计划，不写入' },
  report: { type: 'string', value: '文件', help: '把计划写成一个网页（.html），供同事核对' },
  sheet: { type: 'string', value: '名称', help: '有几个像名单的工作表时，读哪一个' },
  list: { type: 'string', value: '文字', help: '一张表里有几份名单（拟命名、提名、后备…）时，读哪一份，写标题里的字' },
  all: {
    type: 'string',
    value: '列名=内容',
    help: '表里没有这一列而全体相同，例如 推荐方式=个人自荐；可写多次',
    multiple: true,
  },
  'ordered-by': { type: 'string', value: '文字', help: '名单怎样排序，例如 排名不分先后' },
  ...photoOptions,
  ...answerOptions,
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run import`: read, plan, show, ask, apply. */
export const importCommand = defineCommand({
  verb: 'import',
  summary:
    '把名单读进一届：汇总表（.xlsx、.docx、.csv），或装着每人一张推荐表（申报表）的文件夹，也可以两样都写。先列出计划，确认后才写入。',
  positionals: '文件或文件夹…',
  options,
  examples: [
    'npm run import -- 汇总表.xlsx --round weihai-craftsman/2024 --check-only',
    'npm run import -- 汇总表.xlsx 推荐表 --round weihai-craftsman/2024 --photos 照片 --photo-credit 单位供图 --photo-consent 本人书面同意 --yes',
  ],
  run: importRoster,
});

async function importRoster(given: Asked): Promise<Outcome> {
  const request = requestOf(given);
  const { content } = request;
  if (given.flag('check-only')) return settled(content, () => importing(request, given, undefined));
  const writer = { verb: 'import', patience: patienceOf(given) };
  return writing(content, writer, (held) => importing(request, given, held));
}

/** @param held absent when the plan alone is wanted */
async function importing(asked: ImportRequest, given: Asked, held: Held | undefined): Promise<Outcome> {
  let request = asked;
  const asJson = given.flag('json');
  const progress = progressOn(process.stderr, asJson || !process.stderr.isTTY);
  const terminal = held === undefined || given.flag('yes') || asJson ? undefined : openTerminal();
  const effects: ImportEffects = { progress };
  if (terminal) {
    effects.answer = (plan, approved) => askedAnswers(plan, request.answers, approved, terminal);
    effects.answerEdits = (edited) => askedEdits(edited, terminal);
  }
  try {
    let prepared = await prepareImport(request, effects);
    if (terminal && prepared.planned.findings.some(({ code }) => code === 'import-name-collective')) {
      const { subjects, realNames } = await askedSubjects(prepared.planned.findings, terminal);
      request = {
        ...request,
        subjects: new Map([...(request.subjects ?? []), ...subjects]),
        realNames: new Set([...(request.realNames ?? []), ...realNames]),
      };
      prepared = await prepareImport(request, effects);
    }
    if (terminal && prepared.planned.plan.open.length > 0) {
      request = await answered(request, prepared.planned.plan.open, terminal);
      prepared = await prepareImport(request, effects);
    }
    const { planned } = prepared;
    progress.done('读完');
    const report = given.text('report');
    if (report !== undefined) await replaceFile(report, importReport(planned));
    const text = `${importText(planned)}${report === undefined ? '' : `核对报告写在 ${report}。\n`}`;
    const outcome = (exit: Outcome['exit'], more: string): Outcome => ({
      exit,
      json: importJson(planned, prepared.judged),
      text: `${text}\n${more}\n`,
    });
    if (onlyEditsOpen(planned.findings)) {
      return outcome(
        2,
        '手工改过的内容是保留还是改用表里的，要由人来定，什么也没有写入。请照上面的提示加选项重新运行。',
      );
    }
    if (hasErrors(planned.findings)) return outcome(1, '有错误，什么也没有写入。请改正后重新导入。');
    const ahead = hasNothingToWrite(prepared) ? '' : aheadText(prepared.judged);
    if (held === undefined) {
      return outcome(hasErrors(prepared.judged) ? 1 : 0, `${ahead}只看计划，什么也没有写入。`);
    }
    if (hasNothingToWrite(prepared))
      return outcome(
        0,
        planned.findings.some(({ code }) => code === 'import-edited-kept')
          ? '手工改过的都保留了，没有别的要写入。'
          : '与内容目录里的完全一样，不需要写入。',
      );
    if (!given.flag('yes')) {
      if (!terminal) {
        const summary = `计划：${countsText(planned)}这里不能提问，什么也没有写入；`;
        return outcome(2, `${summary}确认写入请加 --yes，只看计划请加 --check-only。`);
      }
      process.stdout.write(`${text}\n${ahead}`);
      if (!isYes(await terminal.ask('写入吗？（y/N）'))) {
        return { exit: 0, json: importJson(planned), text: '没有写入。\n' };
      }
      return await applied(held, request, prepared, '');
    }
    return await applied(held, request, prepared, text);
  } finally {
    terminal?.close();
  }
}

/** Errors of the rules that the plan has shown do not keep a list out: exit 0, it is written, and the last line counts them. */
async function applied(held: Held, request: ImportRequest, prepared: PreparedImport, text: string): Promise<Outcome> {
  const checked = await applyImport(held, request, prepared);
  const { planned } = prepared;
  return {
    exit: 0,
    json: importJson(planned, checked),
    text: `${text}\n已写入 ${planned.round.id}：${countsText(planned)}\n${checkedText(checked, request.content)}`,
  };
}

function requestOf(given: Asked): ImportRequest {
  if (given.positionals.length === 0) {
    throw new UsageError(
      '缺少名单文件。请写上汇总表，或装着推荐表的文件夹，例如 npm run import -- 汇总表.xlsx --round …。',
    );
  }
  const orderedBy = given.text('ordered-by');
  if (orderedBy !== undefined && (!lineSchema.safeParse(orderedBy).success || findPrivate(orderedBy).length > 0)) {
    throw new UsageError('--ordered-by 要写一行文字，例如 --ordered-by 排名不分先后。');
  }
  return {
    content: contentOf(given),
    round: given.required('round'),
    paths: given.positionals,
    sheet: given.text('sheet'),
    list: given.text('list'),
    all: given.texts('all').map((text) => {
      const [, head, value] = /^([^=]{1,30})=(.{1,400})$/su.exec(text) ?? [];
      if (head === undefined || value === undefined) {
        throw new UsageError('--all 要写成“列名=内容”，例如 --all 推荐方式=个人自荐。');
      }
      return { head, text: value };
    }),
    orderedBy,
    cells: givenCells(given),
    heads: givenHeads(given),
    answers: givenAnswers(given),
    added: givenAdded(given),
    from: given.texts('from').map((text) => {
      const [, file, body = text] = /^([^=]+)=(.+)$/su.exec(text) ?? [];
      return { file, body: body.trim() };
    }),
    addBodies: given.flag('add-bodies') ? { kind: given.text('body-kind') } : undefined,
    supplement: givenSupplement(given),
    realNames: new Set(given.texts('real-name')),
    subjects: givenSubjects(given),
    edits: givenEdits(given),
    photos: givenPhotos(given),
    confirmedPdf: given.texts('confirm-pdf'),
  };
}
