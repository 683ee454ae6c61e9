import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { ActRequest } from '#core/acts/act.ts';
import { parseInstant } from '#core/calendar/plain-date.ts';
import { reviewables } from '#core/judging/reviewable.ts';
import type { RoundFolder } from '#core/records/content.ts';
import type { Roster } from '#core/records/roster.ts';
import { act } from '#pipeline/acts/act.ts';
import { announce } from '#pipeline/acts/result.ts';
import { approveReview } from '#pipeline/approval/approve-review.ts';
import { approveRound } from '#pipeline/approval/approve-round.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { newNoticeAsked } from '#pipeline/office/new-notice-command.ts';
import { type PublicRound, publish } from '#site/publication.ts';
import { buildInto, visibleText } from '#tests/built-site.ts';
import { checked, given } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { FINAL, fiveSequences, folderOf, ROUNDS } from './five-sequences-content.ts';
import { readSearchFiles } from './search-files.ts';

let content: string;
const sites: string[] = [];
before(async () => {
  content = await fiveSequences();
});
after(async () => {
  for (const site of [content, ...sites]) await rm(dirname(site), { recursive: true, force: true });
});

const at = (text: string): number => there(parseInstant(`${text}:00+08:00`));

/** The list of the sample as it was drawn up, with the tiers that its people have. */
async function sample(round: string): Promise<{ id: string; name: string; tier: string | undefined }[]> {
  const folder = join(ROOT, 'content', folderOf(round));
  const { people } = JSON.parse(await readFile(join(folder, 'roster.json'), 'utf8')) as Roster;
  return Promise.all(
    people.map(async ({ id, name }) => {
      const text = await readFile(join(folder, 'candidates', `${id}.md`), 'utf8');
      return { id, name, tier: /^tier: "(.*)"/m.exec(text)?.[1] };
    }),
  );
}

async function approve(round: string, now: string): Promise<void> {
  const decision = {
    body: '市总工会',
    document: '示工发〔2026〕7号',
    date: now.slice(0, 10),
    approver: '甲',
    reviewer: '乙',
  };
  const outcome = await approveRound({ content, round, decision: decision as never, again: undefined, now: at(now) });
  assert.equal(outcome.approved, true, outcome.approved ? '' : outcome.findings.map(({ code }) => code).join('、'));
}

/** Two people look at what was done since. */
async function review(round: string, of: 'act' | 'result', now: string): Promise<void> {
  const signature = { approver: '甲', reviewer: '乙' };
  const choose = (folder: RoundFolder) => reviewables(folder).find((one) => one.of === of);
  const outcome = await approveReview({ content, round, choose, signature, again: undefined, now: at(now) });
  assert.equal(outcome.reviewed, true, round);
}

async function notice(values: Record<string, string | string[]>): Promise<void> {
  const outcome = await newNoticeAsked(given({ content, ...values }), undefined);
  assert.equal(outcome.exit, 0, outcome.text);
}

/** The public notices of a round at an instant, without a build. */
async function shown(round: string, now: string): Promise<readonly PublicRound[]> {
  const { content: whole } = await readContent(content);
  return publish(there(whole), at(now)).rounds.find(({ roundId }) => roundId === round)?.sequence ?? [];
}

async function build(now: string): Promise<string> {
  const site = await buildInto({ content, now: `${now}:00+08:00` });
  sites.push(site);
  return site;
}

describe('the rounds of the five documents live their whole lives', { concurrency: 1 }, () => {
  let final: string;
  let decided: string;
  let left: Record<string, string[]>;

  it('the shortlists are shown for the vote, the jury and the showcase, bound by no limit', async () => {
    assert.deepEqual(await checked(content), []);
    for (const round of [ROUNDS.gangcheng, ROUNDS.weihai, ROUNDS.jiaozuo, ROUNDS.baotou]) {
      await approve(round, '2026-08-01T10:00');
    }
    assert.deepEqual(await checked(content), []);
    const counts = async (round: string): Promise<number[]> =>
      (await shown(round, '2026-08-04T10:00')).map(({ visible }) => visible.length);
    assert.deepEqual(await counts(ROUNDS.gangcheng), [50], '选定50名入围对象');
    assert.deepEqual(await counts(ROUNDS.baotou), [30], '以1:1.5确定');
    assert.deepEqual(await counts(ROUNDS.weihai), [25]);
    assert.deepEqual(await counts(ROUNDS.jiaozuo), [26]);
    assert.deepEqual(await counts(ROUNDS.chief), [], 'nothing of it is public yet');
  });

  it('the showcase goes on after the window, with everybody whole', async () => {
    const [round] = await shown(ROUNDS.gangcheng, '2026-09-01T10:00');
    assert.equal(round?.state.state, 'closed');
    assert.deepEqual(
      new Set(round.visible.map(({ state, profile }) => `${state.state} ${profile}`)),
      new Set(['shortlisted whole']),
    );
  });

  it('the final notices follow, each with a list, a window and an approval of its own', async () => {
    const dates = { published: FINAL.published, opens: FINAL.opensOn, kind: '拟命名公示' };
    const tiers = (await sample(ROUNDS.gangcheng)).map(({ id, tier }) => `${tier}=${id}`);
    await notice({ round: ROUNDS.gangcheng, ...dates, length: '5', unit: 'working', tier: tiers });
    left = {
      weihai: ['仉启航', '逄若溪', '亓云川', '眭景明', '郏晚晴'],
      baotou: ['仉启航', '逄若溪', '亓云川', '眭景明', '郏晚晴', '邬海岳', '宓长风', '娄知远', '暴雨田', '益山河'],
      jiaozuo: (await sample(ROUNDS.jiaozuo)).filter(({ tier }) => tier === 'shortlist-award').map(({ name }) => name),
    };
    await notice({ round: ROUNDS.weihai, ...dates, outlet: ['《威海日报》'], 'leave-out': there(left['weihai']) });
    await notice({ round: ROUNDS.jiaozuo, ...dates, 'leave-out': there(left['jiaozuo']) });
    await notice({ round: ROUNDS.baotou, ...dates, 'leave-out': there(left['baotou']) });
    assert.deepEqual(await checked(content), []);
    for (const round of Object.values(ROUNDS)) await approve(round, '2026-10-16T10:00');
    assert.deepEqual(await checked(content), []);
    assert.deepEqual(
      (await shown(ROUNDS.baotou, '2026-10-18T10:00')).map(({ id }) => id),
      ['baotou-craftsman/2023'],
      'the final notice is under embargo',
    );
    assert.deepEqual(
      (await shown(ROUNDS.baotou, '2026-10-19T10:00')).map(({ id, visible, state }) => [
        id,
        visible.length,
        state.state,
      ]),
      [
        ['baotou-craftsman/2023', 30, 'closed'],
        ['baotou-craftsman/2023-final', 20, 'open'],
      ],
    );
  });

  it('one is withdrawn, and another who was shortlisted is added with a window of five days', async () => {
    const [first] = await sample(ROUNDS.weihai);
    const request: ActRequest = {
      kind: 'withdraw-candidate',
      stated: { people: [there(first).id] },
      ...{ date: undefined, time: undefined, reasonCode: 'own-wish', reason: '本人申请退出。', document: undefined },
    };
    const outcome = await act({
      content,
      round: ROUNDS.weihai,
      request,
      text: undefined,
      checkOnly: false,
      now: at('2026-10-20T10:00'),
    });
    assert.equal(outcome.refused, false);
    await review(ROUNDS.weihai, 'act', '2026-10-20T11:00');
    await notice({
      ...{ round: ROUNDS.weihai, kind: '增补公示', published: '2026-10-22', opens: '2026-10-22', person: ['仉启航'] },
      outlet: ['《威海日报》'],
    });
    await approve(ROUNDS.weihai, '2026-10-21T10:00');
    assert.deepEqual(await checked(content), []);
    const notices = await shown(ROUNDS.weihai, '2026-10-25T10:00');
    assert.deepEqual(
      notices.map(({ kind, state }) => `${kind.words} ${state.state}`),
      ['入围公示 closed', '拟命名公示 closed', '增补公示 open'],
    );
  });

  it('the pages of the open windows say all of it', async () => {
    final = await build('2026-10-22T10:00');
    const shortlist = await visibleText(final, 'gangcheng-craftsman/2019/notice/');
    assert.match(shortlist, /入围公示已结束/);
    assert.match(shortlist, /入围人选名单\s*50人/);
    const page = await visibleText(final, 'gangcheng-craftsman/2019-final/notice/');
    assert.match(page, /港城十大工匠（10人）/);
    assert.match(page, /港城工匠（40人）/);
    assert.match(page, /2026年10月23日（星期五）/);
    assert.match(await visibleText(final, 'weihai-craftsman/2023-final/notice/'), /《威海日报》/);
    assert.match(await visibleText(final, 'weihai-craftsman/2023-added/notice/'), /2026年10月26日（星期一）/);
    const chief = await visibleText(final, 'weihai-chief-technician/2024/notice/');
    assert.match(chief, /威海市人力资源和社会保障局网站/);
    assert.match(chief, /单位/);
  });

  it('whoever was left out is not accused of anything', async () => {
    const [id] = (await sample(ROUNDS.jiaozuo)).filter(({ tier }) => tier === 'shortlist-award').map((one) => one.id);
    const page = await visibleText(final, `people/${id}/`);
    assert.match(page, /首批焦作工匠入围人选，未进入拟命名名单/);
    assert.doesNotMatch(page, /取消|不再展示/);
    assert.doesNotMatch(await visibleText(final, 'jiaozuo-craftsman/2018/notice/'), /取消/);
    const search = await readSearchFiles(final);
    assert.ok(search.placesOf(there(there(left['jiaozuo'])[0])).length > 0);
  });

  it('feed, calendar, status, open data, cards and the letter agree', async () => {
    const read = (path: string): Promise<string> => readFile(join(final, path), 'utf8');
    const feed = await read('feed.xml');
    for (const id of ['2023/notice', '2023-final/notice', '2023-added/notice']) {
      assert.equal(feed.split(`weihai-craftsman/${id}</id>`).length, 2, id);
    }
    assert.equal(feed.split('1人退出。详见网页。').length, 2, 'an act is told once');
    const ics = (await read('calendar.ics')).replace(/\r\n /g, '');
    assert.match(ics, /SUMMARY:增补公示：2023年威海工匠/);
    assert.equal(new Set(ics.match(/^UID:.*$/gm)).size, ics.match(/^UID:.*$/gm)?.length);
    const status = JSON.parse(await read('weihai-craftsman/2023-added/status.json')) as Record<string, unknown>;
    assert.equal(status['state'], 'open');
    assert.deepEqual(
      (status['sequence'] as { kind: string; closesOn: string }[]).map(({ kind, closesOn }) => [kind, closesOn]),
      [
        ['shortlist', '2026-08-07'],
        ['candidates', '2026-10-23'],
        ['supplementary', '2026-10-26'],
      ],
    );
    const data = JSON.parse(await read('data/v1/weihai-craftsman/2023-final.json')) as {
      people: { state: string }[];
    };
    assert.deepEqual(
      ['withdrawn', 'candidate'].map((state) => data.people.filter((one) => one.state === state).length),
      [1, 19],
    );
    assert.match(await visibleText(final, 'embed/weihai-craftsman/2023-added/'), /增补/);
    const letter = await visibleText(final, 'weihai-craftsman/2023-added/objection/');
    assert.match(letter, /对2023年威海工匠增补公示提出异议/);
    assert.match(
      letter,
      /对《关于增补2023年威海工匠拟命名人选的公示》（2026年10月21日发布|对《关于增补2023年威海工匠拟命名人选的公示》/,
    );
    const home = await visibleText(final, '');
    assert.match(home, /关于增补2023年威海工匠拟命名人选的公示/);
    assert.doesNotMatch(home, /网络投票入围人选的公示/);
    const round = await visibleText(final, 'weihai-craftsman/2023/');
    assert.match(round, /公示\s*3份/);
  });

  it('the results are set against the last lists, and those shown before them', async () => {
    for (const round of Object.values(ROUNDS)) {
      const outcome = await announce({
        content,
        round,
        decided: {
          ...{ document: '示政发〔2026〕9号', authorities: ['示例机关'], conferredOn: '2026-10-28' as never },
          ...{ published: undefined, publishedTime: undefined, title: undefined, titleUntil: undefined },
          ...{ notConferred: [], confer: [], further: false, objections: undefined },
        },
        text: undefined,
        checkOnly: false,
        now: at('2026-10-28T10:00'),
      });
      assert.equal(
        outcome.refused,
        false,
        `${round}: ${outcome.refused ? outcome.findings.map(({ code }) => code).join('、') : ''}`,
      );
      if (outcome.refused) continue;
      assert.deepEqual(outcome.counts, COUNTS[round]);
      await review(round, 'result', '2026-10-28T11:00');
    }
    assert.deepEqual(await checked(content), []);
  });

  it('and every page of the rounds answers with what was decided', async () => {
    decided = await build('2026-10-29T10:00');
    const result = await visibleText(decided, 'weihai-craftsman/2023/result/');
    assert.match(result, /公示名单\s*21人。命名名单20人/);
    assert.match(result, /仉启航/);
    for (const id of ['2023', '2023-final', '2023-added']) {
      assert.match(await visibleText(decided, `weihai-craftsman/${id}/notice/`), /查看结果/, id);
    }
    const [id] = (await sample(ROUNDS.jiaozuo)).filter(({ tier }) => tier === 'shortlist-award').map((one) => one.id);
    assert.match(await visibleText(decided, `people/${id}/`), /获得焦作工匠入围奖/);
  });
});

const COUNTS: Record<string, string[]> = {
  [ROUNDS.gangcheng]: ['港城十大工匠 10 人', '港城工匠 40 人'],
  [ROUNDS.weihai]: ['威海工匠 20 人'],
  [ROUNDS.jiaozuo]: ['焦作工匠 20 人', '焦作工匠入围奖 6 人'],
  [ROUNDS.chief]: ['威海市首席技师 10 人'],
  [ROUNDS.baotou]: ['包头工匠 20 人'],
};
