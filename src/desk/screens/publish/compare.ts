import { type Html, html } from '#core/formats/html.ts';
import { textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { again } from '#desk/frame/outcome.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { siteFolder } from '#desk/frame/site-folder.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { compareCommand } from '#pipeline/observe/compare-command.ts';
import { siteState } from './publish.ts';

/** 核对: what readers get against what was built. */
export const compareScreen: Screen = { path: '/publish/compare', title: '核对读者看到的', show, act };

async function show(visit: Visit): Promise<Html> {
  const { readable } = await visit.desk.checked();
  if ((await siteState(visit)) === 'none')
    return html`<p>还没有生成过网站，没有可以比较的。<a href="/publish">先生成</a></p>`;
  return html`<p>从读者的网址取回每个文件，与生成的网站比较内容、类型和响应头，逐条说明哪里不同、怎样改。</p>
    ${await form(visit, {
      sees: [],
      submit: '核对',
      body: textField(visit, {
        name: 'address',
        label: '网站首页的网址',
        type: 'url',
        required: true,
        value: readable?.site.data.address,
      }),
    })}`;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const address = textIn(sent, 'address');
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    return Promise.resolve(again('网址要写全，例如 https://gongshi.example.org/。'));
  }
  return Promise.resolve({
    kind: 'job',
    title: '核对读者看到的',
    command: compareCommand,
    words: wordsOf({ address, site: siteFolder(visit.desk) }),
    next: [{ href: '/publish', label: '回到发布' }],
  });
}
