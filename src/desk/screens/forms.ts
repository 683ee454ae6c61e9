import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { type Html, html } from '#core/formats/html.ts';
import { idSchema } from '#core/formats/words.ts';
import type { Programme } from '#core/programme/programme.ts';
import { labelsOf, meaningWords } from '#core/roster/form-labels.ts';
import { choiceField, fileField, textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import { again, told } from '#desk/frame/outcome.ts';
import type { Reply, Screen, Visit } from '#desk/frame/screen.ts';
import { runVerb } from '#desk/frame/verbs.ts';
import { wordsOf } from '#desk/frame/words.ts';
import { writtenText } from '#desk/frame/written-text.ts';
import { collect } from '#pipeline/intake/collect.ts';
import { formCommand } from '#pipeline/intake/form-command.ts';

/** 活动的表: the forms a notice prescribes, learnt once by saying of every label what it means. */
export const formsScreen: Screen = { path: '/forms', title: '活动的表', menu: '筹备', show, act, maxBytes: 25_000_000 };

async function show(visit: Visit): Promise<Html> {
  const { readable } = await visit.desk.checked();
  const { query } = visit;
  const folder = readable?.programmes.find(({ id }) => id === query.get('programme'));
  if (!folder) {
    return html`<p>通知规定的推荐表、汇总表，程序认识一次，以后导入就不用再问。</p>
      <ul class="choices">
        ${(readable?.programmes ?? []).map(
          ({ id, programme, forms = [] }) =>
            html`<li>
              <a href="/forms?programme=${id}">${programme.data.name}</a>
              <small
                >${forms.length === 0 ? '还没有表' : `已认识：${forms.map(({ data }) => data.name).join('、')}`}</small
              >
            </li>`,
        )}
      </ul>`;
  }
  const file = query.get('file');
  if (file === null) {
    return form(visit, {
      sees: [],
      submit: '读出表上的各项',
      body: html`<h2>${folder.programme.data.name}</h2>
        ${fileField({
          name: 'form',
          label: '一张表',
          hint: 'Word、Excel、WPS 的表，空白的或填好的都行；表上填的内容不会出现在这里，读完就删。',
          required: true,
        })}`,
    });
  }
  return labelForm(visit, folder.programme.data, file);
}

/** Where the form that was sent lies until it is learnt, and what stands on it. */
async function labelsIn({ desk }: Visit, programme: Programme, file: string): Promise<Html | Found> {
  const name = (await readdir(desk.state.path('uploads'))).find((one) => one.startsWith(`form-${file}.`));
  if (!/^[0-9a-f]{16}$/.test(file) || name === undefined) return html`<p>这张表已经不在了，请重新选一次。</p>`;
  const path = desk.state.path('uploads', name);
  const { files, findings } = await collect([path], () => undefined);
  const [read] = files;
  if (!read) return html`${findings.map((one) => html`<p>${chinesePlace(one.where)}：${sentence(one)}</p>`)}`;
  return { path, name, ...labelsOf(read.grid, programme) };
}

type Found = { path: string; name: string } & ReturnType<typeof labelsOf>;

async function labelForm(visit: Visit, programme: Programme, file: string): Promise<Html> {
  const found = await labelsIn(visit, programme, file);
  if ('markup' in found) return found;
  const words = meaningWords(programme);
  const choices = [...words.keys()].map((value) => ({ value, label: value }));
  const chinese = (means: string | undefined): string | undefined => [...words].find(([, one]) => one === means)?.[0];
  return form(visit, {
    sees: [`programmes/${visit.query.get('programme') ?? ''}/forms`],
    submit: '记下这张表',
    body: html`<p>
        表上有 ${found.labels.length}
        项。左边是表上的标签，右边选它是什么；已经选好的是建议，请逐项核对。不公开的选“不公开”，不是一项的选“不是一项”。
      </p>
      ${textField(visit, { name: 'name', label: '这张表叫什么', required: true, value: visit.query.get('name') ?? undefined })}
      <div class="pair">
        ${textField(visit, { name: 'id', label: '编号', hint: '小写英文字母，例如 nomination', required: true })}
        ${textField(visit, { name: 'clause', label: '出自通知的哪里', hint: '例如 附件1', required: true })}
      </div>
      ${found.labels.map(({ label, proposal }, index) =>
        choiceField(visit, {
          name: `label-${index}`,
          label,
          choices,
          required: true,
          value: chinese(proposal),
          empty: '请选择',
        }),
      )}`,
  });
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const { desk, query } = visit;
  const programme = query.get('programme') ?? '';
  const upload = sent.get('form');
  if (query.get('file') === null) {
    if (upload === null || typeof upload === 'string' || upload.size === 0) return again('请选一张表。');
    const id = randomBytes(8).toString('hex');
    const ending = extname(upload.name)
      .toLowerCase()
      .replace(/[^.a-z]/g, '');
    await desk.state.write(
      new Uint8Array(await upload.arrayBuffer()),
      'uploads',
      `form-${id}${ending === '' ? '.bin' : ending}`,
    );
    const name = upload.name.replace(/\.\w+$/u, '');
    return { kind: 'go', to: `/forms?${new URLSearchParams({ programme, file: id, name }).toString()}` };
  }
  const { readable } = await desk.checked();
  const folder = readable?.programmes.find(({ id }) => id === programme);
  const found = folder && (await labelsIn(visit, folder.programme.data, query.get('file') ?? ''));
  if (!found || 'markup' in found) return again('这张表已经不在了，请重新选一次。');
  const lines = found.labels.map(({ label }, index) => [label, textIn(sent, `label-${index}`)] as const);
  const open = lines.filter(([, means]) => means === '').map(([label]) => label);
  if (open.length > 0) return again(`还有 ${open.length} 项没有选是什么：${open.join('、')}。`);
  const id = textIn(sent, 'id');
  if (!idSchema.safeParse(id).success) return again('编号只能用小写英文字母、数字和短横线，例如 nomination。');
  const answers = await writtenText(desk, lines.map(([label, means]) => `${label}=${means}`).join('\n'));
  const words = wordsOf({ programme, id, name: textIn(sent, 'name'), clause: textIn(sent, 'clause'), answers });
  const ran = await runVerb(desk, formCommand, ['learn', found.path, ...words], {
    name: '这张表叫什么',
    clause: '出自通知的哪里',
  });
  // It may have been filled in: nothing of it stays.
  if (ran.exit === 0) await desk.state.remove('uploads', found.name);
  return told(ran, {
    title: '这张表已经认识',
    next: [
      { href: `/forms?programme=${programme}`, label: '再认一张' },
      { href: '/new-round', label: '建一届' },
    ],
  });
}
