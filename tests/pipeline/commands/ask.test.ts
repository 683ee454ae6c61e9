import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { checkContent } from '#pipeline/check/check-content.ts';
import { terminalOn } from '#pipeline/commands/ask.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { newRoundAsked } from '#pipeline/office/new-round-command.ts';
import { newSiteAsked } from '#pipeline/office/new-site-command.ts';
import { aFolder, given } from '#tests/office.ts';
import { anOffice, baotou } from '#tests/pipeline/check/two-programmes.ts';

describe('new-site on a terminal', () => {
  it('every question once, a wrong answer again, an optional one left empty', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const shown: string[] = [];
    output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
    const terminal = terminalOn(input, output);
    const content = join(await aFolder(), 'content');
    // Pasted in one go: nothing may be lost between two questions.
    input.end(
      [
        '泰安工匠公示',
        '',
        '泰安市总工会',
        '泰安市工匠选树的公示与结果。',
        'www.example.org',
        'https://www.example.org/',
        '泰安市总工会经济部',
        '0538-0000000',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        'weihai-craftsman',
        'baotou-craftsman',
        '',
        '',
      ].join('\n') + '\n',
    );
    const outcome = await newSiteAsked(given({ content }), terminal);
    terminal.close();
    const text = shown.join('');
    assert.equal(outcome.exit, 0);
    assert.match(text, /网站名称（例如 泰安工匠公示）：/);
    assert.match(text, /　这一项必须填写。/);
    assert.match(text, /　要以 http:\/\/ 或 https:\/\/ 开头/);
    assert.match(text, /政府网站标识码（没有可直接回车）：/);
    const { content: read } = await checkContent(content);
    assert.equal(read?.site.data.name, '泰安工匠公示');
    assert.deepEqual(
      read?.programmes.map(({ id }) => id),
      ['baotou-craftsman', 'weihai-craftsman'],
    );
  });

  it('and left before the end, it writes nothing and says so', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const terminal = terminalOn(input, output.resume());
    const content = join(await aFolder(), 'content');
    input.end('泰安工匠公示\n');
    await assert.rejects(newSiteAsked(given({ content }), terminal), {
      code: 'cancelled',
      message: '没有回答完就结束了，什么也没有写。',
    });
    await assert.rejects(readdir(content), { code: 'ENOENT' });
  });
});
describe('new-round on a terminal', () => {
  it('a closing day that does not fit is asked again, with the reason, before anything is lost', async () => {
    const content = await anOffice();
    const [input, output] = [new PassThrough(), new PassThrough()];
    const shown: string[] = [];
    output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
    const terminal = terminalOn(input, output);
    const { programme, edition } = baotou;
    const asked = ['programme', 'edition', 'closes'];
    const answered = Object.fromEntries(Object.entries(baotou).filter(([flag]) => !asked.includes(flag)));
    const unanswered = ['closing-time', 'email', 'visit-address', 'tier', 'open-tiers', 'notice-document', 'issuer'];
    input.end([programme, edition, '', '2026-11-30', '2026-11-27', ...unanswered.map(() => ''), ''].join('\n'));
    const outcome = await newRoundAsked(given({ content, ...answered, label: '2026年度', year: '2026' }), terminal);
    terminal.close();
    assert.equal(outcome.exit, 0, shown.join(''));
    assert.match(
      shown.join(''),
      /公示截止日（例如 2026-11-27）：　公示截止写的是 2026-11-30，自 2026-11-23 起5个工作日应为 2026-11-27。请改为 2026-11-27，或核对公示首日与天数。\n/,
    );
    assert.match(shown.join(''), /公示的落款单位（一行一个，空行结束；直接回车即为：包头市总工会）：/);
    const { readable } = await readContent(content);
    assert.equal(readable?.programmes[0]?.rounds[0]?.round.data.publicity.closesOn, '2026-11-27');
  });
});
