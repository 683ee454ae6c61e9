import { hostname, userInfo } from 'node:os';
import { type Html, html } from '#core/formats/html.ts';
import { typed } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { again, told } from '#desk/frame/outcome.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { siteFolder } from '#desk/frame/site-folder.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { refuseUninspected } from '#pipeline/build/inspected.ts';
import { PUBLISHED } from '#pipeline/build/published-addresses.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { publishCommand } from '#pipeline/publish/publish-command.ts';
import { rclone } from '#pipeline/publish/rclone.ts';
import { releaseDifference, servedSide, type Side, siteSide } from '#pipeline/publish/release-difference.ts';
import { differenceShown } from './difference.ts';
import { siteState } from './publish.ts';
import { isSigned, runSigned, signingFields } from './signing.ts';
import { isEmptyFolder, kindOf, TARGET_WORDS } from './targets.ts';

/** What changes for readers, who publishes and where to; and the button that does it. */
export const confirmScreen: Screen = { path: '/publish/confirm', title: '确认发布', show, act };

const LABELS = {
  to: '发布到哪里',
  first: '第一次发布到这里',
  'new-ledger': '从零另起一本账本',
  ledger: '接着哪一本账本',
};

async function show(visit: Visit): Promise<Html> {
  const to = (visit.query.get('to') ?? '').trim();
  if (to === '') return html`<p>没有写发布到哪里。<a href="/publish">回到发布</a></p>`;
  if ((await siteState(visit)) !== 'ready')
    return html`<p>网站还没有生成，或者比内容旧。<a href="/publish">先生成</a></p>`;
  const site = siteFolder(visit.desk);
  const { files, digest } = await refuseUninspected(site);
  const before = await servedOr(to);
  const isFirst = kindOf(to) === 'folder' && (await isEmptyFolder(to));
  return html`<p>发布到 <b>${to}</b>：${TARGET_WORDS[kindOf(to)]}。</p>
    <p>由 ${who()} 发布，共 ${files.size} 个文件。</p>
    <h2>与读者现在看到的有哪些不同</h2>
    ${await changes(before, siteSide(site, files))}
    <h2>发布</h2>
    ${await form(visit, {
      sees: [PUBLISHED],
      submit: '发布',
      grave: true,
      body: html`<input type="hidden" name="built" value="${digest}" />
        ${kindOf(to) === 'folder' && tick(visit, 'first', '第一次发布到这个文件夹', isFirst)} ${signingFields(visit)}
        ${tick(visit, 'new-ledger', '以前从来没有发布过，从零另起一本账本', false)}`,
    })}
    <p><a href="/publish">先不发布，回去</a></p>`;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const to = (visit.query.get('to') ?? '').trim();
  if (to === '') return again('没有写发布到哪里。');
  const words = wordsOf({
    to,
    site: siteFolder(visit.desk),
    built: textIn(sent, 'built'),
    first: textIn(sent, 'first') !== '',
    'new-ledger': textIn(sent, 'new-ledger') !== '',
    wait: '5',
  });
  const next = [
    { href: '/publish/compare', label: '核对读者看到的' },
    { href: '/publish', label: '回到发布' },
  ];
  // What asks for a passphrase stays in this process; the rest goes on beside the desk and tells its steps.
  if (!isSigned(sent)) return { kind: 'job', title: '发布网站', command: publishCommand, words, next };
  return told(await runSigned(visit.desk, publishCommand, words, sent, LABELS), { title: '已经发布', next });
}

async function servedOr(to: string): Promise<Side | string | undefined> {
  try {
    return await servedSide(to, rclone);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

async function changes(before: Side | string | undefined, after: Side): Promise<Html> {
  if (typeof before === 'string') return html`<p class="note">${before}</p>`;
  if (before) return differenceShown(await releaseDifference(before, after));
  return html`<p>那里还没有发布过，或者看不到以前的一版：所有网页都是新的。</p>`;
}

function tick(visit: Visit, name: string, label: string, isUsual: boolean): Html {
  const isTicked = visit.draft === undefined ? isUsual : typed(visit, name) !== '';
  return html`<p class="tick">
    <input type="checkbox" id="f-${name}" name="${name}" value="yes" ${isTicked && html`checked`} />
    <label for="f-${name}">${label}</label>
  </p>`;
}

/** As the lock of the content names a person to a colleague. */
function who(): string {
  try {
    return `${userInfo().username}（在 ${hostname()} 上）`;
  } catch {
    return hostname();
  }
}
