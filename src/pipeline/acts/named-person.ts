import { formerNames } from '#core/lifecycle/name-changes.ts';
import type { RoundFolder } from '#core/records/content.ts';
import { isSameName } from '#core/text/person-name.ts';
import { Refusal } from '#pipeline/commands/command-line.ts';

/**
 * The id of whom a clerk names, by id, by name or by a former name. What fits nobody comes back as it is: whoever asked says what is
 * wrong with it. Refuses a name that several people have, with each of them.
 */
export function namedPerson(folders: readonly RoundFolder[], stated: string): string {
  const text = stated.trim();
  const isId = folders.some(
    ({ people, roster, takenDown }) =>
      people.some(({ id }) => id === text) ||
      takenDown.some(({ id }) => id === text) ||
      roster?.data.people.some(({ id }) => id === text),
  );
  if (isId) return text;
  const found = folders.flatMap((folder) =>
    folder.people
      .filter(
        ({ id, data }) =>
          isSameName(data.name, text) || formerNames(folder, id).some(({ name }) => isSameName(name, text)),
      )
      .map(({ id, data }) => ({ id, name: data.name, employer: data.employer, round: folder.id })),
  );
  const [only, ...more] = found;
  if (!only) return text;
  if (more.length === 0) return only.id;
  const all = found.map(({ id, name, employer, round }) => `${id}（${name}，${employer}，${round}）`).join('、');
  throw new Refusal('person-several', `叫“${text}”的有 ${found.length} 人：${all}。请写编号。`);
}
