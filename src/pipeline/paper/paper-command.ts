import { join } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { Finding } from '#core/catalogue/finding.ts';
import { appears, noticesOf } from '#core/lifecycle/notices-of.ts';
import type { Content, RoundFolder } from '#core/records/content.ts';
import { FIRST_NOTICE } from '#core/records/notice.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOW, ROUND } from '#pipeline/commands/shared-options.ts';
import { chosenRound, findingsOfRound } from '#pipeline/content/chosen-round.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { settled } from '#pipeline/content/settled.ts';
import { type PublicRound, publish } from '#site/publication.ts';
import { roundDocuments } from './documents/round-documents.ts';
import { PAPER_KINDS } from './kinds.ts';
import { type Made, nothing, type PaperJob } from './make-paper.ts';
import { openPress } from './press.ts';
import type { Press } from './typst/set-sheet.ts';

const kindList = PAPER_KINDS.map(({ key, words }) => `${key} ${words}`).join('、');

const options = {
  ...ROUND,
  notice: {
    type: 'string',
    value: '公示',
    help: '只做哪一份公示：first 为第一份，其余写 notices 下的文件夹名，也可写第几份的数；不写就做全部公示、变化和结果',
  },
  only: { type: 'string', value: '种类', help: `只做这一种，可写多次：${kindList}`, multiple: true },
  out: { type: 'string', value: '目录', help: '写到哪个目录' },
  fonts: {
    type: 'string',
    value: '目录',
    help: '本单位的字体目录（仿宋、小标宋、黑体、楷体），可写多次；不写就用 site.json 的 paper.fonts，再没有就用随附的开源字体',
    multiple: true,
  },
  ...NOW,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run paper`. */
export const paperCommand = defineCommand({
  verb: 'paper',
  summary:
    '把一届的公示、变化和结果做成可以盖章、张贴、投稿的文件：公文、海报、证书、Word、报纸稿。内容与网页相同。有错误时不制作。',
  options,
  examples: [
    'npm run paper -- --round weihai-craftsman/2024 --out 纸质',
    'npm run paper -- --round weihai-craftsman/2024 --only poster --fonts C:/Windows/Fonts --out 海报',
  ],
  run: makePaper,
});

async function makePaper(given: Asked, clock: () => Instant): Promise<Outcome> {
  const round = given.required('round');
  const out = given.required('out');
  const wanted = wantedKinds(given.texts('only'));
  const content = contentOf(given);
  const made = await settled(content, () => making(content, round, wanted, given, clock));
  if (hasErrors(made.findings)) {
    return {
      exit: 1,
      json: { written: false, round, findings: reportJson(made.findings) },
      text: `${reportText(made.findings)}没有制作 ${round} 的纸质文件，${out} 保持原样。\n`,
    };
  }
  for (const { path, bytes } of made.files) await replaceFile(join(out, path), bytes);
  return {
    exit: 0,
    json: {
      written: true,
      round,
      out,
      files: made.files.map(({ path }) => path),
      fonts: [...made.fonts],
      remarks: made.remarks,
    },
    text: [
      `已写到 ${out}：${made.files.length} 个文件。`,
      ...made.files.map(({ path }) => `  ${path}`),
      ...(made.fonts.size > 0 ? [`所用字体：${[...made.fonts].join('；')}`] : []),
      ...made.remarks,
      '',
    ].join('\n'),
  };
}

function wantedKinds(keys: readonly string[]): typeof PAPER_KINDS {
  const unknown = keys.filter((key) => !PAPER_KINDS.some((kind) => kind.key === key));
  if (unknown.length > 0) throw new UsageError(`--only 写的是 ${unknown.join('、')}，只能是：${kindList}。`);
  return keys.length === 0 ? PAPER_KINDS : PAPER_KINDS.filter(({ key }) => keys.includes(key));
}

async function making(
  content: string,
  id: string,
  wanted: typeof PAPER_KINDS,
  given: Asked,
  clock: () => Instant,
): Promise<Made> {
  const checked = await checkContent(content);
  const findings = findingsOfRound(checked.findings, id).filter(({ level }) => level === 'error');
  if (findings.length > 0 || !checked.content)
    return { ...nothing(), findings: findings.length > 0 ? findings : checked.findings };
  const { folder } = chosenRound(checked.readable, id);
  const job = jobOf(checked.content, folder, given, clock);
  const fonts = given.texts('fonts');
  let opened: Promise<Press> | undefined;
  const press = (): Promise<Press> => (opened ??= openPress(fonts.length > 0 ? fonts : (job.site.paper?.fonts ?? [])));
  const parts: Made[] = [];
  for (const kind of wanted) parts.push(await kind.make({ ...job, content }, press));
  return {
    files: parts.flatMap(({ files }) => files),
    fonts: new Set(parts.flatMap((part) => [...part.fonts])),
    remarks: parts.flatMap(({ remarks }) => remarks),
    findings: onceEach(parts.flatMap((part) => part.findings)),
  };
}

/** The same view as the pages, at the instant asked for: a notice that is still to be published is seen as on its day. */
function jobOf(content: Content, folder: RoundFolder, given: Asked, clock: () => Instant): Omit<PaperJob, 'content'> {
  const first = noticesOf(folder)
    .map(appears)
    .filter((at) => at < Infinity);
  if (first.length === 0)
    throw new Refusal('nothing-to-print', `${folder.id} 还没有公示正文 notice.md，没有可以制作的内容。请先写好公示。`);
  const site = content.site.data;
  const now = given.instant('now') ?? (site.sampleClock === undefined ? clock() : Date.parse(site.sampleClock));
  const publication = publish(content, Math.max(now, Math.min(...first)));
  const lead = publication.rounds.find(({ roundId }) => roundId === folder.id);
  if (!lead) throw new Error(`${folder.id} is not public on its own day`);
  const all = roundDocuments(lead, site.address);
  const asked = given.text('notice');
  if (asked === undefined) return { lead, site, documents: all };
  const notices = all.filter(({ document }) => /^notice/.test(document.id));
  const named = notices.filter(({ round }) => nameOf(round) === asked);
  const documents = named.length > 0 ? named : notices.slice(Number(asked) - 1, Number(asked));
  if (documents.length === 0 || Number(asked) < 1) {
    const known = [...new Set(notices.map(({ round }) => nameOf(round)))].join('、');
    throw new UsageError(
      `--notice 写的是 ${asked}，这一届到这一刻有 ${notices.length} 份公示：${known}。请写名称或第几份的数。`,
    );
  }
  return { lead, site, documents };
}

/** As the other commands name a notice of a round. */
function nameOf({ life }: PublicRound): string {
  return life.folder.part?.id ?? FIRST_NOTICE;
}

function onceEach(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify([one.code, one.args]), one])).values()];
}
