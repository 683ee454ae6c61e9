import { chinaDate, chinaTime, chineseFullDate } from '#core/calendar/plain-date.ts';
import { type Html, html } from '#core/formats/html.ts';
import { fileField } from '#desk/frame/fields.ts';
import { form, textIn, textsIn } from '#desk/frame/form.ts';
import { again } from '#desk/frame/outcome.ts';
import { chosenOr, type ChosenRound, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { FileReply, Reply, Screen, Visit } from '#desk/frame/screen.ts';
import type { Ran } from '#desk/frame/verbs.ts';
import { commandLine } from '#desk/frame/words.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { checkedText, countsText, importJson } from '#pipeline/intake/import-text.ts';
import { leaveOut } from '#pipeline/intake/session/leave-out.ts';
import {
  beginSession,
  changeAnswers,
  eraseSession,
  type ImportSession,
  KEPT_DAYS,
  MOST_BATCH,
  pathsOf,
  putFiles,
} from '#pipeline/intake/session/session-folder.ts';
import { keepPictures } from '#pipeline/intake/session/session-pictures.ts';
import { applySession, planSession } from '#pipeline/intake/session/session-plan.ts';
import { withoutAnswer, withSent } from './answers.ts';
import {
  batchesOf,
  batchFolder,
  batchOf,
  dropped,
  forgetMemory,
  memoryOf,
  photoProgressOf,
  pictureFolder,
} from './batches.ts';
import { equivalentWords } from './equivalent.ts';
import { answeredPart, planPage } from './plan-page.ts';

/** 导入. */
export const importScreen: Screen = {
  path: '/import',
  title: '导入',
  menu: '名单',
  ofRound: true,
  maxBytes: MOST_BATCH + 10 * 1024 * 1024,
  show: (visit) => chosenOr(visit, (chosen) => shown(visit, chosen)),
  act,
};

/** How far the photos of a batch are, for the page's script. */
export const importProgressScreen: Screen = {
  path: '/import/progress',
  title: '照片处理进度',
  show: ({ desk, query }) => {
    const { done, of } = photoProgressOf(desk, query.get('batch') ?? '');
    return Promise.resolve(plainReply(JSON.stringify({ done, of }), 'application/json'));
  },
};

async function shown(visit: Visit, { id, folder }: ChosenRound): Promise<Html> {
  const { desk, query } = visit;
  const batch = query.get('batch');
  if (batch === null) return html`${await openBatches(visit, id)} ${await dropForm(visit)}`;
  const session = await batchOf(desk, batch);
  const plan = await planSession(session, desk.content, memoryOf(desk, session.id));
  const sees = seesOf(folder, id);
  const write = await form(
    { ...visit, draft: undefined },
    {
      sees,
      submit: '写入名单',
      body: html`<input type="hidden" name="step" value="apply" />
        <input type="hidden" name="digest" value="${plan.digest}" />`,
    },
  );
  return html`${await planPage(visit, session, plan, sees)} ${await answeredPart(visit, session)}
    ${
      plan.ready &&
      html`<h2>写入</h2>
        ${write}`
    }
    <h2>再放文件</h2>
    ${await dropForm(visit, session)}
    <h2>不要这一批</h2>
    <p>
      材料放在这台电脑上只有您能读的地方，不进内容目录。写入以后，除了没有采用的照片，当即删去；最后一次改动
      ${KEPT_DAYS} 天以后全部删去。
    </p>
    ${await form(
      { ...visit, draft: undefined },
      { sees: [], submit: '现在就删去这一批材料', body: html`<input type="hidden" name="step" value="erase" />` },
    )}`;
}

function seesOf(folder: string, round: string): string[] {
  const [programme = ''] = round.split('/');
  return [folder, `programmes/${programme}/programme.md`, `programmes/${programme}/forms`];
}

async function openBatches({ desk, path }: Visit, round: string): Promise<Html | undefined> {
  const open = await batchesOf(desk, round);
  if (open.length === 0) return undefined;
  return html`<h2>没有办完的</h2>
    <ul class="choices">
      ${open.map(({ id, state }) => {
        const at = `${chineseFullDate(chinaDate(state.touched))}${chinaTime(state.touched)}`;
        return html`<li><a href="${path}?round=${encodeURIComponent(round)}&batch=${id}">${at}的一批</a></li>`;
      })}
    </ul>`;
}

async function dropForm(visit: Visit, session?: ImportSession): Promise<Html> {
  const limit = MOST_BATCH / 1024 / 1024;
  const fields = html`<input type="hidden" name="step" value="files" />
    ${fileField({
      name: 'files',
      label: '汇总表、推荐表、照片、ZIP',
      hint: '拖进来，或点开来选，可以一次选很多个。.xlsx、.docx、.csv、.pdf、.zip、照片都行。',
    })}
    ${fileField({ name: 'folder', label: '整个文件夹', hint: '里面可以再有文件夹；每人一个文件夹的也行。', folder: true })}
    <p class="hint" data-limit="${MOST_BATCH}">
      一批最多 ${limit} MB。里面有证件号、电话、住址的也可以放：这些列不读，也不显示。
    </p>`;
  const shown = await form(
    { ...visit, draft: undefined },
    { sees: [], submit: session ? '加进这一批' : '放入，看计划', body: fields },
  );
  return html`<div data-upload>${shown}</div>`;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  if (!chosen) return again('没有这一届，可能刚被移走。请回到首页再选。');
  try {
    return await carriedOut(visit, chosen, sent);
  } catch (error) {
    if (error instanceof Refusal) return again(error.message);
    throw error;
  }
}

async function carriedOut(visit: Visit, chosen: ChosenRound, sent: FormData): Promise<Reply> {
  const { desk, query } = visit;
  const step = textIn(sent, 'step');
  if (step === 'files') return taken(visit, chosen, sent);
  const session = await batchOf(desk, query.get('batch') ?? '');
  const memory = memoryOf(desk, session.id);
  const here: Reply = { kind: 'go', to: addressOf(visit, chosen.id, session.id) };
  const unwanted = textIn(sent, 'leave');
  if (unwanted !== '') {
    if (!(await leaveOut(session, unwanted)))
      return again(`${unwanted} 不能单独拿走：它在压缩包里，或者有两个文件看上去同名。请删去这一批，改好文件再放。`);
    return here;
  }
  switch (step) {
    case 'answers': {
      const plan = await planSession(session, desk.content, memory);
      const revision = Number(textIn(sent, 'revision'));
      await changeAnswers(session, revision, (answers) => withSent(answers, plan, sent), desk.clock());
      return here;
    }
    case 'take-back': {
      const keys = textsIn(sent, 'back');
      const revision = Number(textIn(sent, 'revision'));
      await changeAnswers(session, revision, (answers) => keys.reduce(withoutAnswer, answers), desk.clock());
      return here;
    }
    case 'apply':
      return applied(visit, chosen, session, textIn(sent, 'digest'));
    case 'erase':
      forgetMemory(desk, session.id);
      await eraseSession(session);
      return { kind: 'go', to: `/import?round=${encodeURIComponent(chosen.id)}` };
    default:
      return again('这张表格不完整，没有办理。请刷新后再提交。');
  }
}

/** Files of a drop, or a part of them: the script sends many in several goes. */
async function taken(visit: Visit, { id }: ChosenRound, sent: FormData): Promise<Reply> {
  const { desk, query } = visit;
  const files = [...sent.getAll('files'), ...sent.getAll('folder')].filter(
    (one): one is File => typeof one !== 'string' && one.name !== '',
  );
  if (files.length === 0) return again('还没有选文件。请选好再放入。');
  const said = textIn(sent, 'batch');
  const batch = query.get('batch') ?? (said === '' ? undefined : said);
  const session =
    batch === undefined ? await beginSession(batchFolder(desk), id, desk.clock()) : await batchOf(desk, batch);
  if (await putFiles(session, dropped(files))) memoryOf(desk, session.id).photos.forget();
  await changeAnswers(session, session.state.revision, (answers) => answers, desk.clock());
  if (textIn(sent, 'part') !== '') return plainReply(session.id, 'text/plain');
  return { kind: 'go', to: addressOf(visit, id, session.id) };
}

async function applied(visit: Visit, { id }: ChosenRound, session: ImportSession, digest: string): Promise<Reply> {
  const { desk } = visit;
  const { plan, checked } = await applySession(session, desk.content, memoryOf(desk, session.id), digest);
  const names = (await pathsOf(session)).map((path) => path.split(/[/\\]/u).at(-1) ?? '');
  const words = equivalentWords(session.state.answers, id, names);
  const ran: Ran = {
    verb: 'import',
    words,
    command: commandLine('import', words),
    exit: 0,
    text: `${countsText(plan.planned)}\n${checkedText(checked, desk.content)}`,
    json: importJson(plan.planned, checked),
    findings: [],
    refused: undefined,
  };
  forgetMemory(desk, session.id);
  const left = await keepPictures(session, plan.planned.envelope, pictureFolder(desk), desk.clock());
  const at = encodeURIComponent(id);
  return {
    kind: 'done',
    title: '名单已经写入',
    ran,
    next: [
      { href: `/photos?round=${at}`, label: left > 0 ? `给 ${left} 张没有认出的照片选人` : '看照片' },
      { href: `/people?round=${at}`, label: '看名单与个人' },
    ],
  };
}

function addressOf({ path }: Visit, round: string, batch: string): string {
  return `${path}?round=${encodeURIComponent(round)}&batch=${batch}`;
}

function plainReply(text: string, type: string): FileReply {
  return { kind: 'file', bytes: new TextEncoder().encode(text), type: `${type}; charset=utf-8` };
}
