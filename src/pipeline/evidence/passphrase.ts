import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { ENOUGH_BITS, strengthOf, type Weakness } from '#core/evidence/passphrase-strength.ts';
import { type Arguments, Refusal, UsageError } from '#pipeline/commands/command-line.ts';

/** From the file that an option names, its first line; otherwise asked on a terminal, without an echo. */
export async function passphraseFor<F extends string>(
  given: Arguments<F, never, never>,
  flag: NoInfer<F>,
  about: string,
): Promise<string> {
  const path = given.text(flag);
  if (path !== undefined) {
    const text = await readFile(path, 'utf8').catch(() => {
      throw new Refusal('passphrase-missing', `读不到口令文件 ${path}。请核对 --${flag}。`);
    });
    return text.split(/\r?\n/)[0] ?? '';
  }
  if (!process.stdin.isTTY) throw new UsageError(`缺少 --${flag}（${about}）。这里不能提问，请用选项写明。`);
  process.stderr.write(`${about}：`);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await new Promise<string>((resolve) => terminal.question('', resolve));
  terminal.close();
  process.stderr.write('\n');
  return answer;
}

const WHY: Readonly<Record<Weakness, string>> = {
  common: '有常见的词句',
  'in-order': '有按次序排列的字或词（如字母表、键盘、数数）',
  repeated: '有重复的部分',
  number: '有一长串数字（号码和日期容易被猜到）',
  short: '不重复的内容太少',
};

/** A new passphrase: what others have guessed before is guessed again, however the file is locked. The phrase itself is never repeated. */
export function checkStrength(passphrase: string): void {
  const { bits, weaknesses } = strengthOf(passphrase);
  if (bits >= ENOUGH_BITS) return;
  throw new Refusal(
    'passphrase-weak',
    `口令太容易猜：${weaknesses.map((one) => WHY[one]).join('，')}。请随意挑五个以上互不相干的词（每个两个汉字或四个字母以上，中间空一格），或者用 16 个以上随机的字母、数字和符号。`,
  );
}
