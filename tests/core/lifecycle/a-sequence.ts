import type { z } from 'zod';
import type { Act } from '#core/acts/act.ts';
import type { Candidate } from '#core/candidate/candidate.ts';
import type { Dossier, Entry, LaterFolder } from '#core/records/content.ts';
import { laterNoticeSchema } from '#core/records/notice.ts';
import { aNotice, aRoster, aSection, people } from '#tests/builders.ts';
import { there } from '#tests/there.ts';
import { aLife, FOLDER } from './a-life.ts';

type LaterInput = z.input<typeof laterNoticeSchema>;
type Given = Parameters<typeof aLife>[1] & { takenDown?: Parameters<typeof aLife>[2] };

/** Six people of a round; who of them is on which list a test says. */
export const six = people(6);

/** `later('final', six.slice(0, 2), { kind: 'candidates', … })`. */
export function later(
  id: string,
  listed: readonly Entry<Candidate>[],
  {
    title = `关于2024年度澄湖工匠的公示（${id}）`,
    ...given
  }: Partial<LaterInput> & Pick<LaterInput, 'kind' | 'published' | 'publicity'>,
): LaterFolder {
  const data = laterNoticeSchema.parse({ title, issuers: ['澄湖市总工会'], ...given } satisfies LaterInput);
  const sections = ['名单', '公示时间', '异议方式'].map((part, index) =>
    aSection({ text: `【${part}】`, parts: [part as '名单'], line: 12 + index }),
  );
  const file = `${FOLDER}/notices/${id}/notice.md`;
  const roster = { ...aRoster(listed), file: `${FOLDER}/notices/${id}/roster.json` };
  return { id, notice: { id: 'chenghu-craftsman/2024', file, data, lines: {}, sections }, roster, approval: undefined };
}

/**
 * 入围公示 of four, whose five working days are 11 to 14 (a make-up Saturday) and 18 September 2024, then 拟命名公示 of the first two,
 * published on 8 October: 9, 10, 11, 12 (a make-up Saturday) and 14 October. Worked out from the printed calendar of 2024.
 */
export const final = later('final', six.slice(0, 2), {
  kind: 'candidates',
  published: '2024-10-08',
  publicity: { opensOn: '2024-10-09', closesOn: '2024-10-14' },
});

/** One more, published on 11 October: 12, 14, 15, 16 and 17 October. */
export const added = later('added', six.slice(4, 5), {
  kind: 'supplementary',
  published: '2024-10-11',
  publicity: { opensOn: '2024-10-12', closesOn: '2024-10-17' },
});

/** The first two and the fourth anew, published on 10 October: 11, 12, 14, 15 and 16 October. */
export const again = later('again', [there(six[0]), there(six[3])], {
  kind: 're-publicity',
  published: '2024-10-10',
  publicity: { opensOn: '2024-10-11', closesOn: '2024-10-16' },
});

export function aSequence(notices: LaterFolder[], acts: readonly Entry<Act>[] = [], given: Given = {}): Dossier {
  const { takenDown = [], ...rest } = given;
  const shortlist = aNotice({ kind: 'shortlist', title: '关于2024年度澄湖工匠入围人选的公示' });
  const shown = six.slice(0, 4);
  const listed = new Set([shown, ...notices.map(({ roster }) => roster?.data.people ?? [])].flat().map(({ id }) => id));
  const life = aLife(
    acts,
    { notice: shortlist, roster: aRoster(shown), ...rest, people: six.filter(({ id }) => listed.has(id)) },
    takenDown,
  );
  return { ...life, folder: { ...life.folder, later: notices } };
}
