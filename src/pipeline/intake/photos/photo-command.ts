import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { photoLabel } from '#core/roster/photo-name.ts';
import { type Outcome, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, ROUND, WAIT } from '#pipeline/commands/shared-options.ts';
import { patienceOf } from '#pipeline/content/writing.ts';
import { personIn } from '#pipeline/intake/edit/edit-command.ts';
import { readKnownRound } from '#pipeline/intake/known-round.ts';
import { MAX_PHOTO_BYTES, tooLarge } from './photo-encode.ts';
import { encodeFocused, type Focus } from './photo-focus.ts';
import { applyPhotoSetting, type LaidPhoto, type PhotoSetting, type PlannedPhotos } from './set-photos.ts';

const options = {
  ...ROUND,
  person: { type: 'string', value: '谁', help: '谁的照片：姓名或编号' },
  focus: {
    type: 'string',
    value: '左,上',
    help: '脸在照片的什么地方，按百分比，例如 50,35：照此裁成竖的人像；不写不裁',
  },
  'remove-photo': { type: 'boolean', help: '去掉这个人的照片' },
  credit: { type: 'string', value: '署名', help: '摄影或供图' },
  consent: { type: 'string', value: '文字', help: '本人怎样同意公开' },
  by: { type: 'string', value: '姓名', help: '谁办的' },
  'checked-by': { type: 'string', value: '姓名', help: '第二个人：核对过照片上就是这个人' },
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run photo`: the portrait of one person who is on the list. */
export const photoCommand = defineCommand({
  verb: 'photo',
  summary: '给名单上的一个人放上、换掉或去掉照片：按脸的位置裁成竖的人像，记下署名和同意方式，由第二个人核对。',
  positionals: '照片文件',
  options,
  examples: [
    'npm run photo -- 照片.jpg --round weihai-craftsman/2024 --person 张三 --credit 单位供图 --consent 本人书面同意 --by 李四 --checked-by 王五',
  ],
  run: setPhoto,
});

async function setPhoto(given: Asked): Promise<Outcome> {
  const [content, round] = [contentOf(given), given.required('round')];
  const [path, ...more] = given.positionals;
  const removes = given.flag('remove-photo');
  if (more.length > 0 || (path === undefined) !== removes)
    throw new UsageError('请写一个照片文件；要去掉照片的，不写文件，写 --remove-photo。');
  const focus = focusOf(given.line('focus'));
  const person = personIn(await readKnownRound(content, round), given.required('person'));
  const photo: LaidPhoto =
    path === undefined
      ? { person, label: '照片' }
      : { person, label: photoLabel(basename(path)), picture: await pictureAt(path, focus) };
  const setting: PhotoSetting = {
    content,
    round,
    photos: [photo],
    credit: given.line('credit') ?? '',
    consent: given.line('consent') ?? '',
    by: given.line('by') ?? '',
    checkedBy: given.line('checked-by') ?? '',
  };
  const { planned, written } = await applyPhotoSetting(setting, patienceOf(given));
  return { exit: written ? 0 : 1, json: photoJson(planned, written), text: photoWords(planned, written) };
}

export function photoJson(planned: PlannedPhotos, written: boolean): unknown {
  const { people, findings, judged } = planned;
  return { written, people, findings: reportJson(findings), afterwards: reportJson(judged) };
}

export function photoWords({ people, findings, judged }: PlannedPhotos, written: boolean): string {
  const words = { new: '新放上', changed: '换了', removed: '去掉了' };
  const lines = people.map(({ name, change }) => `  ${name}：${words[change]}照片\n`).join('');
  const after = judged.length > 0 ? `这一届按全部规则检查：\n${reportText(judged)}` : '';
  return `${findings.length > 0 ? reportText(findings) : ''}${written ? `${lines}${after}已写入。\n` : '什么也没有写入。\n'}`;
}

export function focusOf(text: string | undefined): Focus | undefined {
  if (text === undefined || text === '') return undefined;
  const [, x, y] = /^(\d{1,3})[,，\s]+(\d{1,3})$/u.exec(text) ?? [];
  if (x === undefined || Number(x) > 100 || Number(y) > 100)
    throw new UsageError('--focus 要写脸的位置，离左边和上边百分之几，例如 --focus 50,35。');
  return { x: Number(x) / 100, y: Number(y) / 100 };
}

async function pictureAt(path: string, focus: Focus | undefined): Promise<NonNullable<LaidPhoto['picture']>> {
  const about = await stat(path).catch(() => undefined);
  if (!about?.isFile()) throw new UsageError(`找不到照片文件 ${photoLabel(basename(path))}。请核对路径。`);
  return about.size > MAX_PHOTO_BYTES ? tooLarge(about.size) : encodeFocused(await readFile(path), undefined, focus);
}
