import { createHash } from 'node:crypto';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import { lineSchema } from '#core/formats/words.ts';
import { findPrivate } from '#core/privacy/private-text.ts';
import type { KnownPerson } from '#core/roster/match.ts';
import { isRefusal } from '#core/roster/photo-consent.ts';
import { isSameName } from '#core/text/person-name.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';
import { hasErrors } from '#pipeline/commands/report.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { roundDirectory } from '#pipeline/content/chosen-round.ts';
import { writing } from '#pipeline/content/writing.ts';
import { readKnownRound } from '#pipeline/intake/known-round.ts';
import { rewrittenPerson } from '#pipeline/intake/rewritten-person.ts';
import { type Coming, triedOut } from '#pipeline/intake/tried-out.ts';
import type { EncodedPhoto, PhotoFault } from './photo-encode.ts';

/** A picture somebody has laid upon a person, or the one that is there and goes. */
export interface LaidPhoto {
  person: string;
  /** As a message may name it. */
  label: string;
  /** Absent: the photo goes. */
  picture?: EncodedPhoto | PhotoFault;
}

export interface PhotoSetting {
  content: string;
  round: string;
  photos: readonly LaidPhoto[];
  /** For all of them. */
  credit: string;
  consent: string;
  /** Who laid them, and who compared every face with its name: two people. */
  by: string;
  checkedBy: string;
}

export interface PlannedPhotos {
  changes: Coming;
  /** People whose photo changes, in the order of the list. */
  people: { id: string; name: string; change: 'new' | 'changed' | 'removed' }[];
  findings: Finding[];
  judged: Finding[];
}

/** Judges every picture, and says what would change; writes nothing. A picture that will not do leaves what is there. */
async function planPhotoSetting(setting: PhotoSetting): Promise<PlannedPhotos> {
  const { content, round } = setting;
  checkWords(setting);
  const known = await readKnownRound(content, round);
  const own = `${roundDirectory(round)}/`;
  const changes = new Map<string, string | Uint8Array | undefined>();
  const findings: Finding[] = [];
  const people: PlannedPhotos['people'] = [];
  const owners = new Map<string, string>();
  for (const person of known.people) {
    const laid = setting.photos.filter((one) => one.person === person.id);
    const [photo, ...more] = laid;
    if (!photo) continue;
    const where = { file: `${own}candidates/${person.id}.md`, person: person.name };
    if (more.length > 0) {
      findings.push(finding('photo-twice', where, { files: laid.map(({ label }) => label).join('、') }));
      continue;
    }
    if (photo.picture && !('jpeg' in photo.picture)) {
      findings.push(finding(photo.picture.code, { file: photo.label, person: person.name }, photo.picture.args));
      continue;
    }
    if (photo.picture && !isPerson(person.record.candidate)) {
      findings.push(finding('import-not-of-collective', where, { subject: '集体', what: '照片' }));
      continue;
    }
    const jpeg = photo.picture?.jpeg;
    const digest = jpeg && createHash('sha256').update(jpeg).digest('hex');
    const other = digest === undefined ? undefined : owners.get(digest);
    if (other !== undefined) {
      findings.push(finding('photo-shared', where, { names: `${other}、${person.name}` }));
      continue;
    }
    if (digest !== undefined) owners.set(digest, person.name);
    const had = person.record.candidate.photo !== undefined;
    if (!jpeg && !had) continue;
    const { text, findings: lost } = written(person, known.texts.get(person.id) ?? '', where.file, jpeg && setting);
    findings.push(...lost);
    changes.set(where.file, text);
    changes.set(`${own}photos/${person.id}.jpg`, jpeg);
    people.push({ id: person.id, name: person.name, change: jpeg ? (had ? 'changed' : 'new') : 'removed' });
  }
  const strangers = setting.photos.filter(({ person }) => !known.people.some(({ id }) => id === person));
  const [stranger] = strangers;
  if (stranger)
    throw new Refusal('person-unknown', `${round} 的名单里没有编号 ${stranger.person} 的人。请看过现在的名单再选。`);
  if (known.approved && changes.size > 0)
    findings.push(finding('import-change-after-approval', { file: 'approval.json' }));
  if (hasErrors(findings)) return { changes: new Map(), people: [], findings, judged: [] };
  const tried = await triedOut(content, round, changes);
  return { changes, people, findings: [...findings, ...tried.refused], judged: tried.judged };
}

/** Puts in place what `planPhotoSetting` says, unless something stands in the way. */
export function applyPhotoSetting(
  setting: PhotoSetting,
  patience?: number,
): Promise<{ planned: PlannedPhotos; written: boolean }> {
  const { content, round } = setting;
  return writing(content, { verb: 'photo', patience }, async (held) => {
    const planned = await planPhotoSetting(setting);
    const written = !hasErrors(planned.findings) && planned.changes.size > 0;
    if (written) await changeFiles(held, planned.changes, `${roundDirectory(round)}/`);
    return { planned, written };
  });
}

function written(
  { record }: KnownPerson,
  file: string,
  path: string,
  words: Pick<PhotoSetting, 'credit' | 'consent'> | undefined,
): ReturnType<typeof rewrittenPerson> {
  const candidate = { ...record.candidate };
  delete candidate.photo;
  if (words) candidate.photo = { credit: words.credit, consent: words.consent };
  return rewrittenPerson(file, path, record, { ...record, candidate });
}

function checkWords({ photos, credit, consent, by, checkedBy }: PhotoSetting): void {
  const refuse = (sentence: string): never => {
    throw new Refusal('photo-words', sentence);
  };
  const comes = photos.some(({ picture }) => picture);
  const words = { 署名: credit, 同意方式: consent };
  for (const [what, text] of Object.entries(comes ? words : {})) {
    if (!lineSchema.safeParse(text).success) refuse(`请写明照片的${what}，一行文字，最长 400 字。`);
    const kinds = findPrivate(text);
    if (kinds.length > 0) refuse(`照片的${what}里好像有${kinds.join('、')}。这段文字会公开，请删去号码后重写。`);
  }
  if (comes && isRefusal(consent)) refuse('同意方式写着不同意或撤回，照片没有采用。');
  if (by.trim() === '') refuse('请写明经办人（谁给照片选了人）。');
  if (checkedBy.trim() === '') refuse('请由第二个人逐张核对照片和姓名，写上核对人的姓名。');
  if (isSameName(by, checkedBy)) refuse('核对人要是另一个人：给照片选人的，不能自己核对。');
}
