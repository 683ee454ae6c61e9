import { existsSync } from 'node:fs';
import type { Instant } from '#core/calendar/plain-date.ts';
import { refuseOutdated } from '#pipeline/build/content-record.ts';
import { refuseUninspected, refuseUnsound } from '#pipeline/build/inspected.ts';
import { builtForAnotherTime, madeUpClock, toldOfClock } from '#pipeline/build/made-up-clock.ts';
import { recordAddresses } from '#pipeline/build/published-addresses.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { progressOn } from '#pipeline/commands/progress.ts';
import { refuseMadeUpClock } from '#pipeline/commands/real-clock.ts';
import { CONTENT, contentOf, NOW, SIGNING, WAIT } from '#pipeline/commands/shared-options.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { type Held, patienceOf, writing } from '#pipeline/content/writing.ts';
import { isRemote, remember } from '../evidence/kept-head.ts';
import { type Seal, sealJson, sealText } from '../evidence/seal.ts';
import { sealFor } from '../evidence/seal-for.ts';
import { askClock, refuseWrongClock } from './clock-check.ts';
import { refuseTarget } from './folder-target.ts';
import { pruneCommand } from './prune-command.ts';
import { publishTo } from './publish-to.ts';
import { rclone } from './rclone.ts';
import { type Rollback, rollBack } from './rollback.ts';
import { refuseUnreviewed } from './unreviewed.ts';

const TO = {
  to: { type: 'string', value: '目标', help: '文件夹、“远端:路径”（经 rclone），或一个 .zip 文件' },
} as const satisfies Options;
const LEDGER = {
  ledger: {
    type: 'string',
    value: '文件',
    help: '接着这本账本记：备份里的 evidence/ledger.jsonl，或里面有它的压缩包、文件夹',
  },
} as const satisfies Options;
const PATIENT = {
  wait: { ...WAIT.wait, help: '别的命令正在写内容、或另一个发布正在进行时最多等多久' },
} as const satisfies Options;

const options = {
  ...TO,
  site: { type: 'string', value: '目录', help: '生成好的网站，默认 dist' },
  ...CONTENT,
  now: { ...NOW.now, help: '不能用：发布只按本机的时钟' },
  first: { type: 'boolean', help: '第一次发布到这个文件夹' },
  precompress: { type: 'boolean', help: '文件夹：每个文字文件旁边另放 .br 和 .gz，供网页服务器直接发出' },
  'drop-past': { type: 'boolean', help: '撤下个人以后用：不留任何以前的版本和文件' },
  ...PATIENT,
  ...SIGNING,
  ...LEDGER,
  'new-ledger': { type: 'boolean', help: '以前从来没有账本，或者确实要从零另起一本' },
  built: { type: 'string', value: '摘要', help: '只发布这一份：build 印出的检查记录的摘要' },
  'clock-from': { type: 'string', value: '网址', multiple: true, help: '按这个网站的时钟核对本机时钟，可写两次' },
} as const satisfies Options;

const rollbackOptions = {
  ...TO,
  release: { type: 'string', value: '版本', help: '退回到哪一版，默认上一版' },
  ...CONTENT,
  ...SIGNING,
  ...LEDGER,
  ...PATIENT,
} as const satisfies Options;

/** `npm run publish`. */
export const publishCommand = defineCommand({
  verb: 'publish',
  summary: '把生成好的网站发布出去：先完整放好、核对，再一次切换。中途断电或出错，正在提供的网站保持原样。',
  positionals: '[prune]',
  options,
  examples: [
    'npm run publish -- --to /srv/jiangbang --first',
    'npm run publish -- --to /srv/jiangbang --key /media/usb/gongshi.key',
    'npm run publish -- --to /srv/new --first --ledger gongshi.zip --key /media/usb/gongshi.key',
    'npm run publish -- --to oss:gongshi/site',
    'npm run publish -- prune --to oss:gongshi/site',
    'npm run publish -- --to gongshi.zip',
  ],
  run: publish,
});

async function publish(given: Given<typeof options>, clock: () => Instant): Promise<Outcome> {
  const [verb, ...rest] = given.positionals;
  refuseMadeUpClock(given, '请去掉 --now；要核对本机时钟，用 --clock-from 网址。网站保持原样。');
  if (verb === 'prune' && rest.length === 0) return pruneCommand(given, clock, rclone);
  if (verb !== undefined) throw new UsageError(`publish 后面只能写 prune，不能写 ${verb}。`);
  const to = given.required('to');
  const site = given.text('site') ?? 'dist';
  if (given.flag('precompress') && (isRemote(to) || /\.zip$/i.test(to))) {
    throw new UsageError('--precompress 只用于发布到文件夹：压缩包和远端由那边的服务器压缩。');
  }
  const content = contentOf(given);
  // What is published is the content as it lies there, to the last address recorded: nobody changes it meanwhile.
  return writing(content, { verb: 'publish', patience: patienceOf(given) }, async (held) => {
    await refuseOutdated(site, content);
    const builtFor = await madeUpClock(site);
    if (builtFor !== undefined && given.text('key') !== undefined) throw builtForAnotherTime(site, builtFor);
    const inspected = await refuseUninspected(site, given.text('built'));
    await refuseWrongClock(given.texts('clock-from'), clock, askClock);
    if (!isRemote(to) && !/\.zip$/i.test(to)) await refuseTarget({ disk: realDisk, folder: to }, given.flag('first'));
    const checked = await checkContent(content);
    await refuseUnsound(site, checked, inspected);
    refuseUnreviewed(checked.content, inspected.now);
    const seal = await sealFor(given, to, clock, {
      checked,
      ledger: given.text('ledger'),
      isNew: given.flag('new-ledger'),
    });
    const release = {
      now: clock(),
      first: given.flag('first'),
      patience: patienceOf(given) ?? 0,
      dropPast: given.flag('drop-past'),
      precompress: given.flag('precompress'),
      files: inspected.files,
      seal,
    };
    const outcome = await publishTo(to, site, release, progressOn(process.stderr, given.flag('json')));
    const address = checked.content?.site.data.address;
    if (address !== undefined) await recordAddresses(held, site, address.replace(/\/?$/, '/'));
    if (seal.last) await remember(held, to, seal.last);
    return builtFor === undefined ? outcome : toldOfClock(outcome, builtFor);
  });
}

/** `npm run rollback`. */
export const rollbackCommand = defineCommand({
  verb: 'rollback',
  summary: '退回到以前发布的一版，默认上一版。',
  options: rollbackOptions,
  examples: ['npm run rollback -- --to /srv/jiangbang'],
  run: rollback,
});

async function rollback(given: Given<typeof rollbackOptions>, clock: () => Instant): Promise<Outcome> {
  const to = given.required('to');
  if (isRemote(to) || /\.zip$/i.test(to)) throw new UsageError('只有发布到文件夹的网站可以退回。请写那个文件夹。');
  const content = contentOf(given);
  const back = async (held?: Held): Promise<{ seal: Seal; done: Rollback }> => {
    const sealing = await sealFor(given, to, clock, { ledger: given.text('ledger') });
    const rolled = await rollBack({ disk: realDisk, folder: to }, given.text('release'), {
      patience: patienceOf(given) ?? 0,
      now: clock(),
      seal: sealing,
    });
    if (held && sealing.last) await remember(held, to, sealing.last);
    return { seal: sealing, done: rolled };
  };
  // A server may hold releases and no content: there is nothing to remember them in.
  const { seal, done } = existsSync(content)
    ? await writing(content, { verb: 'rollback', patience: patienceOf(given) }, back)
    : await back();
  return {
    exit: 0,
    json: { rolledBack: true, ...done, ...(seal.last && { evidence: sealJson(seal.last) }) },
    text: `已从 ${done.from} 退回到 ${done.to}。\n${seal.last ? sealText(seal.last) : ''}`,
  };
}
