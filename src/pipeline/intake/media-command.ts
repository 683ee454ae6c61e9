import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { type Outcome, Refusal } from '#pipeline/commands/command-line.ts';
import { defineCommand, type Given, type Options } from '#pipeline/commands/define-command.ts';
import { reportJson, reportText } from '#pipeline/commands/report.ts';
import { CONTENT, contentOf, WAIT } from '#pipeline/commands/shared-options.ts';
import { changeFiles } from '#pipeline/content/change-files.ts';
import { readTree } from '#pipeline/content/content-tree.ts';
import { placeInLayout } from '#pipeline/content/layout.ts';
import { patienceOf, writing } from '#pipeline/content/writing.ts';
import { lookAtFile } from '#pipeline/gate/views/look-at-file.ts';
import { encodePhoto } from './photos/photo-encode.ts';

const options = {
  'check-only': { type: 'boolean', help: '只列出要处理的图片，不改动' },
  ...WAIT,
  ...CONTENT,
} as const satisfies Options;

type Asked = Given<typeof options>;

/** The widest version that a page gives away is 1600: a work that opens. */
const LONG_EDGE = 2400;

/** `npm run media`. */
export const mediaCommand = defineCommand({
  verb: 'media',
  summary: '把放进 media 的图片转正、缩到 2400 像素以内，清除拍摄地点、时间和设备等附加信息。本来就合适的不动。',
  options,
  examples: ['npm run media', 'npm run media -- --content 我的内容 --check-only'],
  run: cleanMedia,
});

function cleanMedia(given: Asked): Promise<Outcome> {
  const content = contentOf(given);
  const checkOnly = given.flag('check-only');
  return writing(content, { verb: 'media', patience: patienceOf(given) }, async (held) => {
    const tree = await readTree(content);
    if (!tree) throw new Refusal('content-missing', `找不到内容目录 ${content}。请核对 --content。`);
    const paths = tree.flatMap(({ path, kind }) =>
      kind === 'file' && path.endsWith('.jpg') && placeInLayout(path)?.kind === 'media' ? [path] : [],
    );
    const changes = new Map<string, Uint8Array>();
    const findings: Finding[] = [];
    for (const path of paths) {
      const bytes = await readFile(join(content, path));
      if (await isFit(bytes)) continue;
      const made = await encodePhoto(bytes, undefined, LONG_EDGE);
      if ('jpeg' in made) changes.set(path, made.jpeg);
      else findings.push(finding(made.code, { file: path }, made.args));
    }
    const done = [...changes.keys()];
    if (done.length > 0 && !checkOnly) await changeFiles(held, changes);
    const what = checkOnly ? '要处理' : '已处理';
    return {
      exit: findings.length > 0 ? 1 : 0,
      json: { written: !checkOnly, pictures: paths.length, changed: done, findings: reportJson(findings) },
      text: [
        findings.length > 0 ? reportText(findings).trimEnd() : '',
        ...done.map((path) => `${what} ${path}`),
        `media 里有 ${paths.length} 张图片，${what} ${done.length} 张，本来就合适 ${paths.length - done.length - findings.length} 张。`,
        done.length > 0 && !checkOnly ? '已经批准过的，图片变了，要经批准机关同意后重新批准（--again）。' : '',
        '',
      ]
        .filter((line, index, all) => line !== '' || index === all.length - 1)
        .join('\n'),
    };
  });
}

/** Small enough, upright as it lies, and nothing in it but the picture. */
async function isFit(bytes: Uint8Array): Promise<boolean> {
  const { default: sharp } = await import('sharp');
  const header = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  if (!header || Math.max(header.width, header.height) > LONG_EDGE) return false;
  return lookAtFile('picture.jpg', bytes).faults.length === 0;
}
