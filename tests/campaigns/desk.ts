import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkContent } from '#pipeline/check/check-content.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { call, formIn, type Reply } from '#tests/desk/browser-without-script.ts';
import { deskProcess } from '#tests/desk/desk-process.ts';
import { chanceFrom } from './random.ts';

export interface DeskReport {
  kills: number;
  /** The clerk had been told that it is done. */
  said: number;
  /** It was done, and the desk was killed before it could say so. */
  unsaid: number;
  /** It was not done, and what was typed was kept. */
  kept: number;
  /** The desk was killed before the form had come. */
  early: number;
}

const ROUND_FOLDER = 'programmes/chenghu-craftsman/rounds/2024';
const FORM = '/acts?round=chenghu-craftsman%2F2024&kind=correction&target=person+k7m2xq4&field=summary';
/**
 * One correction after another is filled in, looked at and carried out, and the desk killed somewhere in between. Afterwards the content
 * is sound, what was claimed is there, and what was sent and not carried out stands in the form again.
 */
export async function deskCampaign(kills: number, seed: number, tell: (now: number) => void): Promise<DeskReport> {
  const chance = chanceFrom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'jiangbang-desk-'));
  const content = join(folder, 'content');
  await cp(join(ROOT, 'tests/fixtures/content/base'), content, { recursive: true });
  for (const name of ['result.md', 'reviews.json']) await rm(join(content, ROUND_FOLDER, name));
  const report: DeskReport = { kills: 0, said: 0, unsaid: 0, kept: 0, early: 0 };
  let cookie = '';
  // Milliseconds that the second form takes on this machine: the first correction is let alone.
  let rest: number | undefined;
  try {
    while (report.kills < kills) {
      const desk = await deskProcess(content);
      const { origin } = new URL(desk.address);
      if (cookie === '') cookie = String((await call(desk.address)).headers['set-cookie']).split(';')[0] ?? '';
      const before = await actsOf(content);
      const words = `第${report.kills}次更正的简介。`;
      const { work, looking } = corrected(origin, cookie, words);
      // Most of them while the second form, which writes, is on its way.
      if (rest === undefined || chance.below(4) > 0) await looking;
      const looked = performance.now();
      await (rest === undefined ? work : pause(chance.below(rest * 1.3)));
      rest ??= performance.now() - looked;
      await desk.kill();
      const outcome = await work;
      await judged(content, { ...outcome, before, cookie, words }, report);
      report.kills += 1;
      tell(report.kills);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return report;
}

interface Work {
  /** The first form was answered. */
  looked: boolean;
  /** The clerk was told that it is done. */
  done: boolean;
}

/** `looking` ends when the first form was answered, or the desk is gone. */
function corrected(origin: string, cookie: string, words: string): { work: Promise<Work>; looking: Promise<void> } {
  const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
  const send = (page: Reply, fields: Record<string, string>): Promise<Reply> => {
    const { action, hidden, standing } = formIn(page.body);
    const left = [...hidden, ...standing].filter(([name]) => !(name in fields));
    const body = new URLSearchParams([...left, ...Object.entries(fields)]).toString();
    return call(`${origin}${action}`, { method: 'POST', headers, body });
  };
  const look = call(`${origin}${FORM}`, { headers: { cookie } }).then((open) =>
    send(open, { new: words, 'reason-code': 'slip', reason: '录入有误。' }),
  );
  const gone = (): undefined => undefined;
  const work = look.then(
    async (page) => {
      assert.equal(page.status, 200, page.body);
      const done = await send(page, {}).catch(gone);
      return { looked: true, done: done?.status === 303 };
    },
    () => ({ looked: false, done: false }),
  );
  return { work, looking: look.then(gone, gone) };
}

async function judged(
  content: string,
  { before, looked, done, cookie, words }: Work & { before: number; cookie: string; words: string },
  report: DeskReport,
): Promise<void> {
  const { readable, findings } = await checkContent(content);
  assert.ok(readable !== undefined, findings.map(({ code }) => code).join());
  const made = (await actsOf(content)) - before;
  assert.ok(made === 0 || made === 1);
  if (done) assert.equal(made, 1, 'claimed and not done');
  const text = readable.programmes[0]?.rounds[0]?.people.find(({ id }) => id === 'k7m2xq4')?.data.summary;
  assert.equal(text === words, made === 1, 'half done');
  if (done) report.said += 1;
  else if (made === 1) report.unsaid += 1;
  else if (looked) {
    const desk = await deskProcess(content);
    const page = await call(new URL(FORM, desk.address).href, { headers: { cookie } });
    await desk.kill();
    assert.equal(formIn(page.body).standing.find(([name]) => name === 'new')?.[1], words, 'what was typed is lost');
    report.kept += 1;
  } else report.early += 1;
}

async function actsOf(content: string): Promise<number> {
  return (await readdir(join(content, ROUND_FOLDER, 'acts')).catch(() => [])).length;
}
