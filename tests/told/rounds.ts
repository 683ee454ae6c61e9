import { actFile, resultFile, type ToldRound } from './told-rounds.ts';

const ONE = (title: string, more = ''): string => `    - { key: "craftsman", name: "${title}", clause: "二"${more} }`;
const RESERVE = '    - { key: "reserve", name: "后备人选", title: false, clause: "二" }';

/** One person, one 集体, one 团队 and a unit under one title, as 湖北's notice of 2024 has them. */
const mixed: ToldRound = {
  id: 'mixed-award',
  title: '示例先锋',
  opensOn: '2026-12-07',
  closesOn: '2026-12-11',
  published: '2026-12-04',
  tiers: ONE('示例先锋'),
  quota: { count: 20, kind: 'at-most' },
  people: [
    { id: 'mx1', name: '卞颂安' },
    { id: 'mx2', name: '澄湖市东湾区税务局办税服务中心', employer: '澄湖市东湾区税务局', subject: 'collective' },
    { id: 'mx3', name: '仲跻海', employer: '示例瀛渤集装箱码头有限公司' },
    { id: 'mx4', name: '第3机组检修团队', employer: '澄湖发电有限公司', subject: 'team' },
    { id: 'mx5', name: '澄湖市自来水公司', employer: '澄湖市自来水公司', subject: 'unit' },
  ],
};

/** 差额公示: four for at most three. 山东 2022-05-07 「拟推荐对象（含差额）」. */
const margin: ToldRound = {
  id: 'margin-craftsman',
  title: '示例匠人',
  opensOn: '2026-12-07',
  closesOn: '2026-12-11',
  published: '2026-12-04',
  tiers: ONE('示例匠人', ', limit: { count: 3, kind: "at-most" }'),
  quota: { count: 3, kind: 'at-most' },
  round: 'tiers: [{ key: "craftsman", count: 4, atMost: 3 }]\n',
  people: [
    { id: 'mg1', name: '端木春生' },
    { id: 'mg2', name: '惠晓兰' },
    { id: 'mg3', name: '鞠晴岚' },
    { id: 'mg4', name: '薄立诚' },
  ],
};

/** Three and two reserves; one leaves of her own will, the first reserve moves up. */
const reserves: ToldRound = {
  id: 'reserve-craftsman',
  title: '示例劳模',
  tiers: `${ONE('示例劳模', ', limit: { count: 3, kind: "exactly" }')}\n${RESERVE}`,
  quota: { count: 3, kind: 'exactly' },
  people: [
    { id: 'rs1', name: '丛砺海', tier: 'craftsman' },
    { id: 'rs2', name: '毕澄', tier: 'craftsman' },
    { id: 'rs3', name: '宫怀瑜', tier: 'craftsman' },
    { id: 'rs4', name: '车令仪', tier: 'reserve' },
    { id: 'rs5', name: '矫云帆', tier: 'reserve' },
  ],
  files: Object.fromEntries([
    actFile('withdraw-candidate', '2026-11-26', 'own-wish', 'person: "rs2"\n'),
    ['result.md', resultFile('conferred: [{ tier: "craftsman", people: ["rs1", "rs3", "rs4"] }]\n')],
  ]),
};

/** One left out without a word, one put off, one put off and named by a further result. */
const decided: ToldRound = {
  id: 'decided-craftsman',
  title: '示例名匠',
  tiers: ONE('示例名匠'),
  quota: { count: 20, kind: 'at-most' },
  people: [
    { id: 'dc1', name: '苗予安' },
    { id: 'dc2', name: '柏青禾' },
    { id: 'dc3', name: '谷雨桥' },
    { id: 'dc4', name: '阚明舟' },
  ],
  files: Object.fromEntries([
    actFile('deferral', '2026-11-30', 'objection-examined', 'people: ["dc3", "dc4"]\n'),
    [
      'result.md',
      resultFile('conferred: [{ tier: "craftsman", people: ["dc1"] }]\nnotConferred: [{ person: "dc2" }]\n'),
    ],
    actFile('lift-deferral', '2026-12-03', 'examination-finished', 'people: ["dc4"]\n'),
    [
      'result-2.md',
      resultFile('conferred: [{ tier: "craftsman", people: ["dc4"] }]\n', '2026-12-04', '关于补充公布示例名匠的通知'),
    ],
  ]),
};

/** Tiers settled by the jury: two titles, three people of whom nobody states one. */
const open: ToldRound = {
  id: 'open-craftsman',
  title: '示例巧匠',
  opensOn: '2026-12-07',
  closesOn: '2026-12-11',
  published: '2026-12-04',
  tiers: [
    '    - { key: "ten", name: "示例十大巧匠", limit: { count: 1, kind: "exactly" }, clause: "四" }',
    ONE('示例巧匠', ', limit: { count: 2, kind: "exactly" }'),
  ].join('\n'),
  quota: { count: 3, kind: 'exactly' },
  round: 'openTiers: { by: "评议组评议" }\n',
  people: [
    { id: 'op1', name: '邢砚秋' },
    { id: 'op2', name: '巩一帆' },
    { id: 'op3', name: '臧嘉树' },
  ],
};

export const ROUNDS = [mixed, margin, reserves, decided, open];
