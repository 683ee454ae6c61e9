import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '#core/formats/digest.ts';
import { addressOf } from '#core/lifecycle/notices-of.ts';
import { calendarOf } from '#core/records/content.ts';
import { publicRecord } from '#core/records/public-record.ts';
import { publicityRules } from '#core/records/round.ts';
import { computeWindow } from '#core/window/publicity-window.ts';
import { checkContent } from '#pipeline/check/check-content.ts';
import { photoDigests, sealOf } from '#pipeline/check/seal.ts';
import { type Outcome, Refusal, UsageError } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { hasErrors, reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, NOTICE, ROUND } from '#pipeline/commands/shared-options.ts';
import { chosenNotice, isUnapproved, noticeIdOf } from '#pipeline/content/chosen-notice.ts';
import { chosenRound, findingsOfRound, roundDirectory } from '#pipeline/content/chosen-round.ts';
import { replaceFile } from '#pipeline/content/replace-file.ts';
import { settled } from '#pipeline/content/settled.ts';
import { thumbnail } from '#pipeline/intake/photos/photo-encode.ts';
import { proof } from './proof.ts';

const options = {
  ...ROUND,
  ...NOTICE,
  out: { type: 'string', value: '文件', help: '写到哪个文件，以 .html 结尾；在浏览器里打开即可打印' },
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** `npm run proof`. */
export const proofCommand = defineCommand({
  verb: 'proof',
  summary: '生成给领导签字的校样：名单、公示期、联系方式、全部文字和指纹，可以打印。有错误时不生成。',
  options,
  examples: ['npm run proof -- --round weihai-craftsman/2024 --out 校样.html'],
  run: writeProof,
});

async function writeProof(given: Asked): Promise<Outcome> {
  const round = given.required('round');
  const out = given.required('out');
  if (!/\.html?$/i.test(out)) throw new UsageError('--out 要以 .html 结尾，例如 --out 校样.html。');
  const content = contentOf(given);
  const { sheet, outcome } = await settled(content, () => proofOf(content, round, given.text('notice'), out));
  if (sheet !== undefined) await replaceFile(out, sheet);
  return outcome;
}

/** The sheet, when there can be one, and what is said about it. */
async function proofOf(
  content: string,
  round: string,
  notice: string | undefined,
  out: string,
): Promise<{ sheet?: string; outcome: Outcome }> {
  const checked = await checkContent(content);
  const chosen = chosenNotice(chosenRound(checked.readable, round), notice, isUnapproved);
  const { programme, folder } = chosen;
  // That something differs from an earlier approval is said on the sheet itself.
  const found = findingsOfRound(checked.findings, round, noticeIdOf(folder)).filter(
    ({ code }) => !code.startsWith('approval-'),
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
  const { digest } = sealOf(record, await photoDigests(content, round, record.people));
  const sheet = proof({
    chosen,
    roster: folder.roster,
    notice: folder.notice,
    window: computed.window,
    digest,
    photos: await portraits(content, round, record.people),
    address: new URL(`${addressOf(folder)}/`, checked.readable.site.data.address).href,
    open: found,
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
