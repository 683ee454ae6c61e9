import { chinaDate, chinaTime, chineseFullDate } from '#core/calendar/plain-date.ts';
import { type Html, html } from '#core/formats/html.ts';
import { form } from '#desk/frame/form.ts';
import { told } from '#desk/frame/outcome.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { PUBLISHED } from '#pipeline/build/published-addresses.ts';
import { realDisk } from '#pipeline/content/disk.ts';
import { liveRelease, releasesOf } from '#pipeline/publish/folder-target.ts';
import { rollbackCommand } from '#pipeline/publish/publish-command.ts';
import { releaseDifference, releaseSide } from '#pipeline/publish/release-difference.ts';
import { differenceShown } from './difference.ts';
import { runSigned, signingFields } from './signing.ts';
import { kindOf } from './targets.ts';

/** 退回: an earlier release served again, with what readers will find otherwise by it. */
export const rollbackScreen: Screen = { path: '/publish/rollback', title: '退回以前的一版', show, act };

async function show(visit: Visit): Promise<Html> {
  const to = visit.query.get('to') ?? '';
  if (kindOf(to) !== 'folder' || to === '') {
    return html`<p>
      只有发布到文件夹的网站可以退回；压缩包和远端请把以前的压缩包交给管理员。<a href="/publish">回到发布</a>
    </p>`;
  }
  const target = { disk: realDisk, folder: to };
  const live = await liveRelease(target).catch(() => undefined);
  const releases = live === undefined ? [] : await releasesOf(target);
  const earlier = releases.filter((release) => release !== live).toReversed();
  if (live === undefined || earlier.length === 0) {
    return html`<p>${to} 里没有以前的一版可以退回。<a href="/publish">回到发布</a></p>`;
  }
  const chosen = earlier.find((release) => release === visit.query.get('release'));
  if (chosen === undefined) {
    return html`<p>现在提供的是${whenOf(live)}的一版。退回到哪一版？</p>
      <ul class="choices">
        ${earlier.map((release) => html`<li><a href="/publish/rollback?${new URLSearchParams({ to, release }).toString()}">${whenOf(release)}</a><small>${release}</small></li>`)}
      </ul>`;
  }
  const [before, after] = [await releaseSide(to, live), await releaseSide(to, chosen)];
  return html`<p>从${whenOf(live)}的一版退回到${whenOf(chosen)}的一版（${to}）。</p>
    <h2>读者看到的会有哪些不同</h2>
    ${before && after ? differenceShown(await releaseDifference(before, after)) : html`<p>那一版没有文件清单，看不出不同。</p>`}
    <p class="note">
      退回只改变网站，不改变内容：下一次发布，又是现在的内容。撤下的个人、更正过的文字会重新出现的，不要退回。
    </p>
    ${await form(visit, { sees: [PUBLISHED], submit: '退回', grave: true, body: signingFields(visit) })}
    <p><a href="/publish">不退回，回去</a></p>`;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const [to, release] = ['to', 'release'].map((name) => visit.query.get(name) ?? undefined);
  const words = wordsOf({ to, release, wait: '5' });
  const ran = await runSigned(visit.desk, rollbackCommand, words, sent, { to: '发布到哪里', release: '版本' });
  return told(ran, { title: '已经退回', next: [{ href: '/publish', label: '回到发布' }] });
}

/** `20261130T080000000Z-…` → `2026年11月30日 16:00`. */
function whenOf(release: string): string {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/.exec(release) ?? [];
  if (parts.length === 0) return release;
  const [year, month, day, hour, minute, second] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return `${chineseFullDate(chinaDate(at))} ${chinaTime(at)}`;
}
