import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Arguments, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { CONTENT, contentOf, WAIT } from '#pipeline/commands/shared-options.ts';
import { patienceOf } from '#pipeline/content/writing.ts';

const OPTIONS = {
  rounds: { type: 'string', help: '届' },
  author: { type: 'string', help: '作者', multiple: true },
  again: { type: 'boolean', help: '再来' },
  ...CONTENT,
} as const satisfies Options;

const given: Given<typeof OPTIONS> = new Arguments({ rounds: '3', author: ['甲', '乙'], again: true }, []);

describe('the arguments of a command', () => {
  it('are named by its options, the shared ones among them', () => {
    assert.deepEqual(Object.keys(OPTIONS), ['rounds', 'author', 'again', 'content']);
  });

  it('answer to the names of its options alone, each by its kind of value', () => {
    assert.equal(given.text('rounds'), '3');
    assert.equal(given.wholeNumber('rounds', 1, 9), 3);
    assert.deepEqual(given.texts('author'), ['甲', '乙']);
    assert.deepEqual([given.every('rounds'), given.every('author'), given.every('content')], [['3'], ['甲', '乙'], []]);
    assert.equal(given.flag('again'), true);
    assert.equal(given.flag('json'), false);
    // @ts-expect-error -- no option of the command
    assert.equal(given.text('round'), undefined);
    // @ts-expect-error -- a flag has no text
    assert.equal(given.text('again'), undefined);
    // @ts-expect-error -- an option that may be repeated gives a list
    assert.equal(given.text('author'), undefined);
    // @ts-expect-error -- an option that is written once gives no list
    assert.deepEqual(given.texts('rounds'), []);
    // @ts-expect-error -- a text is no flag
    assert.equal(given.flag('rounds'), false);
    // @ts-expect-error -- no option of the command
    assert.equal(given.states('wait'), false);
    // @ts-expect-error -- no option of the command
    assert.throws(() => given.required('out'), new UsageError('缺少 --out。请补上。'));
    // @ts-expect-error -- no option of the command
    assert.equal(given.date('date'), undefined);
    // @ts-expect-error -- no option of the command
    assert.equal(given.instant('now'), undefined);
    // @ts-expect-error -- no option of the command
    assert.equal(given.oneOf('unit', ['working']), undefined);
  });

  it('fit a function that reads some of them, and none that reads others', () => {
    assert.equal(contentOf(given), 'content');
    // @ts-expect-error -- the command does not know how long to wait
    assert.equal(patienceOf(given), undefined);
  });
});

describe('a definition', () => {
  it('gives what it runs the types of its options', async () => {
    const command = defineCommand({
      verb: 'count',
      summary: '数一数。',
      options: {
        ...WAIT,
        upTo: { type: 'string', help: '数到几' },
        who: { type: 'string', help: '谁', multiple: true },
      },
      run: (asked) => {
        // @ts-expect-error -- no option of the command
        assert.equal(asked.text('upto'), undefined);
        const text = `${asked.required('upTo')} ${asked.texts('who').join('、')} ${patienceOf(asked)}`;
        return Promise.resolve({ exit: 0, json: null, text });
      },
    });
    const outcome = await command.run(new Arguments({ upTo: '9', who: ['甲', '乙'], wait: '2' }, []));
    assert.equal(outcome.text, '9 甲、乙 2000');
  });

  it('takes no run that reads what its options do not give', () => {
    const reads = (asked: Given<typeof WAIT>) =>
      Promise.resolve({ exit: 0 as const, json: null, text: String(patienceOf(asked)) });
    // @ts-expect-error -- `wait` is missing among the options
    const command = defineCommand({ verb: 'read', summary: '读。', options: CONTENT, run: reads });
    assert.equal(command.verb, 'read');
  });
});
