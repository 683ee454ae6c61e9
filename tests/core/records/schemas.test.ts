import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import { actSchema } from '#core/acts/act.ts';
import { candidateSchema } from '#core/candidate/candidate.ts';
import { lineSchema, webAddressSchema } from '#core/formats/words.ts';
import { programmeSchema } from '#core/programme/programme.ts';
import { approvalFileSchema } from '#core/records/approval.ts';
import { noticeSchema } from '#core/records/notice.ts';
import { publishedSchema } from '#core/records/published-addresses.ts';
import { resultSchema } from '#core/records/result.ts';
import { rosterSchema } from '#core/records/roster.ts';
import { roundSchema } from '#core/records/round.ts';
import { siteSettingsSchema } from '#core/records/site-settings.ts';
import { takenDownSchema } from '#core/records/taken-down.ts';
import { there } from '#tests/there.ts';

type Json = string | number | boolean | Json[] | { [key: string]: Json };
interface Case {
  schema: z.ZodType;
  /** A record with every field there is. */
  full: { [key: string]: Json };
  /** What may be left out; in a list the first entry stands for all. */
  optional: string[];
  /** Texts of a form of their own, each with what it may not look like. */
  forms?: Record<string, Json[]>;
  /** Choices and everything they are. */
  choices?: Record<string, Json[]>;
  /** The least and the greatest whole number. */
  bounds?: Record<string, [number, number?]>;
}

const by = { credit: '厂工会供图', consent: '本人书面同意' };
const clause = '三、（二）';
const DIGEST = '0123456789abcdef'.repeat(4);
const wrongDigests = [DIGEST.slice(1), `${DIGEST}0`, DIGEST.toUpperCase(), DIGEST.replace('a', 'g')];
const ids = ['', '-a', 'a-', 'a--b', 'A', 'a_b', 'a.b', 'a/b', '..', ' a', '工匠', 'a'.repeat(65)];
const dates = ['', '2024-9-11', '2024-02-30', '20240911', '2024-09-11T00:00', ' 2024-09-11'];
const times = ['', '8:30', '24:01', '23:60', '08:30:00', '0830', ' 08:30', '08:30 '];
const instants = ['', '2024-09-09', '2024-09-09T15:00', '昨天'];
const addresses = [
  '',
  'www.example.org',
  'ftp://example.org/',
  'httpx://example.org/',
  'xhttp://example.org/',
  'javascript:alert(1)',
  'file:///a',
];

/** What every act says; `optional` and the rest are added by its kind. */
function act(kind: string, reasons: string[], own: { [key: string]: Json }, more: Partial<Case> = {}): Case {
  const common = { date: '2024-09-12', publishedTime: '08:30', reason: '据实办理。', document: '澄工发〔2024〕10号' };
  return {
    schema: actSchema,
    full: { kind, ...common, reasonCode: there(reasons[0]), ...own },
    optional: ['document publishedTime', ...(more.optional ?? [])],
    forms: { date: dates, publishedTime: [...times, '24:00'], kind: ['edit', ''], ...more.forms },
    choices: { reasonCode: reasons, ...more.choices },
  };
}

const aboutPeople = [
  ...['identity-untrue', 'deeds-insufficient', 'disciplined', 'safety-accident', 'materials-untrue', 'ineligible'],
  ...['unlawful', 'own-wish', 'left-post', 'objection-upheld', 'superior-decision'],
];
const aboutWindow = [
  'outage',
  'outlet-late',
  'force-majeure',
  'contact-wrong',
  'procedure-faulty',
  'superior-decision',
];

const CASES: Record<string, Case> = {
  'a correction': act(
    'correction',
    ['slip', 'facts-changed', 'contact-wrong', 'privacy'],
    { of: 'person', person: 'p3wd9hz', field: 'honours.1.year', old: '2019', new: '2020' },
    {
      optional: ['old new'],
      forms: {
        person: ids,
        field: [
          '',
          'honours..year',
          'honours.',
          '.a',
          'a.b.c.d.e.f',
          '荣誉',
          'a b',
          '1.a',
          'a'.repeat(41),
          'a.' + 'b'.repeat(41),
        ],
        old: ['', '甲'.repeat(4001), '2020'],
        new: ['', '甲'.repeat(4001), '2019'],
        of: ['photo', 'notice'],
      },
    },
  ),
  'an extension': act(
    'extension',
    [...aboutWindow, 'calendar-amended', 'objection-examined'],
    { oldClosesOn: '2024-09-18', newClosesOn: '2024-09-20' },
    { forms: { oldClosesOn: dates, newClosesOn: dates } },
  ),
  'a suspension': act(
    'suspension',
    [...aboutWindow, 'objection-examined'],
    { oldClosesOn: '2024-09-18' },
    { forms: { oldClosesOn: dates } },
  ),
  'a resumption': act(
    'resumption',
    ['examination-finished', 'outage', 'force-majeure', 'superior-decision'],
    { resumesOn: '2024-09-19', oldClosesOn: '2024-09-18', newClosesOn: '2024-09-23' },
    { forms: { resumesOn: dates, oldClosesOn: dates, newClosesOn: dates } },
  ),
  'a new publicity': act(
    're-publicity',
    [...aboutWindow, 'calendar-amended', 'material-change', 'objection-upheld'],
    { title: '重新公示', issuers: ['澄湖市总工会'], opensOn: '2024-09-23', closesOn: '2024-09-27' },
    { optional: ['issuers'], forms: { issuers: [[]], opensOn: dates, closesOn: dates } },
  ),
  'a withdrawn candidate': act(
    'withdraw-candidate',
    [...aboutPeople, 'deceased', 'secrecy'],
    { person: 'p3wd9hz' },
    { forms: { person: ids } },
  ),
  'a withdrawn notice': act(
    'withdraw-notice',
    [
      ...['materials-untrue', 'objection-upheld', 'force-majeure', 'material-change', 'procedure-faulty'],
      ...['published-by-mistake', 'superior-decision', 'secrecy'],
    ],
    {},
  ),
  'a revoked title': act(
    'revoke',
    [...aboutPeople, 'duty-neglected', 'procedure-faulty'],
    { people: ['p3wd9hz'] },
    { forms: { people: [[], 'p3wd9hz'], 'people.0': ids, whole: [true, false] } },
  ),

  'a person': {
    schema: candidateSchema,
    full: {
      name: '单丽华',
      pinyin: 'shan li hua',
      employer: '澄湖市东湾纺织厂',
      district: '东湾区',
      post: '班组长',
      trade: '织布工',
      industry: '纺织',
      skillLevel: 'senior-technician',
      professionalTitle: '高级工程师',
      tier: 'craftsman',
      route: 'unionNomination',
      nominatingBody: '东湾区总工会',
      yearsInTrade: 20,
      conditions: ['1'],
      earlierPublicity: { opensOn: '2024-07-03', closesOn: '2024-07-05' },
      summary: '巡回一趟十六公里。',
      honours: [{ name: '市技术能手', level: 'city', year: 2020 }],
      signatureSkills: ['一分钟接头'],
      workMethods: ['看听结合法'],
      patents: [{ name: '一种接头器', number: 'ZL202010000000.0' }],
      mentoring: '带徒六人。',
      photo: { credit: '厂工会供图', consent: '本人书面同意', alt: '在织机前', focus: '50% 30%' },
      craftFamily: 'textile',
      quote: { text: '线断了，手要比眼快。', source: '事迹材料' },
      figures: [{ value: '16公里', label: '每班巡回' }],
      timeline: [{ year: 2004, text: '进厂' }],
      lineage: [{ role: 'master', name: '骆青川', person: 'p3wd9hz', consent: '本人书面同意' }],
      film: {
        file: 'film.mp4',
        poster: 'film.jpg',
        captions: 'film.vtt',
        transcript: ['接头一分钟。'],
        caption: '接头',
        ...by,
      },
      process: [1, 2, 3].map((step) => ({ file: `process-${step}.jpg`, caption: '接头', alt: '手捏断纱', ...by })),
      works: [{ file: 'work-1.jpg', caption: '布样', alt: '一幅蓝布', ...by }],
    },
    optional: [
      'photo.focus craftFamily quote figures timeline lineage lineage.0.person lineage.0.consent film film.captions film.transcript',
      'process works',
      'pinyin district post trade summary industry skillLevel professionalTitle tier yearsInTrade conditions earlierPublicity honours',
      'honours.0.level honours.0.year signatureSkills workMethods patents patents.0.number mentoring photo photo.alt',
    ],
    forms: {
      pinyin: ['', 'Shan', 'shan  li', ' shan', 'shan ', 'shan1', '单'],
      tier: ids,
      'conditions.0': ids,
      'earlierPublicity.opensOn': dates,
      'earlierPublicity.closesOn': dates,
      name: ['骆'.repeat(41)],
      'lineage.0.name': ['骆'.repeat(41)],
      'lineage.0.person': ids,
      'quote.text': ['甲'.repeat(81)],
      'figures.0.value': ['16 公里', '1'.repeat(17)],
      'figures.0.label': ['甲'.repeat(25)],
      figures: [Array<Json>(5).fill({ value: '16公里', label: '每班巡回' })],
      works: [Array<Json>(4).fill({ file: 'work-1.jpg', caption: '布样', alt: '一幅蓝布', ...by })],
      process: [1, 2, 7].map((count) =>
        Array<Json>(count).fill({ file: 'process-1.jpg', caption: '接头', alt: '手捏断纱', ...by }),
      ),
      'timeline.0.text': ['甲'.repeat(61)],
      'photo.focus': ['', '50%', '101% 0%', '50 30', '50% 30% ', 'left top'],
      'film.file': ['film.mov', 'Film.mp4', '影片.mp4', '../film.mp4', 'a b.mp4', 'film.mp4.mp4'],
      'film.address': ['https://www.example.org/film'],
      'film.transcript': [[], ['']],
      'works.0.file': ['work-1.png', 'work_1.jpg', 'work-1.JPG', 'media/work-1.jpg'],
    },
    choices: {
      craftFamily: ['welding', 'machining', 'textile', 'service'],
      'lineage.0.role': ['master', 'apprentice'],
      skillLevel: [
        ...['junior-worker', 'intermediate-worker', 'senior-worker', 'technician', 'senior-technician'],
        ...['special-technician', 'chief-technician'],
      ],
      route: ['unionNomination', 'employerNomination', 'associationNomination', 'selfNomination'],
      'honours.0.level': ['enterprise', 'county', 'city', 'province', 'nation'],
    },
    bounds: { yearsInTrade: [0, 60], 'honours.0.year': [1950, 2100], 'timeline.0.year': [1950, 2100] },
  },

  'a round': {
    schema: roundSchema,
    full: {
      edition: '2024年度',
      year: 2024,
      title: '2024年度澄湖工匠选树',
      publicity: {
        opensOn: '2024-09-11',
        closesOn: '2024-09-18',
        length: 5,
        unit: 'working',
        countsFrom: 'opening-day',
        closingTime: '17:00',
        openingTime: '09:00',
      },
      outlets: [{ name: '《澄湖日报》', address: 'https://daily.example.org/' }],
      channels: [
        {
          kind: 'phone',
          number: '0000000',
          areaCode: '0631',
          extension: '801',
          hours: [{ from: '08:30', to: '17:30' }],
          name: '评审办',
          purpose: ['objection'],
          tiers: ['craftsman'],
        },
        { kind: 'email', address: 'objection@chenghu.example.org', name: '评审办', purpose: ['correction'] },
        {
          kind: 'post',
          address: '澄湖市示例路0号',
          postcode: '264200',
          addressee: '澄湖市总工会',
          name: '评审办',
          purpose: ['press'],
        },
        {
          kind: 'visit',
          address: '澄湖市示例路0号',
          hours: [{ from: '08:30', to: '24:00' }],
          name: '评审办',
          purpose: ['objection'],
        },
      ],
      objection: { postmark: 'dispatch', anonymous: 'refused', confidential: false },
      tiers: [{ key: 'craftsman', count: 20 }],
      nominatingBodies: [{ name: '东湾区总工会', kind: 'county' }],
      stages: [{ kind: 'publicity', opensOn: '2024-09-11', closesOn: '2024-09-18', text: '向社会公示。' }],
      vote: {
        opensOn: '2024-08-01',
        opensAt: '09:00',
        closesOn: '2024-08-05',
        closesAt: '17:00',
        address: 'https://vote.example.org/',
        text: '网上投票。',
      },
      decay: { after: 'result', days: 30 },
      accepted: [{ code: 'quota-about', person: 'p3wd9hz', reason: '经研究同意。', by: '甲' }],
      paper: { letterhead: '澄湖市总工会文件', signer: '甲', copiesTo: '市人力资源和社会保障局。', seal: false },
      coverage: [
        {
          title: '听音辨缸二十年',
          outlet: '示例日报',
          date: '2024-09-12',
          address: 'https://daily.example.org/1',
          person: 'p3wd9hz',
        },
      ],
      otherFacts: [{ words: '3月5日', meaning: '通知印发的日期', by: '甲' }],
    },
    optional: [
      'paper paper.letterhead paper.signer paper.copiesTo paper.seal',
      'publicity.length publicity.unit publicity.countsFrom publicity.closingTime publicity.openingTime outlets.0.address',
      'channels.0.areaCode channels.0.extension channels.0.tiers',
      'channels.0.hours channels.0.name channels.0.purpose channels.1.name channels.1.purpose',
      'channels.2.postcode channels.2.name channels.2.purpose channels.3.hours channels.3.name channels.3.purpose',
      'objection.confidential tiers nominatingBodies.0.kind stages stages.0.closesOn stages.0.text',
      'vote.opensAt vote.closesAt',
      'vote vote.opensOn vote.closesOn vote.address decay decay.days accepted accepted.0.person otherFacts coverage coverage.0.person',
    ],
    forms: {
      'publicity.opensOn': dates,
      'publicity.closesOn': dates,
      'publicity.closingTime': times,
      'publicity.openingTime': times,
      'vote.opensAt': times,
      'vote.closesAt': times,
      'outlets.0.address': addresses,
      'channels.0.number': ['', '00000', '-000000', '0'.repeat(20), '5190816/17', '0000000（传真）', '电话0000000'],
      'channels.0.areaCode': ['', '631', '06', '06310', '1631'],
      'channels.0.extension': ['', '转801', '8010000'],
      'channels.0.tiers': [[]],
      'channels.0.hours': [[]],
      'channels.0.purpose': [[], ['other']],
      'channels.1.address': ['', 'office', 'a@b', '@example.org', 'a b@example.org'],
      'channels.2.postcode': ['', '26420', '2642000', '26420a'],
      'channels.3.hours.0.from': times,
      'channels.3.hours.0.to': times,
      'tiers.0.key': ids,
      'nominatingBodies.0.kind': ids,
      'stages.0.opensOn': dates,
      'stages.0.closesOn': dates,
      'vote.opensOn': dates,
      'vote.closesOn': dates,
      'vote.address': addresses,
      'accepted.0.person': ids,
      'coverage.0.date': dates,
      'coverage.0.address': addresses,
      'coverage.0.person': ids,
      outlets: [[]],
      nominatingBodies: [[]],
    },
    choices: {
      'publicity.unit': ['working', 'calendar'],
      'publicity.countsFrom': ['opening-day', 'next-day'],
      'objection.postmark': ['dispatch', 'arrival'],
      'objection.anonymous': ['refused', 'discouraged'],
      'channels.0.purpose.0': ['objection', 'correction', 'press'],
      'stages.0.kind': [
        ...['nomination', 'eligibilityReview', 'onlineVote', 'expertReview', 'showcase', 'panelInterview'],
        ...['approval', 'publicity', 'conferral'],
      ],
      'decay.after': ['close', 'result'],
    },
    bounds: {
      year: [2000, 2100],
      'publicity.length': [1, 366],
      'tiers.0.count': [1],
      'decay.days': [0, 3650],
    },
  },

  'a programme': {
    schema: programmeSchema,
    full: {
      name: '澄湖工匠',
      title: '澄湖工匠',
      region: '示例省澄湖市',
      organisers: ['澄湖市总工会'],
      jury: ['评审委员会'],
      steeringOffice: '评审办',
      conferringAuthority: ['澄湖市总工会'],
      source: {
        title: '关于选树澄湖工匠的通知',
        number: '澄工发〔2024〕8号',
        issuers: ['澄湖市总工会'],
        date: '2024-03-01',
        address: 'https://www.example.org/notice',
      },
      remarks: ['原文如此。'],
      stages: [{ kind: 'publicity', name: '公示', text: '向社会公示5个工作日。', clause }],
      rules: {
        publicity: { stated: true, length: 5, unit: 'working', countsFrom: 'next-day', clause },
        outlets: {
          required: ['《澄湖日报》'],
          atEmployer: true,
          simultaneous: true,
          text: '向社会公示。',
          clause,
        },
        earlierPublicity: { by: 'employer', atLeast: { length: 3, unit: 'working' }, clause },
        shortlist: { text: '入围。', count: 30, clause },
        vote: { text: '投票。', clause },
        quota: { count: 20, kind: 'at-most', clause },
        tiers: [
          {
            key: 'craftsman',
            name: '澄湖工匠',
            limit: { count: 20, kind: 'exactly' },
            awards: ['证书'],
            prize: 10000,
            title: true,
            clause,
          },
        ],
        routes: { allowed: [{ route: 'unionNomination', name: '工会推荐' }], clause },
        nominatingQuotas: { byKind: [{ kind: 'county', name: '区市', atMost: 3 }], strength: 'general', clause },
        repeat: { withinYears: 3, strength: 'general', text: '三年内不重复。', clause },
        skillLevel: { atLeast: 'technician', strength: 'general', clause },
        age: { atMost: 60, preferredAtMost: 45, strength: 'general', clause },
        honour: { atLeast: 'city', clause },
        yearsInTrade: { atLeast: 10, clause },
        conditions: { oneOf: [{ key: '1', text: '获奖。' }], clause },
        excluded: [{ text: '已获称号的。', strength: 'general', clause }],
        texts: [{ heading: '事迹材料', required: false, about: 2000, atMost: 3000, clause }],
        materials: [{ text: '推荐表。', clause }],
        objection: { text: '异议。', clause },
        conferral: { text: '命名。', clause },
      },
    },
    optional: [
      'jury steeringOffice source.number source.date source.address remarks rules.publicity.countsFrom',
      'rules.outlets.required rules.outlets.atEmployer rules.outlets.simultaneous rules.earlierPublicity',
      'rules.earlierPublicity.atLeast rules.shortlist rules.shortlist.count rules.vote rules.tiers.0.limit',
      'rules.tiers.0.awards rules.tiers.0.prize rules.tiers.0.title rules.nominatingQuotas',
      'rules.nominatingQuotas.strength rules.repeat rules.repeat.withinYears rules.repeat.strength rules.skillLevel',
      'rules.skillLevel.strength rules.age rules.age.preferredAtMost rules.age.strength rules.honour rules.yearsInTrade',
      'rules.conditions rules.excluded rules.excluded.0.strength rules.texts rules.texts.0.required rules.texts.0.about',
      'rules.texts.0.atMost rules.materials',
    ],
    forms: {
      organisers: [[]],
      conferringAuthority: [[]],
      'source.issuers': [[]],
      'source.date': dates,
      'source.address': addresses,
      stages: [[]],
      'rules.tiers': [[]],
      'rules.routes.allowed': [[]],
      'rules.nominatingQuotas.byKind': [[]],
      'rules.conditions.oneOf': [[]],
      'rules.tiers.0.key': ids,
      'rules.nominatingQuotas.byKind.0.kind': ids,
      'rules.conditions.oneOf.0.key': ids,
    },
    choices: {
      'rules.publicity.unit': ['working', 'calendar'],
      'rules.publicity.countsFrom': ['opening-day', 'next-day'],
      'rules.earlierPublicity.by': ['employer', 'district'],
      'rules.quota.kind': ['exactly', 'at-most', 'about'],
      'rules.repeat.strength': ['must', 'general'],
    },
    bounds: {
      'rules.publicity.length': [1, 366],
      'rules.earlierPublicity.atLeast.length': [1],
      'rules.shortlist.count': [1],
      'rules.quota.count': [1],
      'rules.tiers.0.limit.count': [1],
      'rules.tiers.0.prize': [1],
      'rules.nominatingQuotas.byKind.0.atMost': [1],
      'rules.repeat.withinYears': [1],
      'rules.age.atMost': [18],
      'rules.age.preferredAtMost': [18],
      'rules.yearsInTrade.atLeast': [1],
      'rules.texts.0.about': [1],
      'rules.texts.0.atMost': [1],
    },
  },

  'a notice': {
    schema: noticeSchema,
    full: {
      title: '公示',
      documentNumber: '澄工发〔2024〕9号',
      issuers: ['澄湖市总工会'],
      published: '2024-09-10',
      publishedTime: '08:30',
    },
    optional: ['documentNumber publishedTime'],
    forms: { issuers: [[]], published: dates, publishedTime: times },
  },

  'a result': {
    schema: resultSchema,
    full: {
      title: '关于命名的决定',
      documentNumber: '澄工发〔2024〕12号',
      issuers: ['澄湖市总工会'],
      conferredOn: '2024-10-16',
      titleUntil: '2028-10-15',
      published: '2024-10-16',
      publishedTime: '08:30',
      conferred: [{ tier: 'craftsman', people: ['p3wd9hz'] }],
      notConferred: [{ person: 'k7m2xq4', reason: '异议成立。' }],
      objections: { received: 1, verified: 1, affected: 1 },
    },
    optional: ['documentNumber titleUntil publishedTime notConferred notConferred.0.reason objections'],
    forms: {
      issuers: [[]],
      conferred: [[]],
      'conferred.0.people': [[]],
      'conferred.0.tier': ids,
      'conferred.0.people.0': ids,
      'notConferred.0.person': ids,
      conferredOn: dates,
      titleUntil: dates,
      published: dates,
      publishedTime: times,
    },
    bounds: { 'objections.received': [0], 'objections.verified': [0], 'objections.affected': [0] },
  },

  'a list': {
    schema: rosterSchema,
    full: {
      orderedBy: '排名不分先后',
      source: { sha256: DIGEST, format: 'xlsx' },
      people: [{ id: 'p3wd9hz', name: '骆青川', employer: '澄湖市远航渡轮有限公司' }],
    },
    optional: ['source'],
    forms: { 'source.sha256': wrongDigests, people: [[]], 'people.0.id': ids },
    choices: { 'source.format': ['xlsx', 'docx', 'csv', 'forms'] },
  },

  'a site': {
    schema: siteSettingsSchema,
    full: {
      name: '澄湖工匠',
      description: '选树公示',
      organiser: '澄湖市总工会',
      address: 'https://craft.example.org/',
      siteIdCode: '0000000000',
      icpNumber: '示例ICP备00000000号',
      publicSecurityNumber: '示例公网安备00000000000000号',
      channels: [{ kind: 'phone', number: '0000000', purpose: ['press'] }],
      governmental: false,
      accepted: [{ code: 'icp-number-missing', person: 'p3wd9hz', reason: '正在办理。', by: '甲' }],
      regionalCalendar: 'guangxi',
      sample: true,
      sampleClock: '2024-09-12T10:00:00+08:00',
    },
    optional: [
      'siteIdCode icpNumber publicSecurityNumber channels channels.0.purpose regionalCalendar',
      'governmental accepted accepted.0.person',
    ],
    forms: {
      address: addresses,
      regionalCalendar: ['', 'Guangxi', '广西', 'guang-xi', '../x'],
      sampleClock: instants,
      sample: [false, 'true'],
    },
  },

  'a record of somebody taken down': {
    schema: takenDownSchema,
    full: {
      id: 'p3wd9hz',
      programme: 'chenghu-craftsman',
      round: '2024',
      date: '2024-09-20',
      reasonCode: 'consent-withdrawn',
      digest: DIGEST,
      position: 3,
      tier: 'craftsman',
    },
    optional: ['tier'],
    forms: { id: ids, programme: ids, round: ids, tier: ids, date: dates, digest: wrongDigests },
    choices: {
      reasonCode: [
        ...['own-wish', 'deceased', 'published-by-mistake', 'secrecy', 'privacy'],
        ...['consent-withdrawn', 'retention-ended'],
      ],
    },
    bounds: { position: [1] },
  },

  'an approval': {
    schema: approvalFileSchema,
    full: {
      current: {
        body: '澄湖市总工会',
        document: '澄工发〔2024〕9号',
        date: '2024-09-09',
        approver: '甲',
        reviewer: '乙',
        approvedAt: '2024-09-09T15:04:05+08:00',
        again: '更正',
        digest: DIGEST,
        parts: { list: DIGEST, window: DIGEST, publicity: DIGEST, notice: DIGEST },
        people: { p3wd9hz: { record: DIGEST, photo: DIGEST } },
      },
      former: [],
      result: { record: DIGEST, announcedAt: '2024-10-16T00:00:00+08:00' },
      records: { [DIGEST]: { name: '骆青川' } },
    },
    optional: [`current.again current.people.p3wd9hz.photo current.people.p3wd9hz former result`],
    forms: {
      'current.date': dates,
      'current.approvedAt': instants,
      'current.digest': wrongDigests,
      'current.parts.notice': wrongDigests,
      'current.people.p3wd9hz.record': wrongDigests,
      'current.people.p3wd9hz.photo': wrongDigests,
      'result.record': wrongDigests,
      'result.announcedAt': instants,
    },
  },

  'the addresses once public': {
    schema: publishedSchema,
    full: { addresses: ['people/7tmn7wz/', 'data/index.json', '', 'weihai-craftsman/2023/notice/'] },
    optional: [],
    forms: {
      'addresses.0': ['/people/', 'a//b', '../a', 'a/../b', '.hidden', '人', 'a b', 'a?b', `${'a'.repeat(301)}`],
    },
  },
};

/** A copy with another value at a place; without one the place is gone. */
function changed(record: Json, path: string, value?: Json): Json {
  const copy = structuredClone(record) as { [key: string]: Json };
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  const owner = parts.reduce((at, part) => at[part] as { [key: string]: Json }, copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

const isMap = (value: Json): value is { [key: string]: Json } => typeof value === 'object' && !Array.isArray(value);

/** Every place of a record, with what stands there. */
function places(value: Json, path = ''): [string, Json][] {
  const below = typeof value === 'object' ? Object.entries(value) : [];
  return [
    ...(path === '' ? [] : [[path, value] as [string, Json]]),
    ...below.flatMap(([key, inner]) => places(inner, path === '' ? key : `${path}.${key}`)),
  ];
}

for (const [name, { schema, full, optional, forms = {}, choices = {}, bounds = {} }] of Object.entries(CASES)) {
  const accepts = (path: string, value?: Json): boolean => schema.safeParse(changed(full, path, value)).success;

  describe(`the record of ${name}`, () => {
    it('may have every field there is', () => {
      const parsed = schema.safeParse(full);
      assert.deepEqual(parsed.error?.issues ?? [], []);
      assert.deepEqual(JSON.parse(JSON.stringify(parsed.data)), full);
    });

    it('may lack what is optional and nothing else', () => {
      const inMaps = places(full).filter(([path]) => {
        const owner = path.split('.').slice(0, -1);
        const at = owner.reduce<Json>((inner, part) => there((inner as { [key: string]: Json })[part]), full);
        return isMap(at) && !path.startsWith('records.');
      });
      const dispensable = inMaps.map(([path]) => path).filter((path) => accepts(path));
      assert.deepEqual(dispensable.sort(), optional.flatMap((line) => line.split(' ')).sort());
    });

    it('has no field of another name, at any depth', () => {
      for (const [path, value] of [['', full] as [string, Json], ...places(full)]) {
        if (!isMap(value) || path === 'records' || path.startsWith('records.') || path === 'current.people') continue;
        assert.equal(accepts(path === '' ? '身份证号' : `${path}.身份证号`, '无'), false, path);
      }
    });

    it('has texts of one line, of something, of at most four hundred characters', () => {
      const texts = places(full).filter(
        ([path, value]) => typeof value === 'string' && !(path in choices) && !path.startsWith('records.'),
      );
      // A corrected passage has as many lines as it has.
      for (const path of ['old', 'new'].filter((one) => one in full)) assert.equal(accepts(path, '一\n二'), true, path);
      for (const [path] of texts.filter(([path]) => !/^(?:addresses\.|old$|new$)/.test(path))) {
        for (const value of ['', '一\n二', ' 甲', '甲'.repeat(401), 1]) {
          assert.equal(accepts(path, value), false, `${path} ${JSON.stringify(value).slice(0, 10)}`);
        }
      }
    });

    for (const [path, wrong] of Object.entries(forms)) {
      it(`has its own form of ${path}`, () => {
        for (const value of wrong) assert.equal(accepts(path, value), false, JSON.stringify(value));
      });
    }

    for (const [path, all] of Object.entries(choices)) {
      it(`knows what ${path} can be`, () => {
        for (const value of all) assert.equal(accepts(path, value), true, JSON.stringify(value));
        for (const value of ['', 'other', '其他']) assert.equal(accepts(path, value), false, value);
      });
    }

    for (const [path, [least, most]] of Object.entries(bounds)) {
      it(`has bounds for ${path}`, () => {
        assert.deepEqual([accepts(path, least - 1), accepts(path, least)], [false, true]);
        assert.deepEqual([accepts(path, least + 0.5), accepts(path, String(least))], [false, false]);
        if (most === undefined) assert.equal(accepts(path, 1_000_000), true);
        else assert.deepEqual([accepts(path, most), accepts(path, most + 1)], [true, false]);
      });
    }
  });
}

describe('what stands for a field left out', () => {
  const lacking = (name: string, ...paths: string[]): unknown =>
    there(CASES[name]).schema.parse(
      paths.reduce<Json>((record, path) => changed(record, path), there(CASES[name]).full),
    );

  it('of a person is nothing', () => {
    const { honours, conditions, signatureSkills, workMethods, patents } = lacking(
      'a person',
      ...['honours', 'conditions', 'signatureSkills', 'workMethods', 'patents'],
    ) as z.infer<typeof candidateSchema>;
    assert.deepEqual([honours, conditions, signatureSkills, workMethods, patents], [[], [], [], [], []]);
  });

  it('of a round is the usual', () => {
    const { objection, tiers, stages, decay, accepted, channels } = lacking(
      'a round',
      ...['objection.confidential', 'tiers', 'stages', 'decay', 'accepted', 'channels.0.purpose'],
    ) as z.infer<typeof roundSchema>;
    assert.equal(objection.confidential, true);
    assert.deepEqual([tiers, stages, accepted], [[], [], []]);
    assert.deepEqual(decay, { after: 'close', days: 0 });
    assert.deepEqual(channels[0]?.purpose, ['objection', 'correction']);
    assert.deepEqual((lacking('a round', 'decay.days') as z.infer<typeof roundSchema>).decay, {
      after: 'result',
      days: 0,
    });
  });

  it('of a programme is what the document does not ask', () => {
    const { jury, remarks, rules } = lacking(
      'a programme',
      ...['jury', 'remarks', 'rules.publicity.countsFrom', 'rules.outlets.required', 'rules.outlets.atEmployer'],
      ...[
        'rules.outlets.simultaneous',
        'rules.tiers.0.awards',
        'rules.tiers.0.title',
        'rules.nominatingQuotas.strength',
      ],
      ...['rules.excluded', 'rules.texts.0.required', 'rules.materials'],
    ) as z.infer<typeof programmeSchema>;
    assert.deepEqual([jury, remarks, rules.excluded, rules.materials], [[], [], [], []]);
    assert.equal(rules.publicity.stated && rules.publicity.countsFrom, 'opening-day');
    assert.deepEqual(
      [rules.outlets.required, rules.outlets.atEmployer, rules.outlets.simultaneous],
      [[], false, false],
    );
    assert.deepEqual([rules.tiers[0]?.awards, rules.tiers[0]?.title], [[], true]);
    assert.equal(rules.nominatingQuotas?.strength, 'must');
    assert.equal(rules.texts[0]?.required, true);
    assert.deepEqual((lacking('a programme', 'rules.texts') as z.infer<typeof programmeSchema>).rules.texts, []);
  });

  it('of a publication is the first minute of the day', () => {
    assert.equal((lacking('a notice', 'publishedTime') as z.infer<typeof noticeSchema>).publishedTime, '00:00');
    const result = lacking('a result', 'publishedTime', 'notConferred') as z.infer<typeof resultSchema>;
    assert.deepEqual([result.publishedTime, result.notConferred], ['00:00', []]);
    assert.deepEqual((lacking('a site', 'channels') as z.infer<typeof siteSettingsSchema>).channels, []);
    assert.deepEqual((lacking('an approval', 'former') as z.infer<typeof approvalFileSchema>).former, []);
  });
});

describe('choices that bring fields of their own', () => {
  it('a document may state no length of the window, and then states none', () => {
    const { full, schema } = there(CASES['a programme']);
    const accepts = (rule: Json): boolean => schema.safeParse(changed(full, 'rules.publicity', rule)).success;
    assert.equal(accepts({ stated: false, clause }), true);
    assert.equal(accepts({ stated: false, length: 5, clause }), false);
    assert.equal(accepts({ stated: false }), false);
  });

  it('people who stay for ever need a reason', () => {
    const { full, schema } = there(CASES['a round']);
    const accepts = (decay: Json): boolean => schema.safeParse(changed(full, 'decay', decay)).success;
    assert.equal(accepts({ after: 'never', reason: '长期公开。' }), true);
    assert.equal(accepts({ after: 'never' }), false);
    assert.equal(accepts({ after: 'never', reason: '长期公开。', days: 1 }), false);
    assert.equal(accepts({ after: 'close', days: 1, reason: '长期公开。' }), false);
  });

  it('a sample has a clock, and only a sample', () => {
    const { full, schema } = there(CASES['a site']);
    const codes = (...paths: string[]): unknown[] =>
      schema
        .safeParse(paths.reduce<Json>((record, path) => changed(record, path), full))
        .error?.issues.map((issue) => [issue.path.join('.'), (issue as { params?: { code: string } }).params?.code]) ??
      [];
    assert.deepEqual(codes('sample'), [['sampleClock', 'sample-clock-without-sample']]);
    assert.deepEqual(codes('sampleClock'), [['sample', 'sample-without-clock']]);
    assert.deepEqual(codes('sample', 'sampleClock'), []);
  });
});

describe('an address of the web', () => {
  it('may be without encryption, of an office that has none', () => {
    for (const address of ['http://www.example.org/', 'https://www.example.org/a?b=c']) {
      assert.ok(webAddressSchema.safeParse(address).success, address);
    }
  });
});

describe('a line of text', () => {
  it('has no white space at its ends and no break inside', () => {
    for (const text of ['甲', '甲 乙', '甲　乙', '甲'.repeat(400)]) assert.ok(lineSchema.safeParse(text).success, text);
    for (const text of ['', ' ', ' 甲', '甲 ', '　甲', '甲\n乙', '甲\r乙', '甲\t乙', '甲'.repeat(401)]) {
      assert.ok(!lineSchema.safeParse(text).success, JSON.stringify(text));
    }
  });
});
