import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, ROUND, WAIT } from '#pipeline/commands/shared-options.ts';
import { patienceOf } from '#pipeline/content/writing.ts';
import { accept, type Accepted } from './accept.ts';

const options = {
  ...ROUND,
  code: { type: 'string', value: '代码', help: '哪一条提醒：check 每条末尾方括号里的代码' },
  person: { type: 'string', value: '谁', help: '提醒是关于某一个人的：姓名或编号' },
  reason: { type: 'string', value: '原因', help: '为什么可以保留' },
  words: { type: 'string', value: '文字', help: '正文里与数据不一致、而另有所指的日期、钟点、人数、电话，照正文写' },
  meaning: { type: 'string', value: '文字', help: '它是什么，例如 通知印发的日期' },
  by: { type: 'string', value: '姓名', help: '谁看过并决定保留' },
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run accept`. */
export const acceptCommand = defineCommand({
  verb: 'accept',
  summary:
    '记下谁看过一条提醒、为什么保留（写进 round.md 的 accepted），或者正文里的一处日期、数字另有所指（otherFacts）。错误不能保留，只能改正。',
  options,
  examples: [
    'npm run accept -- --round weihai-craftsman/2024 --code repeat-holder-general --person 张三 --reason 上次为入围奖，不受限制。 --by 李四',
    'npm run accept -- --round weihai-craftsman/2024 --words 3月5日 --meaning 通知印发的日期 --by 李四',
  ],
  run: carryOut,
});

async function carryOut(given: Asked): Promise<Outcome> {
  const round = given.required('round');
  const result = await accept({
    content: contentOf(given),
    round,
    entry: entryOf(given),
    patience: patienceOf(given),
  });
  if (result.written) {
    return {
      exit: 0,
      json: { written: true, round, file: result.file },
      text: `已写入 ${result.file}。还有的提醒，npm run check 会逐条列出。\n`,
    };
  }
  return {
    exit: 1,
    json: { written: false, round, findings: reportJson(result.findings) },
    text: `${reportText(result.findings)}没有记下，什么也没有写入。\n`,
  };
}

function entryOf(given: Asked): Accepted {
  const [code, words] = [given.line('code'), given.line('words')];
  const by = given.line('by');
  if ((code === undefined) === (words === undefined)) {
    throw new UsageError('请写 --code（保留哪一条提醒）或 --words（正文里另有所指的一处），只写一种。');
  }
  if (by === undefined) throw new UsageError('缺少 --by（谁看过并决定保留）。请补上。');
  if (words !== undefined) {
    const meaning = given.line('meaning');
    if (meaning === undefined) throw new UsageError('缺少 --meaning（它是什么）。请补上。');
    return { list: 'otherFacts', words, meaning, by };
  }
  const reason = given.line('reason');
  if (reason === undefined) throw new UsageError('缺少 --reason（为什么可以保留）。请补上。');
  return { list: 'accepted', code: code ?? '', person: given.line('person'), reason, by };
}
