import { type Html, html } from '#core/formats/html.ts';
import { fileField } from '#desk/frame/fields.ts';
import { button, form, textIn } from '#desk/frame/form.ts';
import { again, told } from '#desk/frame/outcome.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { homeOf } from '#pipeline/portable/layout.ts';
import { updateCommand } from '#pipeline/portable/update-command.ts';

/** A package is about 150 MB. */
const MOST = 250 * 1024 * 1024;

/** 更新: a signed package dropped in, for the portable edition. */
export const updateScreen: Screen = { path: '/update', title: '更新', menu: '留底', maxBytes: MOST, show, act };

async function show(visit: Visit): Promise<Html> {
  const home = await homeOf(ROOT);
  if (!home) {
    return html`<p>这里运行的不是便携版，没有压缩包可以换。用 git 取得的程序，由安装它的人更新。</p>`;
  }
  const { current, previous } = home;
  return html`<p>现在运行的是 ${current}。${previous !== undefined && `更新以前的 ${previous} 保留着。`}</p>
    <p>内容不受影响。更新以后要关闭匠榜，再双击“启动匠榜”。</p>
    ${await form(visit, {
      sees: [],
      submit: '核对并更新',
      body: fileField({
        name: 'package',
        label: '发布方给的压缩包',
        hint: '不要解开。程序先核对签名和每个文件，放在旁边试启动，再换上。',
        accept: '.zip',
        required: true,
      }),
    })}
    ${previous !== undefined && button(visit, `退回 ${previous}`, 'back', 'yes')}`;
}

async function act({ desk }: Visit, sent: FormData): Promise<Reply> {
  const next = [{ href: '/', label: '回到首页' }];
  if (textIn(sent, 'back') !== '') {
    return told(await runVerb(desk, updateCommand, ['--back']), { title: '已经退回', next });
  }
  const given = sent.get('package');
  if (typeof given === 'string' || given === null || given.size === 0) return again('还没有选压缩包。');
  const file = desk.state.path('uploads', 'update.zip');
  try {
    await desk.state.write(new Uint8Array(await given.arrayBuffer()), 'uploads', 'update.zip');
    const ran = await runVerb(desk, updateCommand, [file]);
    // The clerk knows it by its own name.
    return told({ ...ran, text: ran.text.replaceAll(file, given.name) }, { title: '已经更新', next });
  } finally {
    await desk.state.remove('uploads', 'update.zip');
  }
}
