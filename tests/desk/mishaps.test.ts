import assert from 'node:assert/strict';
import { readFile, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { contentDisk } from '#pipeline/content/disk.ts';
import { isLock, takeLock } from '#pipeline/content/lock.ts';
import { ownerHere } from '#pipeline/content/owner.ts';
import { LOCK } from '#pipeline/content/places.ts';
import { aContent, retype, ROUND_FOLDER, snapshot } from '#tests/office.ts';
import { aDesk } from './a-desk.ts';
import { call, formIn, words } from './browser-without-script.ts';
import { deskProcess } from './desk-process.ts';

const ROUND = 'round=chenghu-craftsman%2F2024';
const EXTENSION = `/acts?${ROUND}&kind=extension`;
const FILLED = { 'new-close': '2024-09-20', 'reason-code': 'outage', reason: '网站中断一天，顺延公示。' };

/** Three people in a notice that is open. */
async function anOpenRound(): Promise<string> {
  const content = await aContent();
  for (const name of ['result.md', 'reviews.json']) await rm(join(content, ROUND_FOLDER, name));
  return content;
}

describe('when something comes between', () => {
  it('a colleague who writes is named, and what was typed waits', async () => {
    const content = await anOpenRound();
    const desk = await aDesk(content, { now: '2024-09-12T10:00:00+08:00' });
    const look = await desk.fill(EXTENSION, FILLED);
    const lock = await takeLock(contentDisk, join(content, LOCK), await ownerHere('import', Date.now()), {
      patience: 0,
    });
    assert.ok(isLock(lock));
    assert.match(words((await desk.get('/')).body), /运行的 “import”（进程 \d+）正在写 内容，.*请等它结束后再试。/);
    const busy = await desk.fillIn(look, {}, '记下延长公示');
    assert.equal(busy.status, 422);
    assert.match(words(busy.body), /正在写 .*请等它结束后再试。/);
    assert.doesNotMatch(words(busy.body), /--wait/);
    await lock.release();
    const again = await desk.fillIn(look, {}, '记下延长公示');
    assert.equal(again.status, 303, words(again.body));
  });

  it('a file changed by another tab stops the second one, and shows both versions', async () => {
    const content = await anOpenRound();
    const desk = await aDesk(content, { now: '2024-09-12T10:00:00+08:00' });
    const [one, other] = [await desk.get(EXTENSION), await desk.get(EXTENSION)];
    await desk.fillIn(await desk.fillIn(one, FILLED), {}, '记下延长公示');
    const before = await snapshot(content);
    const late = await desk.fillIn(other, FILLED);
    assert.equal(late.status, 409);
    assert.match(
      words(late.body),
      /acts\/2024-09-12-extension\.md 您打开时还没有这个文件。 您看到的 现在的 .*顺延公示/,
    );
    assert.deepEqual(await snapshot(content), before);
  });

  it('a file that was edited or deleted by hand meanwhile is shown, too', async () => {
    const content = await anOpenRound();
    const desk = await aDesk(content, { now: '2024-09-12T10:00:00+08:00' });
    const open = await desk.get(EXTENSION);
    await retype(content, `${ROUND_FOLDER}/round.md`, '澄湖日报', '澄湖晚报');
    const edited = words((await desk.fillIn(open, FILLED)).body);
    assert.match(edited, /- name: "《澄湖日报》" - name: "《澄湖晚报》"/);
    await unlink(join(content, ROUND_FOLDER, 'notice.md'));
    assert.match(words((await desk.fillIn(open, FILLED)).body), /notice\.md 这个文件现在没有了。/);
    assert.match(words((await desk.get('/')).body), /首页/);
  });

  it('one who is alone needs a reason, which goes where it is published', async () => {
    const content = await anOpenRound();
    const desk = await aDesk(content, { now: '2024-09-09T10:00:00+08:00' });
    const query = `${ROUND}&notice=first`;
    await desk.fill(`/approval?${query}`, {
      body: '市总工会',
      document: '澄工发〔2024〕5号',
      date: '2024-09-06',
      approver: '甲某',
    });
    const [fingerprint = ''] =
      /(?:[0-9a-f]{4} ){4}[0-9a-f]{4}/.exec(words((await desk.get(`/sheet?${query}`)).body)) ?? [];
    const reply = await desk.fill(`/review?${query}`, { fingerprint, 'sole-reason': '本单位只有一名工作人员。' });
    assert.equal(reply.status, 303, words(reply.body));
    const approval = JSON.parse(await readFile(join(content, ROUND_FOLDER, 'approval.json'), 'utf8')) as {
      current: Record<string, string>;
    };
    assert.equal(approval.current['soleReason'], '本单位只有一名工作人员。');
  });

  it('a paper of yesterday approves nothing of today', async () => {
    const content = await anOpenRound();
    const desk = await aDesk(content, { now: '2024-09-09T10:00:00+08:00' });
    const query = `${ROUND}&notice=first`;
    await desk.fill(`/approval?${query}`, {
      body: '市总工会',
      document: '澄工发〔2024〕5号',
      date: '2024-09-06',
      approver: '甲某',
    });
    const [fingerprint = ''] =
      /(?:[0-9a-f]{4} ){4}[0-9a-f]{4}/.exec(words((await desk.get(`/sheet?${query}`)).body)) ?? [];
    await retype(content, `${ROUND_FOLDER}/candidates/k7m2xq4.md`, '断头率全厂最低', '断头率全市最低');
    const reply = await desk.fill(`/review?${query}`, { fingerprint, reviewer: '乙某' });
    assert.equal(reply.status, 422);
    assert.match(words(reply.body), /送审以后内容又改动过，手里的校样已经不是这一份。/);
  });
});

describe('a desk that is killed', () => {
  it('comes back at the same address, knows the browser, and has what was typed or what was done', async () => {
    const content = await anOpenRound();
    let cookie = '';
    let origin = '';
    // At once, while the form is carried out, and after it; 2024 is long over, so that the verb refuses and the draft stays.
    for (const delay of [0, 15, 60]) {
      const desk = await deskProcess(content);
      if (cookie === '') {
        origin = new URL(desk.address).origin;
        cookie = String((await call(desk.address)).headers['set-cookie']).split(';')[0] ?? '';
      }
      assert.equal(new URL(desk.address).origin, origin);
      const page = await call(`${origin}${EXTENSION}`, { headers: { cookie } });
      assert.equal(page.status, 200);
      const { hidden } = formIn(page.body);
      const body = new URLSearchParams([
        ...hidden,
        ...Object.entries({ ...FILLED, reason: `第${delay}次。` }),
      ]).toString();
      const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
      const sent = call(`${origin}${EXTENSION}`, { method: 'POST', headers, body }).catch(() => undefined);
      await pause(delay);
      const reply = delay === 60 ? await sent : undefined;
      await desk.kill();
      await sent;
      if (reply === undefined) continue;
      const next = await deskProcess(content);
      const after = await call(`${origin}${EXTENSION}`, { headers: { cookie } });
      await next.kill();
      assert.equal(formIn(after.body).standing.find(([name]) => name === 'reason')?.[1], '第60次。');
    }
  });
});
