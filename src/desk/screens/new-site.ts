import { join } from 'node:path';
import { type Html, html } from '#core/formats/html.ts';
import { ticksField } from '#desk/frame/fields.ts';
import { form, textsIn } from '#desk/frame/form.ts';
import { told } from '#desk/frame/outcome.ts';
import { questionAnswers, questionFields, questionLabels } from '#desk/frame/questions.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { readContent } from '#pipeline/content/read-content.ts';
import { siteQuestions } from '#pipeline/office/new-site.ts';
import { newSiteCommand } from '#pipeline/office/new-site-command.ts';

/** 建立网站: once, before everything else. */
export const newSiteScreen: Screen = { path: '/new-site', title: '建立网站', show, act };

async function show(visit: Visit): Promise<Html> {
  const { readable: own } = await visit.desk.checked();
  if (own) return html`<p>网站已经建立：${own.site.data.name}。<a href="/">回到首页</a></p>`;
  const { readable: stock } = await readContent(join(ROOT, 'content'));
  const ready = (stock?.programmes ?? []).map(({ id, programme }) => ({
    value: id,
    label: `${programme.data.name}（${programme.data.organisers.join('、')}）`,
  }));
  return form(visit, {
    sees: ['site.json'],
    submit: '建立网站',
    body: html`<p>这些印在每一页上，以后可以改。</p>
      ${questionFields(visit, siteQuestions)}
      ${ticksField(visit, { name: 'programme', label: '选用现成的选树活动', hint: '本单位的活动不在里面的，选一个最接近的先建网站，再到“活动”里按通知另立。', choices: ready })}`,
  });
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const words = wordsOf({
    ...questionAnswers(siteQuestions, sent),
    programme: textsIn(sent, 'programme'),
    content: visit.desk.content,
  });
  const ran = await runVerb(visit.desk, newSiteCommand, words, {
    ...questionLabels(siteQuestions),
    programme: '选用现成的选树活动',
  });
  return told(ran, {
    title: '网站已经建立',
    next: [
      { href: '/programmes', label: '按通知建立自己的活动' },
      { href: '/new-round', label: '建一届' },
    ],
  });
}
