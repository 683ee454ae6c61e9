import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Html, html } from '#core/formats/html.ts';
import { button } from '#desk/frame/form.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { siteFolder } from '#desk/frame/site-folder.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { buildCommand } from '#pipeline/build/build-command.ts';
import { siteAge } from '../site-age.ts';
import { type KnownTarget, knownTargets, TARGET_WORDS } from './targets.ts';

/** 发布: the site made, then put where readers get it. */
export const publishScreen: Screen = { path: '/publish', title: '发布', menu: '公布', show, act };

async function show(visit: Visit): Promise<Html> {
  const { desk } = visit;
  const [state, targets] = await Promise.all([siteState(visit), knownTargets(desk.content)]);
  const isReady = state === 'ready';
  return html`<h2>一、生成网站</h2>
    <p class="${isReady ? 'done' : 'note'}" role="status">${STATES[state]}</p>
    ${button(visit, isReady ? '重新生成' : '生成网站', 'do', 'build')}
    <h2>二、发布</h2>
    ${
      isReady
        ? html`<p>先看与读者现在看到的有哪些不同，再发布。</p>
            ${targets.map(knownTarget)}
            <form method="get" action="/publish/confirm">
              <div class="field">
                <label for="f-to">${targets.length > 0 ? '发布到另一处' : '发布到哪里'}</label>
                <p class="hint" id="h-to">
                  文件夹：D:\\gongshi 或 /srv/jiangbang；压缩包：gongshi.zip
                  的全路径，交给门户网站的管理员；远端：名称:路径，先用 rclone config 配好。
                </p>
                <input id="f-to" name="to" type="text" autocomplete="off" aria-describedby="h-to" required />
              </div>
              <p class="buttons"><button class="main">看看会有哪些变化</button></p>
            </form>`
        : html`<p>生成以后才能发布。</p>`
    }
    <h2>三、核对</h2>
    <p><a href="/publish/compare">从读者的网址取回每个文件，与生成的比较</a></p>`;
}

async function act(visit: Visit): Promise<Reply> {
  return Promise.resolve({
    kind: 'job',
    title: '生成网站',
    command: buildCommand,
    words: wordsOf({ out: siteFolder(visit.desk) }),
    next: [{ href: '/publish', label: '去发布' }],
  });
}

function knownTarget({ to, size, fingerprint, kind }: KnownTarget): Html {
  const query = new URLSearchParams({ to }).toString();
  return html`<section>
    <h3>${to}</h3>
    <p>${TARGET_WORDS[kind]}。发布过，账本 ${size} 条。印在纸上的指纹：<b>${fingerprint}</b></p>
    <ul class="choices">
      <li><a href="/publish/confirm?${query}">看看会有哪些变化，再发布</a></li>
      ${kind === 'folder' && html`<li><a href="/publish/rollback?${query}">退回以前的一版</a></li>`}
    </ul>
  </section>`;
}

type SiteState = 'none' | 'outdated' | 'ready';

const STATES: Readonly<Record<SiteState, string>> = {
  none: '还没有生成过网站。',
  outdated: '网站比内容旧：上次生成以后，内容又改动过。请重新生成。',
  ready: '已经生成，与现在的内容一致。',
};

export async function siteState({ desk }: Pick<Visit, 'desk'>): Promise<SiteState> {
  const site = siteFolder(desk);
  if (
    !(await access(join(site, 'index.html')).then(
      () => true,
      () => false,
    ))
  )
    return 'none';
  return (await siteAge(desk)) === undefined ? 'ready' : 'outdated';
}
