import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent } from '#pipeline/check/check-content.ts';
import { type Answers, collect, onTerminal, optionsOf, type Question, type Terminal } from '#pipeline/commands/ask.ts';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { WAIT } from '#pipeline/commands/shared-options.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { inNewFolder, readerFindings, refuseFilled } from '#pipeline/content/new-files.ts';
import { patienceOf, writing } from '#pipeline/content/writing.ts';
import { programmeId, programmeQuestions } from './new-programme.ts';
import { newSite, siteQuestions, type Stock } from './new-site.ts';
import { OFFICE_IGNORE } from './office-ignore.ts';

const options = {
  content: { type: 'string', value: '目录', help: '新内容目录；已有文件的目录不会被覆盖' },
  ...optionsOf(siteQuestions),
  programme: {
    type: 'string',
    value: '活动',
    help: '选用现成的选树活动，可写多次，例如 weihai-craftsman',
    multiple: true,
  },
  'new-programme': { type: 'string', value: '编号', help: '或另立一个活动，例如 taishan-craftsman；再写下面各项' },
  ...optionsOf(programmeQuestions('主办单位')),
  ...WAIT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run new-site`. The calendars and programmes come from the repository's own content. */
export const newSiteCommand = defineCommand({
  verb: 'new-site',
  summary: '建立一个单位自己的内容目录：名称、联系方式、选树活动和放假安排，不带任何示例人员。没有写明的逐项询问。',
  options,
  examples: ['npm run new-site -- --content 我们的内容 --programme weihai-craftsman'],
  run: (given) => onTerminal((terminal) => newSiteAsked(given, terminal)),
});

/** @param terminal whom to ask what the options leave open */
export async function newSiteAsked(given: Asked, terminal: Terminal | undefined): Promise<Outcome> {
  const directory = given.text('content');
  if (directory === undefined)
    throw new UsageError('缺少 --content（新内容目录）。请补上，例如 --content 我们的内容。');
  await refuseFilled(directory);
  const stock = await stockOf(join(ROOT, 'content'));
  const site = await collect(siteQuestions, given, terminal);
  const which = await collect(programmeChoice(stock, given), given, terminal);
  const chosen = which['programme'] ?? [];
  const ownId = which['new-programme']?.[0];
  if (chosen.length === 0 && ownId === undefined) {
    throw new UsageError('缺少 --programme（选用现成的选树活动）或 --new-programme（另立一个活动）。请至少写一个。');
  }
  if (ownId !== undefined && stock.programmes.has(ownId)) {
    throw new UsageError(
      `--new-programme ${ownId} 与现成的活动同名。选用它请写 --programme ${ownId}，另立请换一个编号。`,
    );
  }
  const own = ownId === undefined ? undefined : { id: ownId, answers: await ownAnswers(given, terminal, site) };
  const files = newSite(site, stock, [...new Set(chosen)], own);
  const faults = readerFindings(files);
  if (faults.length > 0) {
    return {
      exit: 1,
      json: { created: false, content: directory, findings: reportJson(faults) },
      text: `${reportText(faults)}没有建立 ${directory}，什么也没有写。\n`,
    };
  }
  await inNewFolder(directory, () =>
    writing(directory, { verb: 'new-site', patience: patienceOf(given) }, async (held) => {
      // Somebody else may have been quicker while the questions were answered.
      await refuseFilled(directory);
      await changeFiles(held, new Map([['.gitignore', OFFICE_IGNORE], ...files]));
    }),
  );
  const { findings } = await checkContent(directory);
  const programmes = [...new Set(chosen), ...(ownId === undefined ? [] : [ownId])];
  return {
    exit: 0,
    json: { created: true, content: directory, files: [...files.keys()], programmes, findings: reportJson(findings) },
    text: [
      `已建立 ${directory}：${files.size} 个文件，${stock.calendars.size} 个年份的放假安排，${programmes.length} 个选树活动（${programmes.join('、')}）。`,
      '里面没有任何示例人员。接下来建立一届：',
      `  npm run new-round -- --content ${directory} --programme ${programmes[0]} --edition 年份`,
      ...(ownId === undefined
        ? []
        : [
            `补充另立的活动（阶段、条件、文字、区县）：npm run new-programme -- --content ${directory} --id ${ownId} --extend --help`,
          ]),
      '',
      ...(findings.length > 0 ? ['现在检查，还有这些要做：', reportText(findings)] : []),
    ].join('\n'),
  };
}

function ownAnswers(given: Asked, terminal: Terminal | undefined, site: Answers): Promise<Answers> {
  return collect(programmeQuestions(site['organiser']?.[0] ?? ''), given, terminal);
}

function programmeChoice(stock: Stock, given: Asked): readonly Question<'programme' | 'new-programme'>[] {
  const known = [...stock.programmes.keys()];
  const picked = given.texts('programme').length > 0;
  const own = given.text('new-programme') !== undefined;
  return [
    ...(own && !picked
      ? []
      : [
          {
            flag: 'programme' as const,
            about: `选用哪些现成的活动（${known.join('、')}）`,
            many: true as const,
            optional: true as const,
            check: (text: string) =>
              known.includes(text) ? undefined : `没有“${text}”。现成的有：${known.join('、')}。`,
          },
        ]),
    ...(picked && !own
      ? []
      : [
          {
            flag: 'new-programme' as const,
            about: '另立一个活动的编号',
            example: 'taishan-craftsman',
            optional: true as const,
            check: programmeId,
          },
        ]),
  ];
}

/** The repository's content, without its rounds. */
async function stockOf(content: string): Promise<Stock> {
  const calendars = new Map<string, string>();
  const programmes = new Map<string, string>();
  const forms = new Map<string, string>();
  const text = (path: string): Promise<string> => readFile(join(content, path), 'utf8');
  for (const name of (await readdir(join(content, 'calendar'))).sort()) {
    if (/^\d{4}\.json$/.test(name)) calendars.set(`calendar/${name}`, await text(`calendar/${name}`));
  }
  for (const id of (await readdir(join(content, 'programmes'))).sort()) {
    programmes.set(id, await text(`programmes/${id}/programme.md`));
    const folder = `programmes/${id}/forms`;
    for (const name of (await readdir(join(content, folder)).catch(() => [])).sort()) {
      forms.set(`${folder}/${name}`, await text(`${folder}/${name}`));
    }
  }
  return { calendars, programmes, forms };
}
