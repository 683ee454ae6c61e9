import { chineseDate, plainDate } from '#core/calendar/plain-date.ts';
import type { Programme } from '#core/programme/programme.ts';
import { chineseSource } from '#core/records/source-title.ts';
import type { Answers } from '#pipeline/commands/ask.ts';
import { markdownFile } from '#pipeline/content/markdown-file.ts';
import type { NewFiles } from '#pipeline/content/new-files.ts';
import { channelsOf } from './contact-questions.ts';

/** The two files with which a round begins. What the programme states is not repeated; the list comes with `npm run import`. */
export function newRound(programme: Programme, answers: Answers): NewFiles {
  const one = (flag: string): string | undefined => answers[flag]?.[0];
  const stated = (flag: string): string => {
    const text = one(flag);
    if (text === undefined) throw new Error(`--${flag} is asked for wherever it is not given`);
    return text;
  };
  const opensOn = stated('opens');
  const closesOn = stated('closes');
  const length = one('length');
  const countsFrom = one('counts-from');
  const closingTime = one('closing-time');
  const openingTime = one('opening-time');
  const openTiers = one('open-tiers');
  const round = {
    edition: stated('label'),
    year: Number(one('year')),
    title: stated('title'),
    publicity: {
      opensOn,
      closesOn,
      ...(length !== undefined && { length: Number(length), unit: stated('unit') }),
      ...(countsFrom !== undefined && { countsFrom }),
      ...(closingTime !== undefined && { closingTime }),
      ...(openingTime !== undefined && { openingTime }),
    },
    outlets: (answers['outlet'] ?? []).map((name) => ({ name })),
    channels: channelsOf(answers),
    objection: { postmark: stated('postmark'), anonymous: stated('anonymous'), confidential: true },
    ...(answers['tier'] && answers['tier'].length > 0 && { tiers: answers['tier'].map(tierOf) }),
    ...(openTiers !== undefined && { openTiers: openTiersOf(openTiers) }),
    nominatingBodies: (answers['nominating-body'] ?? []).map(bodyOf),
    stages: [{ kind: 'publicity', opensOn, closesOn }],
  };
  const documentNumber = one('notice-document');
  const notice = {
    title: stated('notice-title'),
    ...(documentNumber !== undefined && { documentNumber }),
    issuers: answers['issuer'] ?? [],
    published: stated('published'),
  };
  return new Map([
    ['round.md', markdownFile(round, [])],
    ['notice.md', markdownFile(notice, noticeBody(programme, answers))],
  ]);
}

/** `craftsman=20`; of 差额 `craftsman=25,20`: how many are shown, and how many of them are honoured at most. */
export function tierOf(text: string): { key: string; count: number; atMost?: number } {
  const [key = '', counts = ''] = text.split('=');
  const [count, atMost] = counts.split(',').map(Number);
  return { key: key.trim(), count: Math.trunc(count ?? 0), ...(atMost !== undefined && { atMost }) };
}

/** `市评审委员会` or `市评审委员会=50`. */
export function openTiersOf(text: string): { by: string; atMost?: number } {
  const [by = '', atMost] = text.split('=').map((part) => part.trim());
  return { by, ...(atMost !== undefined && { atMost: Number(atMost) }) };
}

/** `环翠区总工会` or `环翠区总工会=county`. */
export function bodyOf(text: string): { name: string; kind?: string } {
  const [name = '', kind] = text.split('=').map((part) => part.trim());
  return { name, ...(kind !== undefined && { kind }) };
}

/** A beginning with the facts already known; what led to the list is for the office to write. */
function noticeBody({ title: programmeTitle, source, stages }: Programme, answers: Answers): string[] {
  const one = (flag: string): string => answers[flag]?.[0] ?? '';
  const before = stages
    .slice(
      0,
      stages.findIndex(({ kind }) => kind === 'publicity'),
    )
    .map(({ name }) => name);
  const passed = before.length > 0 ? `经${before.join('、')}，` : '';
  const signed =
    one('anonymous') === 'refused'
      ? '以个人名义反映的，须署真实姓名并留下联系方式，匿名反映不予受理'
      : '以个人名义反映的，提倡署真实姓名并留下联系方式';
  const postmark = one('postmark') === 'arrival' ? '来信以到达日邮戳为准' : '来信以寄出地邮戳日期为准';
  return [
    `根据${chineseSource(source)}，${passed}确定了${one('label')}${programmeTitle}候选人。现将名单予以公示，接受社会监督。`,
    '【名单】',
    '【公示时间】',
    `公示期间，对公示人选有异议的，可按下列方式反映。以单位名义反映的，请加盖单位公章；${signed}。${postmark}。反映情况应当实事求是。我们对反映人的信息和反映的内容严格保密。`,
    '【异议方式】',
    (answers['issuer'] ?? []).join('　'),
    chineseDate(plainDate(one('published'))),
  ];
}
