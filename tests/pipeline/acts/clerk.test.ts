import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { actCommand } from '#pipeline/acts/act-command.ts';
import { resultCommand } from '#pipeline/acts/result-command.ts';
import { takedownCommand } from '#pipeline/acts/takedown-command.ts';
import { approveCommand } from '#pipeline/approval/approve-command.ts';
import { proofCommand } from '#pipeline/approval/proof-command.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import type { Outcome } from '#pipeline/commands/command-line.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { refuseUnreviewed } from '#pipeline/publish/unreviewed.ts';
import { aContent, aFolder, given, ROUND, ROUND_FOLDER } from '#tests/office.ts';

type Asked = Record<string, string | boolean | string[]>;

/** A clerk who knows Chinese words, names and dates, and edits no file. */
describe('a clerk', () => {
  it('walks correction, withdrawal, extension, deferral, result, supplementary result and takedown, each with its proof and two signatures', async () => {
    const content = await aContent();
    for (const file of ['result.md', 'reviews.json']) await rm(join(content, ROUND_FOLDER, file));
    const at = (now: string) => () => Date.parse(now);
    const told = (options: Asked) => given({ content, round: ROUND, ...options });
    const looked = async (which: Asked, title: string, now: string) => {
      const before = (await checkContent(content)).content;
      const out = join(await aFolder(), '校样.html');
      const sheet = await proofCommand.run(told({ ...which, out }), at(now));
      assert.equal(sheet.exit, 0, sheet.text);
      assert.ok((await readFile(out, 'utf8')).includes(`<h1>${title}</h1>`), title);
      if (!('takedown' in which))
        assert.throws(() => refuseUnreviewed(before, Date.parse('2024-12-31T00:00:00+08:00')), Refusal);
      const signed = await approveCommand.run(told({ ...which, approver: '郑一鸣', reviewer: '冯二川' }), at(now));
      assert.equal(signed.exit, 0, signed.text);
      const fingerprints = [sheet, signed].map(({ json }) => (json as { fingerprint: string }).fingerprint);
      assert.equal(fingerprints[0], fingerprints[1]);
      const { content: after, findings } = await checkContent(content);
      assert.deepEqual(findings, []);
      refuseUnreviewed(after, Date.parse('2024-12-31T00:00:00+08:00'));
    };
    const done = (outcome: Outcome) => assert.equal(outcome.exit, 0, outcome.text);

    const first = '2024-09-12T10:00:00+08:00';
    const correction = await actCommand.run(
      told({
        ...{ kind: '更正', person: ['庾岚'], field: '姓名', new: '庾澜', 'replace-former': true },
        ...{ 'reason-code': '文字差错', reason: '录入有误。' },
      }),
      at(first),
    );
    done(correction);
    assert.match(correction.text, /\n原文：庾岚\n改为：庾澜\n/);
    await looked({ act: '更正' }, '2024年9月12日的更正', first);

    const second = '2024-09-13T10:00:00+08:00';
    done(
      await actCommand.run(
        // By the name she had before: a clerk may have the old list at hand.
        told({ kind: '取消候选资格', person: ['庾岚'], 'reason-code': '本人放弃', reason: '本人申请退出。' }),
        at(second),
      ),
    );
    await looked({ act: '取消候选资格' }, '2024年9月13日的取消候选资格', second);

    const third = '2024-09-14T10:00:00+08:00';
    done(
      await actCommand.run(
        told({
          ...{ kind: '延长公示', 'new-close': '2024年9月20日' },
          ...{ 'reason-code': '公示媒体或网站中断', reason: '网站中断。' },
        }),
        at(third),
      ),
    );
    await looked({ act: '延长' }, '2024年9月14日的延长公示', third);

    const fourth = '2024-09-24T10:00:00+08:00';
    done(
      await actCommand.run(
        told({ kind: '暂缓命名', person: ['骆青川'], 'reason-code': '异议正在核实', reason: '有关事项仍在核实。' }),
        at(fourth),
      ),
    );
    await looked({ act: '暂缓' }, '2024年9月24日的暂缓命名', fourth);

    const last = '2024-10-16T09:00:00+08:00';
    done(
      await resultCommand.run(
        told({ document: '澄工发〔2024〕12号', authority: ['澄湖市总工会'], date: '2024年10月16日' }),
        at(last),
      ),
    );
    await looked({ result: true }, '结果', last);

    const lifted = '2024-11-05T09:00:00+08:00';
    done(
      await actCommand.run(
        told({ kind: '解除暂缓', person: ['骆青川'], 'reason-code': '核实完毕', reason: '经核实，反映的问题不存在。' }),
        at(lifted),
      ),
    );
    await looked({ act: '解除暂缓' }, '2024年11月5日的解除暂缓', lifted);

    const further = '2024-11-06T09:00:00+08:00';
    const supplementary = await resultCommand.run(
      told({
        ...{ further: true, confer: ['骆青川'], document: '澄工发〔2024〕15号' },
        ...{ authority: ['澄湖市总工会'], date: '2024年11月6日' },
      }),
      at(further),
    );
    done(supplementary);
    assert.match(supplementary.text, /^已写入：关于补充公布2024年度澄湖工匠名单的通知\n/);
    await looked({ further: '2' }, '补充公布（result-2.md）', further);

    const after = '2024-11-20T09:00:00+08:00';
    const gone = await takedownCommand.run(
      given({ content, person: '骆青川', 'reason-code': '本人撤回公开同意' }),
      at(after),
    );
    done(gone);
    const { person } = gone.json as { person: string };
    await looked({ takedown: person }, `编号 ${person} 的撤下`, after);
  });
});
