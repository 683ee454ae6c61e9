import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Html, html } from '#core/formats/html.ts';
import { idSchema } from '#core/formats/words.ts';
import { fileField } from '#desk/frame/fields.ts';
import { form, textIn, textsIn } from '#desk/frame/form.ts';
import { again, told } from '#desk/frame/outcome.ts';
import { chosenOr, type ChosenRound, chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { FileReply, Reply, Screen, Visit } from '#desk/frame/screen.ts';
import type { Ran } from '#desk/frame/verbs.ts';
import { commandLine, wordsOf } from '#desk/frame/words.ts';
import { batchFolder, dropped, pictureFolder } from '#desk/screens/import/batches.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { reportJson } from '#pipeline/commands/report.ts';
import { focusOf, photoJson, photoWords } from '#pipeline/intake/photos/photo-command.ts';
import { thumbnail } from '#pipeline/intake/photos/photo-encode.ts';
import { applyPhotoSetting, type LaidPhoto } from '#pipeline/intake/photos/set-photos.ts';
import { beginSession, MOST_BATCH, putFiles } from '#pipeline/intake/session/session-folder.ts';
import { dropPictures, movePictures, otherFiles } from '#pipeline/intake/session/session-pictures.ts';
import { checkPage } from './check-page.ts';
import { encoded, keepLaid, type Laid, laidOf, waitingPictures } from './picture-desk.ts';
import { peopleOf, wall } from './wall.ts';

/** 照片. */
export const photosScreen: Screen = {
  path: '/photos',
  title: '照片',
  menu: '名单',
  ofRound: true,
  maxBytes: MOST_BATCH + 10 * 1024 * 1024,
  show: (visit) => chosenOr(visit, (chosen) => shown(visit, chosen)),
  act,
};

/** A picture that waits, as the site would have it, small. */
export const pictureScreen: Screen = { path: '/photos/picture', title: '照片', show: pictureFile };
/** The portrait that a person has. */
export const faceScreen: Screen = { path: '/photos/face', title: '照片', show: faceFile };

async function shown(visit: Visit, chosen: ChosenRound): Promise<Html> {
  const { desk } = visit;
  const pictures = await waitingPictures(desk, chosen.id);
  const laid = await laidOf(desk, chosen.id);
  if (laid) return checkPage(visit, chosen, laid, pictures);
  const drop = await form(
    { ...visit, draft: undefined },
    {
      sees: [],
      submit: '放入照片',
      body: html`<input type="hidden" name="step" value="files" />
        ${fileField({ name: 'files', label: '照片文件或 ZIP', hint: '拖进来，或点开来选，可以一次选很多张。' })}
        <p class="hint" data-limit="${MOST_BATCH}">
          原图放在这台电脑上只有您能读的地方，写入以后当即删去；不用的最多留 30 天。
        </p>`,
    },
  );
  const aside = Number(visit.query.get('aside') ?? 0);
  return html`${aside > 0 && html`<p class="note" role="status">另有 ${aside} 个文件不是照片，没有收下。</p>`}
    ${await wall(visit, chosen, pictures)}
    <h2>放入照片</h2>
    <div data-upload>${drop}</div>`;
}

async function act(visit: Visit, sent: FormData): Promise<Reply> {
  const chosen = await chosenRoundOf(visit);
  if (!chosen) return again('没有这一届，可能刚被移走。请回到首页再选。');
  const here: Reply = { kind: 'go', to: `/photos?round=${encodeURIComponent(chosen.id)}` };
  try {
    switch (textIn(sent, 'step')) {
      case 'files':
        return await taken(visit, chosen, sent);
      case 'lay':
        return await lay(visit, chosen, sent, here);
      case 'back':
        await keepLaid(visit.desk, chosen.id, undefined);
        return here;
      case 'check':
        return await checked(visit, chosen, sent);
      default:
        return again('这张表格不完整，没有办理。请刷新后再提交。');
    }
  } catch (error) {
    if (error instanceof Refusal) return again(error.message);
    throw error;
  }
}

async function taken({ desk }: Visit, { id }: ChosenRound, sent: FormData): Promise<Reply> {
  const files = sent.getAll('files').filter((one): one is File => typeof one !== 'string' && one.name !== '');
  if (files.length === 0) return again('还没有选照片。请选好再放入。');
  const session = await beginSession(batchFolder(desk), id, desk.clock());
  await putFiles(session, dropped(files));
  const others = await otherFiles(session);
  const count = await movePictures(session, pictureFolder(desk), desk.clock());
  if (count === 0) return again('里面没有照片（.jpg、.png 等），没有收下。汇总表和推荐表请到“导入”放入。');
  if (textIn(sent, 'part') !== '') return plain(String(others));
  return { kind: 'go', to: `/photos?round=${encodeURIComponent(id)}${others > 0 ? `&aside=${others}` : ''}` };
}

async function lay({ desk }: Visit, chosen: ChosenRound, sent: FormData, here: Reply): Promise<Reply> {
  const pictures = await waitingPictures(desk, chosen.id);
  const laid: Laid['laid'] = pictures.flatMap(({ key }) => {
    const person = textIn(sent, `whose.${key}`);
    const [x, y] = [textIn(sent, `x.${key}`), textIn(sent, `y.${key}`)];
    return person === '' ? [] : [{ person, picture: key, focus: x === '' || y === '' ? '' : `${x},${y}` }];
  });
  const remove = textsIn(sent, 'remove');
  if (laid.length + remove.length === 0) return again('还没有给哪张照片选人，也没有要去掉的。');
  const twice = laid.find(({ person }, index) => laid.findIndex((one) => one.person === person) < index);
  if (twice) {
    const name = peopleOf(chosen.dossier).find(({ id }) => id === twice.person)?.data.name ?? twice.person;
    return again(`给${name}选了不止一张照片。请只留一张。`);
  }
  const both = laid.find(({ person }) => remove.includes(person));
  if (both) return again('有人既选了新照片，又要去掉照片。换照片不用先去掉，请取消“去掉”。');
  const [credit, consent, by] = ['credit', 'consent', 'by'].map((name) => textIn(sent, name)) as [
    string,
    string,
    string,
  ];
  if (laid.length > 0 && (credit === '' || consent === '')) return again('请写明这一批照片的署名和同意方式。');
  if (by === '') return again('请写明经办人姓名。');
  await keepLaid(desk, chosen.id, { laid, remove, credit, consent, by });
  return here;
}

async function checked({ desk }: Visit, { id }: ChosenRound, sent: FormData): Promise<Reply> {
  const laid = await laidOf(desk, id);
  if (!laid) return again('选好的照片已经退回或写入了。请看现在的样子。');
  const missing = laid.laid.filter(({ picture }) => !textsIn(sent, 'ok').includes(picture));
  if (missing.length > 0)
    return again(`还有 ${missing.length} 张没有勾“是本人”。有一张不对，就退回重新选，什么也没有写入。`);
  const pictures = await waitingPictures(desk, id);
  const photos: LaidPhoto[] = laid.remove.map((person) => ({ person, label: '照片' }));
  for (const { person, picture, focus } of laid.laid) {
    const found = pictures.find(({ key }) => key === picture);
    if (!found) return again('有一张照片已经不在了。请退回重新选。');
    photos.push({ person, label: found.picture.file, picture: await encoded(desk, found, focusOf(focus)) });
  }
  const { credit, consent, by } = laid;
  const checkedBy = textIn(sent, 'checkedBy');
  const done = await applyPhotoSetting({ content: desk.content, round: id, photos, credit, consent, by, checkedBy });
  const lines = laid.laid.map(({ person, picture, focus }) =>
    commandLine('photo', [
      pictures.find(({ key }) => key === picture)?.picture.name ?? '照片.jpg',
      ...wordsOf({ round: id, person, focus, credit, consent, by, 'checked-by': checkedBy }),
    ]),
  );
  const gone = laid.remove.map((person) =>
    commandLine('photo', wordsOf({ round: id, person, 'remove-photo': true, by, 'checked-by': checkedBy })),
  );
  const ran: Ran = {
    verb: 'photo',
    words: [],
    command: [...lines, ...gone].join('\n'),
    exit: done.written ? 0 : 1,
    text: `${photoWords(done.planned, done.written)}经办 ${by}，核对 ${checkedBy}。`,
    json: photoJson(done.planned, done.written),
    findings: reportJson(done.planned.findings) as Ran['findings'],
    refused: undefined,
  };
  if (done.written) {
    await dropPictures(
      pictureFolder(desk),
      pictures.filter(({ key }) => laid.laid.some(({ picture }) => picture === key)),
    );
    await keepLaid(desk, id, undefined);
  }
  const at = encodeURIComponent(id);
  return told(ran, {
    title: '照片已经写入',
    next: [
      { href: `/photos?round=${at}`, label: '看照片' },
      { href: `/people?round=${at}`, label: '看名单与个人' },
    ],
  });
}

async function pictureFile({ desk, query }: Visit): Promise<Html | FileReply> {
  const pictures = await waitingPictures(desk, query.get('round') ?? '');
  const found = pictures.find(({ key }) => key === query.get('key'));
  if (!found) return html`<p>这张照片已经不在了。</p>`;
  const made = await encoded(desk, found, focusOf(query.get('focus') ?? ''));
  return 'jpeg' in made
    ? { kind: 'file', bytes: await thumbnail(made.jpeg), type: 'image/jpeg' }
    : html`<p>这张照片不能用。</p>`;
}

async function faceFile(visit: Visit): Promise<Html | FileReply> {
  const { desk, query } = visit;
  const chosen = await chosenRoundOf(visit);
  const person = idSchema.safeParse(query.get('person')).data;
  if (!chosen || person === undefined) return html`<p>没有这张照片。</p>`;
  const path = join(desk.content, chosen.folder, 'photos', `${person}.jpg`);
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return html`<p>没有这张照片。</p>`;
  return { kind: 'file', bytes: await thumbnail(bytes), type: 'image/jpeg' };
}

function plain(text: string): FileReply {
  return { kind: 'file', bytes: new TextEncoder().encode(text), type: 'text/plain; charset=utf-8' };
}
