import { chineseReason, TAKEDOWN_REASONS } from '#core/acts/act-reason.ts';
import type { Instant } from '#core/calendar/plain-date.ts';
import type { TakenDown } from '#core/records/taken-down.ts';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { refuseMadeUpClock } from '#pipeline/commands/real-clock.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOW, SIGNING, WAIT } from '#pipeline/commands/shared-options.ts';
import { patienceOf } from '#pipeline/content/writing.ts';
import { takeDown, type TakingDown } from './take-down.ts';

const options = {
  person: { type: 'string', value: '谁', help: '撤下谁：个人页面网址里的编号，或者姓名' },
  'reason-code': {
    type: 'string',
    value: '代码',
    help: TAKEDOWN_REASONS.map((code) => `${code} ${chineseReason[code]}`).join('，'),
  },
  to: {
    type: 'string',
    value: '目标',
    multiple: true,
    help: '随即重新生成并发布到这里，以前各版一并删除；可写几次：文件夹、“远端:路径”、.zip 文件',
  },
  'check-only': { type: 'boolean', help: '只列出会改动什么，不写入' },
  ...SIGNING,
  now: { ...NOW.now, help: `${NOW.now.help}；不能与 --to 同用，发布只按本机的时钟` },
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run takedown`. */
export const takedownCommand = defineCommand({
  verb: 'takedown',
  summary:
    '把一个人的公开资料一步撤下：个人文件、照片、名册里的一行、批准记录里的原文、更正记录里的前后内容。原网址以后只有一句中性的话。',
  options,
  examples: ['npm run takedown -- --person 7tmn7wz --reason-code consent-withdrawn'],
  run: takeDownPerson,
});

async function takeDownPerson(given: Asked, clock: () => Instant): Promise<Outcome> {
  const targets = given.texts('to');
  if (targets.length > 0 && given.flag('check-only')) throw new UsageError('--check-only 不发布，请去掉 --to。');
  if (targets.length > 0)
    refuseMadeUpClock(given, '请去掉 --now，或者去掉 --to，撤下以后另行生成和发布。什么也没有写入。');
  const taken = await takenDown(given, clock);
  if (taken.exit !== 0 || targets.length === 0) return taken;
  // Astro is loaded by whoever builds.
  const { republish } = await import('#pipeline/publish/republish.ts');
  return republish(taken, targets, given, clock);
}

async function takenDown(given: Asked, clock: () => Instant): Promise<Outcome> {
  const person = given.required('person');
  const result = await takeDown({
    content: contentOf(given),
    person,
    reasonCode: reasonCode(given),
    checkOnly: given.flag('check-only'),
    now: given.instant('now') ?? clock(),
    patience: patienceOf(given),
  });
  switch (result.kind) {
    case 'refused':
      return {
        exit: 1,
        json: { written: false, person, findings: reportJson(result.findings) },
        text: `${reportText(result.findings)}没有撤下，什么也没有写入。\n`,
      };
    case 'already':
      return {
        exit: 0,
        json: { written: false, already: true, person, record: result.record },
        text: `编号 ${person} 已于 ${result.record.date} 撤下，没有要改的。\n`,
      };
    case 'done':
      return done(result.record.id, result, given.texts('to').length > 0);
  }
}

function reasonCode(given: Asked): TakenDown['reasonCode'] {
  const codes = TAKEDOWN_REASONS;
  const called = given.text('reason-code')?.trim();
  const stated = codes.find((code) => chineseReason[code] === called) ?? given.oneOf('reason-code', codes);
  if (stated !== undefined) return stated;
  const known = codes.map((code) => `${code}（${chineseReason[code]}）`).join('、');
  throw new UsageError(`缺少 --reason-code（为什么撤下）。可写：${known}。`);
}

function done(
  person: string,
  { written, record, file, removed, edited, mentions, namesakes }: Extract<TakingDown, { kind: 'done' }>,
  published: boolean,
): Outcome {
  const lines = mentions.map(({ file: path, line }) => `  ${path} 第 ${line} 行`);
  const others = namesakes.map(({ id, round }) => `${id}（${round}）`).join('、');
  return {
    exit: 0,
    json: { written, already: false, person, record, file, removed, edited, mentions, namesakes },
    text: [
      `${written ? '已撤下' : '将会撤下'}编号 ${person}（${chineseReason[record.reasonCode]}）。`,
      ...removed.map((path) => `${written ? '删除' : '将删除'} ${path}`),
      ...edited.map((path) => `${written ? '改动' : '将改动'} ${path}`),
      ...(written ? [`写入 ${file}，只留编号、日期、理由代码和摘要，没有姓名。`] : ['只检查，没有写入。']),
      ...(lines.length > 0
        ? ['', '下列地方还写着这个人的姓名，是不是同一个人、要不要改，请人看过再定：', ...lines]
        : []),
      ...(namesakes.length > 0 ? [`还有同名的人：${others}。如果是同一个人，请分别撤下。`] : []),
      ...(written
        ? [
            '',
            `${published ? '随即发布。' : '接下来：重新生成并发布网站（npm run build）。'}版本库的历史、备份和别处的转载不在此列，请另行处理。`,
            `事后复核：npm run approve -- --round ${record.programme}/${record.round} --takedown ${record.id} --approver 姓名 --reviewer 姓名`,
          ]
        : []),
      '',
    ].join('\n'),
  };
}
