import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Roster } from '#core/records/roster.ts';
import { ROOT } from '#pipeline/commands/root.ts';
import { there } from '#tests/there.ts';

/**
 * The five programmes, each with one round that goes the way its document describes, all in one folder. Everybody is invented: the people
 * of the samples, and for the shortlists others after their pattern. 3 to 7 and 17 to 21 August, 19 to 23 October and 2 to 6 November 2026
 * are Monday to Friday without a day off, so that five days end alike either way of counting.
 */
export const ROUNDS = {
  gangcheng: 'gangcheng-craftsman/2019',
  weihai: 'weihai-craftsman/2023',
  jiaozuo: 'jiaozuo-craftsman/2018',
  chief: 'weihai-chief-technician/2024',
  baotou: 'baotou-craftsman/2023',
} as const;

const SHORTLISTED = { published: '2026-08-03', opensOn: '2026-08-03', closesOn: '2026-08-07' };
export const FINAL = { published: '2026-10-19', opensOn: '2026-10-19', closesOn: '2026-10-23' };

export const folderOf = (round: string): string => `programmes/${round.replace('/', '/rounds/')}`;

/** Surnames and given names that nobody of the samples has. */
const MORE = ['仉启航', '逄若溪', '亓云川', '眭景明', '郏晚晴', '邬海岳', '宓长风', '娄知远', '暴雨田', '益山河'];

export async function fiveSequences(): Promise<string> {
  const content = join(await mkdtemp(join(tmpdir(), 'jiangbang-five-')), 'content');
  await cp(join(ROOT, 'content'), content, { recursive: true });
  await rm(join(content, folderOf('weihai-chief-technician/2026')), { recursive: true });
  await rm(join(content, 'published.json'), { force: true });
  for (const round of Object.values(ROUNDS)) {
    const folder = join(content, folderOf(round));
    for (const file of ['acts', 'approval.json', 'reviews.json', 'result.md', 'imported.json']) {
      await rm(join(folder, file), { recursive: true, force: true });
    }
    const first = round === ROUNDS.chief ? FINAL : SHORTLISTED;
    await edit(join(folder, 'round.md'), (text) =>
      text
        .replace(/^( {2}opensOn: )"[^"]*"/m, `$1"${first.opensOn}"`)
        .replace(/^( {2}closesOn: )"[^"]*"/m, `$1"${first.closesOn}"`)
        .replace(/^stages:\n(?: .*\n)*/m, '')
        .replace(/^vote:\n(?: .*\n)*/m, '')
        .replace(/^accepted:\n(?: .*\n)*/m, ''),
    );
    await edit(join(folder, 'notice.md'), (text) => signed(text, first.published));
    await edit(join(folder, 'notice.md'), (text) =>
      round === ROUNDS.chief
        ? text.replace(/^published: "[^"]*"/m, `published: "${first.published}"`)
        : text
            .replace(/^title: ".*"/m, `title: "${SHORTLIST_TITLES[round]}"\nkind: "shortlist"`)
            .replace(/^published: "[^"]*"/m, `published: "${first.published}"`),
    );
  }
  // How many receive 入围奖 follows from how many go no further.
  await edit(join(content, folderOf(ROUNDS.jiaozuo), 'round.md'), (text) => text.replace(/^tiers:\n(?: .*\n)*/m, ''));
  await untiered(content);
  await joined(content, ROUNDS.baotou, 10);
  await joined(content, ROUNDS.weihai, 5);
  // 《包头职工e家》 shows the shortlisted for the vote of five days.
  await edit(join(content, folderOf(ROUNDS.baotou), 'round.md'), (text) =>
    text.replace(
      /\n---\n/,
      '\nvote:\n  opensOn: "2026-08-03"\n  closesOn: "2026-08-07"\n  text: "在“包头职工e家”微信公众号网络点赞（投票），时间为5天。"\n---\n',
    ),
  );
  return content;
}

/** The day under a text is the day on which it is published. */
function signed(text: string, day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return text.replace(/^\d{4}年\d{1,2}月\d{1,2}日$/m, `${year}年${month}月${date}日`);
}

const SHORTLIST_TITLES: Record<string, string> = {
  [ROUNDS.gangcheng]: '关于2019年“身边的港城工匠”入围对象的公示',
  [ROUNDS.weihai]: '关于2023年威海工匠网络投票入围人选的公示',
  [ROUNDS.jiaozuo]: '关于首批焦作工匠入围人选的公示',
  [ROUNDS.baotou]: '关于2023年“包头工匠”入围人选的公示',
};

/** Whether somebody is one of the ten is settled by the jury, long after the shortlist; who receives 入围奖, by the result. */
async function untiered(content: string): Promise<void> {
  for (const round of [ROUNDS.gangcheng, ROUNDS.jiaozuo]) {
    const folder = join(content, folderOf(round), 'candidates');
    for (const file of await readdir(folder)) {
      await edit(join(folder, file), (text) => text.replace(/^tier: ".*"\n/m, ''));
    }
  }
}

/** More people on a shortlist, each after the pattern of one who is there, with a name and an id of their own. */
async function joined(content: string, round: string, count: number): Promise<void> {
  const folder = join(content, folderOf(round));
  const file = join(folder, 'roster.json');
  const roster = JSON.parse(await readFile(file, 'utf8')) as Roster;
  for (const [index, name] of MORE.slice(0, count).entries()) {
    const like = there(roster.people[index]);
    const id = `${round.slice(0, 2)}mre${'bcdfghjkmn'[index]}9`;
    const text = await readFile(join(folder, 'candidates', `${like.id}.md`), 'utf8');
    const own = text
      .replaceAll(like.name, name)
      .replace(/^pinyin: .*\n/m, '')
      .replace(/^photo:\n(?: .*\n)*/m, '')
      .replace(/^route: ".*"/m, 'route: "selfNomination"')
      .replace(/^nominatingBody: ".*"/m, 'nominatingBody: "个人自荐"');
    await writeFile(join(folder, 'candidates', `${id}.md`), own);
    roster.people.push({ id, name, employer: like.employer });
  }
  await writeFile(file, `${JSON.stringify(roster, null, 2)}\n`);
  await edit(join(folder, 'round.md'), (text) =>
    text.includes('"个人自荐"')
      ? text
      : text.replace(/^nominatingBodies:\n/m, 'nominatingBodies:\n  - { name: "个人自荐" }\n'),
  );
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}
