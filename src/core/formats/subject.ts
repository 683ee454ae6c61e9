/**
 * What a record of a list is about: one person, or people who are named together. 湖北's notice of 2024 shows two persons, a 集体 and a
 * 团队 under one title (http://www.hbjgdj.gov.cn/tzgg/202403/t20240312_126694.shtml).
 */
export interface SubjectKind {
  words: string;
  /** How else an office's sheet says it, parted by spaces. */
  wordings: string;
  /** 名 or 个. */
  counter: string;
  /** What one is called before the decision, where the notice's own word is of persons. */
  candidate: string;
  /** Whether it has a portrait, a trade, a career: whether `only: 'person'` fields are asked of it. */
  isPerson: boolean;
  /** schema.org. */
  type: 'Person' | 'Organization';
  /** Heads of the columns that say who it is, and where it belongs. */
  heads: { name: string; employer: string };
  /** The longest name, in characters. */
  longestName: number;
}

const together = {
  counter: '个',
  isPerson: false,
  type: 'Organization',
  heads: { name: '名称', employer: '所属单位' },
  longestName: 80,
} as const;

export const SUBJECTS = {
  person: {
    words: '个人',
    wordings: '个人 先进个人 优秀个人 模范个人 人员 个人类 个人奖',
    counter: '名',
    candidate: '候选人',
    isPerson: true,
    type: 'Person',
    heads: { name: '姓名', employer: '工作单位' },
    longestName: 40,
  },
  collective: {
    ...together,
    words: '集体',
    wordings: '集体 先进集体 优秀集体 模范集体 集体类 集体奖',
    candidate: '候选集体',
  },
  team: { ...together, words: '团队', wordings: '团队 优秀团队 创新团队 先进团队 工匠团队', candidate: '候选团队' },
  crew: { ...together, words: '班组', wordings: '班组 先进班组 优秀班组 模范班组', candidate: '候选班组' },
  unit: { ...together, words: '单位', wordings: '单位 先进单位 优秀单位 模范单位', candidate: '候选单位' },
} as const satisfies Record<string, SubjectKind>;

export type Subject = keyof typeof SUBJECTS;
export const SUBJECT_KEYS = Object.keys(SUBJECTS) as unknown as readonly [Subject, ...Subject[]];

/** What a record is about; a record that does not say is of a person. */
export function subjectOf({ subject }: { subject?: Subject | undefined }): Subject {
  return subject ?? 'person';
}

export function isPerson(record: { subject?: Subject | undefined }): boolean {
  return SUBJECTS[subjectOf(record)].isPerson;
}

/** The kind that an office's word means; `undefined` for any other word. */
export function subjectNamed(text: string): Subject | undefined {
  return SUBJECT_KEYS.find((key) => SUBJECTS[key].wordings.split(' ').includes(text));
}

/**
 * `10人` of persons alone, `3个集体`, `9名个人、2个集体`: nobody is counted as what they are not.
 * @param gap what stands between a number and its word
 */
export function chineseCount(subjects: readonly Subject[], gap = ''): string {
  const counts = SUBJECT_KEYS.map((key) => ({ key, count: subjects.filter((one) => one === key).length }));
  const some = counts.filter(({ count }) => count > 0);
  if (some.every(({ key }) => key === 'person')) return `${subjects.length}${gap}人`;
  return some.map(({ key, count }) => `${count}${gap}${SUBJECTS[key].counter}${SUBJECTS[key].words}`).join('、');
}
