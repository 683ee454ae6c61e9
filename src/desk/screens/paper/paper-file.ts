import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { html } from '#core/formats/html.ts';
import { chosenRoundOf } from '#desk/frame/round-choice.ts';
import type { FileReply, PageReply, Screen, Visit } from '#desk/frame/screen.ts';
import { madePapers, paperFolder } from './made-papers.ts';

/** One file that was made for a round, or all of them in a ZIP. What is asked for is looked up among those that are there. */
export const paperFileScreen: Screen = { path: '/paper/file', title: '纸面文件', show };

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};
/** The same files give the same bytes, told in the machine's own zone, as ZIP does. */
const EPOCH = new Date(1980, 0, 1);

async function show(visit: Visit): Promise<FileReply | PageReply> {
  const chosen = await chosenRoundOf(visit);
  const made = chosen === undefined ? [] : await madePapers(visit.desk, chosen.id);
  const asked = visit.query.get('file') ?? '';
  if (chosen === undefined || made.length === 0 || (asked !== '' && !made.some(({ path }) => path === asked))) {
    return {
      kind: 'page',
      status: 404,
      body: html`<p>没有这个文件，可能已经重新做过。<a href="/paper">回到纸面</a></p>`,
    };
  }
  const folder = paperFolder(visit.desk, chosen.id);
  if (asked === '') {
    const entries: Zippable = {};
    for (const { path } of made) entries[path] = await readFile(join(folder, path));
    const name = `${chosen.dossier.folder.round.data.title}纸面.zip`;
    return { kind: 'file', type: 'application/zip', bytes: zipSync(entries, { level: 6, mtime: EPOCH }), name };
  }
  const type = TYPES[extname(asked)] ?? 'application/octet-stream';
  const isSaved = visit.query.get('save') !== null || extname(asked) !== '.pdf';
  const bytes = await readFile(join(folder, asked));
  return { kind: 'file', type, bytes, ...(isSaved && { name: basename(asked) }) };
}
