import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#core/calendar/plain-date.ts';
import { fingerprint } from '#core/formats/digest.ts';
import { addressOf } from '#core/lifecycle/notices-of.ts';
import { calendarOf } from '#core/records/content.ts';
import { publicRecord } from '#core/records/public-record.ts';
import { publicityRules } from '#core/records/round.ts';
import { computeWindow } from '#core/window/publicity-window.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { chosenDossier } from '#pipeline/check/chosen-dossier.ts';
import { fileDigests, sealOf } from '#pipeline/check/seal.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOTICE, NOW, ROUND } from '#pipeline/commands/shared-options.ts';
import { chosenNotice, isUnapproved, noticeIdOf } from '#pipeline/content/chosen-notice.ts';
import { chosenRound, findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { settled } from '#pipeline/content/settled.ts';
import { thumbnail } from '#pipeline/intake/photos/photo-encode.ts';
import { asksForOne, chosenReview, ONE_OF } from './chosen-review.ts';
import { oneSheet } from './one-sheet.ts';
import { proof } from './proof.ts';
import { proofOfOne } from './proof-of-one.ts';
import type { ProofPicture } from './proof-person.ts';
import { sinceApproval } from './since-approval.ts';

const options = {
  ...ROUND,
  ...NOTICE,
  ...ONE_OF,
  out: { type: 'string', value: '文件', help: '写到哪个文件，以 .html 结尾；在浏览器里打开即可打印' },
  ...NOW,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run proof`. */
export const proofCommand = defineCommand({
  verb: 'proof',
  summary:
    '生成给领导签字的校样：名单、公示期、联系方式、全部文字和指纹，可以打印。写了 --act、--result、--further、--takedown 就只出那一份的校样，一页：公众看到的前后、理由、截止日、会变的网址。有错误时不生成。',
  options,
  examples: [
    'npm run proof -- --round weihai-craftsman/2024 --out 校样.html',
    'npm run proof -- --round weihai-craftsman/2024 --act 更正 --out 更正校样.html',
  ],
  run: writeProof,
});

async function writeProof(given: Asked, clock: () => Instant): Promise<Outcome> {
  const round = given.required('round');
  const out = given.required('out');
  if (!/\.html?$/i.test(out)) throw new UsageError('--out 要以 .html 结尾，例如 --out 校样.html。');
  const content = contentOf(given);
  const { sheet, outcome } = await settled(
    content,
    async () =>
      (await proofOfOneOf(given, content, round, out)) ??
      proofOf(content, round, { notice: given.text('notice'), out, now: given.instant('now') ?? clock() }),
  );
  if (sheet !== undefined) await replaceFile(out, sheet);
  return outcome;
}

/** Of one act, result or takedown, where the options name one. */
async function proofOfOneOf(
  given: Asked,
  content: string,
  round: string,
  out: string,
): Promise<{ sheet?: string; outcome: Outcome } | undefined> {
  if (!asksForOne(given)) return undefined;
  const checked = await checkContent(content);
  const dossier = chosenDossier(checked.readable, round);
  const one = chosenReview(given, dossier.folder);
  const found = findingsOfRound(checked.findings, round).filter(
    ({ level, code }) => level === 'error' && code !== 'review-differs',
  );
  if (!one || !checked.readable || found.length > 0) {
    return {
      outcome: {
        exit: 1,
        json: { written: false, round, findings: reportJson(found) },
        text: `${reportText(found)}还不能出校样：请先改正上面的错误。\n`,
      },
    };
  }
  const shown = proofOfOne(one, dossier);
  const { digest, title, addresses } = shown;
  const { of, id } = one;
  return {
    sheet: oneSheet(shown, checked.readable.site.data.address),
    outcome: {
      exit: 0,
      json: { written: true, round, file: out, of, id, digest, fingerprint: fingerprint(digest), addresses },
      text: [
        `校样已写到 ${out}：${title}，一页。用浏览器打开后打印，请批准人和复核人看过签字。`,
        `指纹 ${fingerprint(digest)}`,
        '',
      ].join('\n'),
    },
  };
}

/** The sheet, when there can be one, and what is said about it. */
async function proofOf(
  content: string,
  round: string,
  { notice, out, now }: { notice: string | undefined; out: string; now: Instant },
): Promise<{ sheet?: string; outcome: Outcome }> {
  const checked = await checkContent(content);
  const chosen = chosenNotice(chosenRound(checked.readable, round), notice, isUnapproved);
  const { programme, folder } = chosen;
  // That something differs from an earlier approval is said on the sheet itself.
  const found = findingsOfRound(checked.findings, round, noticeIdOf(folder)).filter(
    ({ code }) => !code.startsWith('approval-') && !code.startsWith('review-missing'),
  );
  const record = publicRecord(chosen);
  const rules = publicityRules(programme.data, folder.round.data);
  if (hasErrors(found) || !checked.readable || !record || !folder.roster || !folder.notice || !rules) {
    return {
      outcome: {
        exit: 1,
        json: { written: false, round, findings: reportJson(found) },
        text: `${reportText(found)}${round} 还不能出校样：${record ? '请先改正上面的错误' : '还没有名单或公示正文'}。\n`,
      },
    };
  }
  const { opensOn } = folder.round.data.publicity;
  const computed = computeWindow(
    { opensOn, ...rules },
    calendarOf(checked.readable, checked.readable.site.data.regionalCalendar),
  );
  if (!computed.ok) throw new Refusal(computed.refusal.code, computed.refusal.message);
  const { digest } = sealOf(record, await fileDigests(content, round, record.people));
  const sheet = proof({
    chosen,
    roster: folder.roster,
    notice: folder.notice,
    window: computed.window,
    digest,
    photos: await portraits(content, round, record.people),
    pictures: await stamps(content, round, record.people),
    address: new URL(`${addressOf(folder)}/`, checked.readable.site.data.address).href,
    open: found,
    since: sinceApproval(chosenDossier(checked.readable, round), now),
  });
  const outcome: Outcome = {
    exit: 0,
    json: {
      written: true,
      round,
      file: out,
      people: record.people.length,
      digest,
      fingerprint: fingerprint(digest),
      findings: reportJson(found),
    },
    text: [
      `校样已写到 ${out}：${record.people.length} 人。用浏览器打开后打印，请领导签字。`,
      `指纹 ${fingerprint(digest)}`,
      ...(found.length > 0
        ? [`还有 ${found.length} 条提醒没有处理，校样上标明是草稿（npm run check 会逐条列出）。`]
        : []),
      '',
    ].join('\n'),
  };
  return { sheet, outcome };
}

async function portraits(
  content: string,
  round: string,
  people: readonly { id: string; name: string }[],
): Promise<Map<string, string>> {
  const photos = new Map<string, string>();
  for (const { id, name } of people) {
    const jpeg = await readFile(join(content, roundDirectory(round), 'photos', `${id}.jpg`)).catch(() => undefined);
    if (!jpeg) continue;
    const small = await thumbnail(jpeg).catch(() => {
      throw new Refusal('photo-unreadable', `${name}的照片读不出来。请重新导入照片后再出校样。`);
    });
    photos.set(id, `data:image/jpeg;base64,${Buffer.from(small).toString('base64')}`);
  }
  return photos;
}

/** What a leader sees of the pictures beside a record: a film by its poster alone. */
async function stamps(
  content: string,
  round: string,
  people: readonly { id: string; name: string }[],
): Promise<Map<string, ProofPicture[]>> {
  const pictures = new Map<string, ProofPicture[]>();
  for (const { id, name } of people) {
    const folder = join(content, roundDirectory(round), 'media', id);
    for (const file of (await readdir(folder).catch(() => [])).filter((one) => one.endsWith('.jpg')).sort()) {
      const small = await thumbnail(await readFile(join(folder, file))).catch(() => {
        throw new Refusal('picture-unreadable', `${name}的图片 ${file} 读不出来。请另存为 JPEG，重新放进 media。`);
      });
      const data = `data:image/jpeg;base64,${Buffer.from(small).toString('base64')}`;
      pictures.set(id, [...(pictures.get(id) ?? []), { file, data }]);
    }
  }
  return pictures;
}
