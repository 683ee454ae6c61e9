import { type Programme, programmeSchema } from '#core/programme/programme.ts';

export interface ProgrammeSketch {
  /** Key and name. */
  tiers?: [string, string][];
  routes?: [string, string][];
  conditions?: string[];
  texts?: string[];
  /** 一般不超过 … 周岁. */
  age?: number;
}

/** A programme of which only what is said matters. */
export function aProgramme({
  tiers = [['craftsman', '甲市工匠']],
  routes = [['unionNomination', '工会推荐']],
  conditions,
  texts = [],
  age,
}: ProgrammeSketch = {}): Programme {
  return programmeSchema.parse({
    name: '甲市工匠',
    title: '甲市工匠',
    region: '甲省甲市',
    organisers: ['甲市总工会'],
    conferringAuthority: ['甲市总工会'],
    source: { title: '关于选树甲市工匠的通知', issuers: ['甲市总工会'] },
    stages: [{ kind: 'publicity', name: '公示', text: '公示5个工作日。', clause: '一' }],
    rules: {
      publicity: { stated: true, length: 5, unit: 'working', clause: '一' },
      outlets: { text: '媒体', clause: '一' },
      quota: { count: 20, kind: 'exactly', clause: '一' },
      tiers: tiers.map(([key, name]) => ({ key, name, clause: '一' })),
      routes: { allowed: routes.map(([route, name]) => ({ route, name })), clause: '一' },
      ...(conditions && {
        conditions: { oneOf: conditions.map((key) => ({ key, text: `条件${key}` })), clause: '一' },
      }),
      texts: texts.map((heading) => ({ heading, clause: '一' })),
      ...(age !== undefined && { age: { atMost: age, strength: 'general', clause: '一' } }),
      objection: { text: '向甲市总工会反映。', clause: '一' },
      conferral: { text: '由甲市总工会命名。', clause: '一' },
    },
  });
}
