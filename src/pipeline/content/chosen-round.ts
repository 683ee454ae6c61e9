import type { Finding } from '#core/catalogue/finding.ts';
import type { Content, Dossier, ProgrammeFolder } from '#core/records/content.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';

export type ChosenRound = Pick<Dossier, 'programme' | 'folder'> & { forms?: ProgrammeFolder['forms'] };

/** The round that `--round` names, `weihai-craftsman/2024`; refuses with the rounds there are. */
export function chosenRound(content: Content | undefined, id: string): ChosenRound {
  const all = (content?.programmes ?? []).flatMap(({ programme, forms, rounds }) =>
    rounds.map((folder) => ({ programme, folder, forms })),
  );
  const found = all.find(({ folder }) => folder.id === id);
  if (!found) throw unknownRound(content, id);
  return found;
}

/** Names the rounds there are. */
export function unknownRound(content: Content | undefined, id: string): Refusal {
  const known = (content?.programmes ?? []).flatMap(({ rounds }) => rounds.map((folder) => folder.id)).join('、');
  return new Refusal(
    'round-unknown',
    `内容目录里没有（或读不出）“${id}”这一届。${known === '' ? '现在一届也没有，请先运行 npm run new-round。' : `现有：${known}。请核对 --round。`}`,
  );
}

/** Where a round's files lie below the content folder. */
export function roundDirectory(id: string): string {
  return `programmes/${id.replace('/', '/rounds/')}`;
}

/** What stands in the way of a round: anything in its own folder, and errors in what it rests on. */
export function findingsOfRound(findings: readonly Finding[], id: string, notice?: string): Finding[] {
  const other = notice === undefined ? undefined : `${roundDirectory(id)}/notices/`;
  if (other !== undefined) {
    // What is open in another notice of the round does not stand in the way of this one.
    const mine = findings.filter(
      ({ where }) => !where.file.startsWith(other) || where.file.startsWith(`${other}${notice}/`),
    );
    return findingsOfRound(mine, id);
  }
  const own = `${roundDirectory(id)}/`;
  const [programme] = id.split('/');
  const ground = ['site.json', 'calendar/', `programmes/${programme}/programme.md`];
  return findings.filter(
    ({ level, where }) =>
      where.file.startsWith(own) || (level === 'error' && ground.some((file) => where.file.startsWith(file))),
  );
}
