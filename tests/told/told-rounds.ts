import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '#pipeline/commands/root.ts';

/**
 * A content folder with rounds as real notices tell them, one programme each; people, employers and offices are invented. Every window runs
 * from Monday 23 to Friday 27 November 2026 but where a round says otherwise; no holiday is near.
 */
interface ToldPerson {
  id: string;
  name: string;
  employer?: string;
  tier?: string;
  subject?: string;
}

export interface ToldRound {
  /** The programme's id; its round is 2026. */
  id: string;
  title: string;
  noticeTitle?: string;
  people: readonly ToldPerson[];
  /** YAML of `rules.tiers` and `rules.quota`. */
  tiers: string;
  quota: { count: number; kind: string };
  /** More lines of `round.md`. */
  round?: string;
  opensOn?: string;
  closesOn?: string;
  published?: string;
  /** Files below the round's folder: `result.md`, `acts/…`. */
  files?: Readonly<Record<string, string>>;
}

export async function toldContent(rounds: readonly ToldRound[]): Promise<string> {
  const content = join(await mkdtemp(join(tmpdir(), 'jiangbang-told-')), 'content');
  await mkdir(content, { recursive: true });
  await cp(join(ROOT, 'content/calendar'), join(content, 'calendar'), { recursive: true });
  await put(content, 'site.json', SITE);
  for (const round of rounds) for (const [file, text] of filesOf(round)) await put(content, file, text);
  return content;
}

async function put(content: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(content, file)), { recursive: true });
  await writeFile(join(content, file), text);
}

function filesOf(told: ToldRound): [string, string][] {
  const { id, people, files = {} } = told;
  const folder = `programmes/${id}/rounds/2026`;
  const listed = people.map((one) => ({ id: one.id, name: one.name, employer: one.employer ?? EMPLOYER }));
  return [
    [`programmes/${id}/programme.md`, programmeOf(told)],
    [`${folder}/round.md`, roundOf(told)],
    [`${folder}/notice.md`, noticeOf(told)],
    [`${folder}/roster.json`, JSON.stringify({ orderedBy: '排名不分先后', people: listed })],
    ...people.map((one): [string, string] => [`${folder}/candidates/${one.id}.md`, personOf(one)]),
    ...Object.entries(files).map(([file, text]): [string, string] => [`${folder}/${file}`, text]),
  ];
}

const EMPLOYER = '示例朐阳机械有限公司';

const SITE = JSON.stringify({
  name: '示例工匠公示',
  description: '工匠选树的公示与结果。',
  organiser: '示例市总工会',
  address: 'https://gongshi.example.org/',
  channels: [{ kind: 'email', name: '市总工会经济部', address: 'office@example.org' }],
});

function personOf({ name, employer = EMPLOYER, tier, subject }: ToldPerson): string {
  return [
    '---',
    `name: ${JSON.stringify(name)}`,
    `employer: ${JSON.stringify(employer)}`,
    ...(subject === undefined ? ['trade: "焊工"'] : []),
    ...(tier === undefined ? [] : [`tier: ${JSON.stringify(tier)}`]),
    ...(subject === undefined ? [] : [`subject: ${JSON.stringify(subject)}`]),
    'route: "unionNomination"',
    'nominatingBody: "甲区总工会"',
    'summary: "多年在一线，改进工艺两项，推广到本市七家企业。"',
    '---',
    '',
  ].join('\n');
}

function programmeOf({ title, tiers, quota }: ToldRound): string {
  return `---
name: "${title}"
title: "${title}"
region: "山东省示例市"
organisers: ["示例市总工会"]
conferringAuthority: ["示例市总工会"]
source:
  title: "关于开展${title}选树的通知"
  issuers: ["示例市总工会"]
  date: "2026-01-15"
stages:
  - { kind: "publicity", name: "公示", text: "在市级媒体公示。", clause: "三" }
rules:
  publicity: { stated: true, length: 5, unit: "working", clause: "三" }
  outlets: { text: "在市级媒体公示。", clause: "三" }
  quota: { count: ${quota.count}, kind: "${quota.kind}", clause: "二" }
  tiers:
${tiers}
  routes: { allowed: [{ route: "unionNomination", name: "工会推荐" }], clause: "一" }
  objection: { text: "通知没有规定。", clause: "三" }
  conferral: { text: "市总工会发文命名。", clause: "四" }
---

${title}选树由示例市总工会组织。
`;
}

function roundOf({ title, round = '', opensOn = '2026-11-23', closesOn = '2026-11-27' }: ToldRound): string {
  return `---
edition: "2026年度"
year: 2026
title: "2026年度${title}选树"
publicity: { opensOn: "${opensOn}", closesOn: "${closesOn}" }
outlets: [{ name: "《示例日报》" }]
channels:
  - { kind: "phone", name: "市总工会经济部", areaCode: "0631", number: "0000000" }
  - { kind: "email", name: "市总工会经济部", address: "office@example.org" }
objection: { postmark: "arrival", anonymous: "refused" }
nominatingBodies: [{ name: "甲区总工会" }]
${round}---
`;
}

function noticeOf({ title, noticeTitle, published = '2026-11-20' }: ToldRound): string {
  return `---
title: "${noticeTitle ?? `关于2026年度${title}候选人的公示`}"
issuers: ["示例市总工会"]
published: "${published}"
---

现将名单予以公示，接受社会监督。

【名单】

【公示时间】

公示期间，对公示人选有异议的，可按下列方式反映。

【异议方式】
`;
}

/** `result.md`, or `result-2.md`, of 1 December 2026 unless another day is given. */
export function resultFile(body: string, day = '2026-12-01', title = '关于公布名单的通知'): string {
  return `---
title: "${title}"
documentNumber: "示工发〔2026〕9号"
issuers: ["示例市总工会"]
conferredOn: "${day}"
published: "${day}"
${body}---

现予公布。
`;
}

/** `acts/<day>-<kind>.md`, public at ten in the morning. */
export function actFile(kind: string, day: string, reasonCode: string, own: string): [string, string] {
  const text = `---
kind: "${kind}"
date: "${day}"
publishedTime: "10:00"
reasonCode: "${reasonCode}"
reason: "经研究决定。"
${own}---
`;
  return [`acts/${day}-${kind}.md`, text];
}
