import { setTimeout as wait } from 'node:timers/promises';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { ledgerConclusion, ledgerSentence, ledgerVerdicts } from './ledger-verdict.ts';
import { isAlarm, lookAtLedger } from './look-at-ledger.ts';
import { probe } from './probe.ts';
import { appendProbe, readRecord } from './record.ts';
import { conclusion, reportPage } from './report-page.ts';
import { timeStamp } from './time-stamp.ts';
import { type Verdict, verdictOn } from './verdict.ts';

const options = {
  every: { type: 'string', value: '间隔', help: '隔多久看一次，例如 10m、30s、1h，默认 10m' },
  times: { type: 'string', value: '次数', help: '看多少次，默认一直看下去' },
  record: { type: 'string', value: '文件', help: '观测记录，默认 observed.jsonl' },
  out: { type: 'string', value: '文件', help: '报告写到哪里，默认 observed.html' },
  'time-stamp': { type: 'string', value: '网址', help: '报告时向这个时间戳服务（RFC 3161）取时间戳' },
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run observe -- ADDRESS…` and `npm run observe -- report`. */
export const observeCommand = defineCommand({
  verb: 'observe',
  summary: '在另一台机器上按时查看公示网页，逐次记录；再据记录出一份可以存档的报告。',
  positionals: '网址… 或 report',
  options,
  examples: [
    'npm run observe -- https://gongshi.example.org/2026/notice/ --every 10m --times 144',
    'npm run observe -- report --out observed.html',
  ],
  run: observe,
});

async function observe(given: Asked, clock: () => number): Promise<Outcome> {
  const record = given.text('record') ?? 'observed.jsonl';
  if (given.positionals.length === 1 && given.positionals[0] === 'report') return report(given, record);
  const addresses = given.positionals;
  if (addresses.length === 0 || !addresses.every((address) => /^https?:\/\/\S+$/.test(address))) {
    throw new UsageError('请写要观测的网址，例如 https://…/notice/；要报告请写 report。');
  }
  const every = interval(given.text('every') ?? '10m');
  const times = given.wholeNumber('times', 1, 1_000_000) ?? Number.POSITIVE_INFINITY;
  let failed = 0;
  let alarms = 0;
  const { lines } = await readRecord(record);
  const seen = new Map(
    addresses.map((address) => [address, lines.findLast((line) => line.address === address && line.ledger)?.ledger]),
  );
  for (let time = 1; time <= times; time += 1) {
    const begun = performance.now();
    for (const address of addresses) {
      const looked = await probe(address, clock);
      const ledger = await lookAtLedger(address, seen.get(address));
      const line = await appendProbe(record, { ...looked, ledger });
      seen.set(address, ledger);
      if (line.status !== 200) failed += 1;
      if (!isAlarm(ledger)) continue;
      alarms += 1;
      process.stderr.write(`警报 ${line.at} ${ledgerSentence(ledger)}\n`);
    }
    if (time < times) await wait(Math.max(0, every - (performance.now() - begun)));
  }
  return {
    exit: failed + alarms > 0 ? 1 : 0,
    json: { record, times, failed, alarms, ledgers: [...new Set(seen.values())] },
    text: [
      `已观测 ${times} 次，${failed === 0 ? '都正常' : `有 ${failed} 次不正常`}：${record}`,
      ...(alarms > 0 ? [`账本有 ${alarms} 次警报，详见 npm run observe -- report。`] : []),
      '',
    ].join('\n'),
  };
}

async function report(given: Asked, record: string): Promise<Outcome> {
  const { lines, head } = await readRecord(record);
  if (lines.length === 0) throw new UsageError(`${record} 里还没有观测记录。`);
  const verdicts = [...new Set(lines.map(({ address }) => address))]
    .map((address) => verdictOn(address, lines))
    .filter((verdict): verdict is Verdict => verdict !== undefined);
  const out = given.text('out') ?? 'observed.html';
  const ledgers = ledgerVerdicts(lines);
  await replaceFile(out, reportPage(verdicts, head, ledgers));
  const authority = given.text('time-stamp');
  const stamp = authority === undefined ? undefined : await timeStamp(record, authority);
  return {
    exit: verdicts.every(({ continuous }) => continuous) && ledgers.every(({ alarms }) => alarms.length === 0) ? 0 : 1,
    json: { head, verdicts, ledgers, out, ...(stamp !== undefined && { stamp }) },
    text: `${verdicts.map((verdict) => `${verdict.address}\n  ${conclusion(verdict)}`).join('\n')}\n${ledgers.map((one) => `${one.site}\n  ${ledgerConclusion(one)}\n`).join('')}已写入 ${out}\n${stamp === undefined ? '' : `时间戳：${stamp}\n`}`,
  };
}

/** In milliseconds. */
function interval(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,4})([smh])$/.exec(text) ?? [];
  const milliseconds = Number(number) * ({ s: 1000, m: 60_000, h: 3_600_000 }[unit] ?? 0);
  if (milliseconds === 0) throw new UsageError('--every 请写成 30s、10m 或 1h 的样子。');
  return milliseconds;
}
