import type { Programme } from '#core/programme/programme.ts';
import type { FormMeaning, ProgrammeForm } from '#core/records/programme-form.ts';
import { fullHead, headKey } from '#core/text/tidy.ts';
import { type ColumnKey, columnsFor, FIELD_COLUMNS, ID_HEAD } from './columns.ts';

/** What a head of a column, or a label of a form, announces. */
export type Meaning =
  | { kind: 'field'; key: ColumnKey; /** 单位及职务: one cell for two facts. */ combined?: true }
  /** Never public; `birth` and `identity` may serve a programme's age rule in memory. */
  | { kind: 'private'; use?: 'birth' | 'identity' }
  | { kind: 'classified' | 'remark' | 'sequence' | 'picture' | 'unpublished' | 'unknown' }
  /** A word that one office uses for one thing and the next for another. */
  | { kind: 'ambiguous'; instead: string };

export interface Wording {
  /** Of the head of a column: a private word anywhere in it is enough. */
  ofHead: (head: string) => Meaning;
  /** Of a cell in a form, which may as well be a value: 卫生健康 is an industry, 健康状况 a label. */
  ofLabel: (label: string) => Meaning;
}

/** Knows heads and labels by their meaning across the offices' wordings; the programme's own forms and headings come first. */
export function createWording(programme: Programme, forms: readonly ProgrammeForm[] = []): Wording {
  const known = new Map<string, Meaning>();
  const add = (words: Iterable<string>, meaning: Meaning): void => {
    for (const word of words) known.set(word, meaning);
  };
  add(UNPUBLISHED, { kind: 'unpublished' });
  for (const [kind, words] of Object.entries(ASIDES)) add(words, { kind } as Meaning);
  for (const [word, instead] of Object.entries(AMBIGUOUS)) known.set(word, { kind: 'ambiguous', instead });
  add([ID_HEAD], { kind: 'field', key: 'id' });
  for (const { column } of FIELD_COLUMNS) {
    const { key, wordings, combined, asked } = column;
    const unpublished = asked !== 'always' && asked.otherwise === 'unpublished' && !asked.when(programme);
    add(wordings.split(' '), unpublished ? { kind: 'unpublished' } : { kind: 'field', key });
    if (combined) add(combined.wordings.split(' '), { kind: 'field', key, combined: true });
  }
  const official = officialLabels(forms);
  const own = new Map(columnsFor(programme).map(({ key, header }) => [headKey(header), key]));

  const meaning =
    (isPrivate: (key: string) => boolean) =>
    (head: string): Meaning => {
      const key = headKey(head);
      if (key === '') return { kind: 'unknown' };
      const full = fullHead(head).replace(/(?:盖章|\(盖章\))?年月日$/u, '');
      const printed = official.get(full);
      if (printed) return printed;
      // A bracket may announce more than the word before it: 姓名（身份证号） is no public column.
      if (PRIVATE.test(full.slice(key.length))) return privately(full);
      // 职称（技能）等级 asks for both, whichever of them stands in brackets.
      const spoken = known.get(full.replace(/[()[\]]/gu, ''));
      if (spoken?.kind === 'ambiguous') return spoken;
      const bare = withoutBrackets(full);
      const alike = official.get(bare);
      if (alike) return alike;
      // 区（市）总工会、人社局意见: what goes on behind a bracket belongs to the label; the stump before it means something else.
      if (bare !== key) {
        if (isPrivate(bare)) return privately(full);
        return known.get(bare) ?? spoken ?? aside(bare);
      }
      const ownKey = own.get(key) ?? own.get(key.replace(WHOSE, ''));
      if (ownKey !== undefined) return { kind: 'field', key: ownKey };
      if (isPrivate(key)) return privately(full);
      const names = [key, key.replace(WHOSE, ''), key.replace(/(?:情况|名称)$/u, '')];
      return names.map((name) => known.get(name)).find((found) => found !== undefined) ?? aside(full);
    };
  return { ofHead: meaning((key) => PRIVATE.test(key)), ofLabel: meaning((key) => PRIVATE_LABEL.test(key)) };
}

/** A stamp box, an opinion, a promise, a curriculum, a count of things: in no form a public field. */
function aside(label: string): Meaning {
  return { kind: ASIDE.test(label) ? 'unpublished' : 'unknown' };
}

const ASIDE =
  /^(?=.{2,30}$)[^。；！？]*(?:意见|承诺|承诺书|签字|签章|签名|盖章|公章|审批|审核|\((?:盖章|公章|签章|签字)\)|简历|学习和?工作经历|工作经历|填表说明|(?<=.)\((?:项|人|个|次|万元|件|篇)\)|人数|项数)$/u;

function withoutBrackets(full: string): string {
  let text = full;
  for (;;) {
    const next = text.replace(
      /\([^()]*\)|\[[^[\]]*\]|〔[^〔〕]*〕|【[^【】]*】|《[^《》]*》|〈[^〈〉]*〉|\{[^{}]*\}/gu,
      '',
    );
    if (next === text) return text.replace(/[([{〔【〈《].*$/u, '');
    text = next;
  }
}

/** The labels as a programme's notice prints them; with their brackets, and without where no other label is meant then. */
function officialLabels(forms: readonly ProgrammeForm[]): Map<string, Meaning> {
  const labels = new Map<string, Meaning>();
  const all = forms.flatMap(({ fields }) =>
    fields.map(({ label, means }) => [fullHead(label), meaningIn(means)] as const),
  );
  for (const [label, meaning] of all) labels.set(label, meaning);
  for (const [label, meaning] of all) {
    const bare = withoutBrackets(label);
    if (bare !== '' && !labels.has(bare)) labels.set(bare, meaning);
  }
  return labels;
}

function meaningIn(means: FormMeaning): Meaning {
  switch (means) {
    case 'private':
      return { kind: 'private' };
    case 'birth':
    case 'identity':
      return { kind: 'private', use: means };
    case 'picture':
    case 'classified':
    case 'sequence':
      return { kind: means };
    case 'no-field':
      return { kind: 'unpublished' };
    default: {
      const both = FIELD_COLUMNS.find(({ column }) => column.combined?.means === means);
      return both
        ? { kind: 'field', key: both.column.key, combined: true }
        : { kind: 'field', key: means as ColumnKey };
    }
  }
}

function privately(head: string): Meaning {
  if (/身份证|身份号|身份证件/u.test(head)) return { kind: 'private', use: 'identity' };
  if (/出生|生日/u.test(head)) return { kind: 'private', use: 'birth' };
  return { kind: 'private' };
}

/** 申报人姓名, 候选人工作单位: whose it is changes nothing. */
const WHOSE = /^(?:申报人员?|候选人|推荐人选|推荐对象|被推荐人|人选|本人|个人)(?=.{2})/u;

/** domain.md "Never public", and whatever leads to a person's door: found anywhere in a head, it wins. */
const PRIVATE =
  /身份证|身份号|证件号|证件类型|手机|电话|联系方式|联系人|住址|住所|地址|邮编|银行|开户|账号|帐号|账户|卡号|邮箱|邮件|e-?mail|微信|QQ|政治面貌|党派|入党|出生|生日|年龄|性别|民族|学历|学位|文化程度|毕业|籍贯|户籍|户口|婚姻|配偶|子女|护照|社保|车牌|健康|宗教|工资|收入/iu;

const ONE_PRIVATE =
  '(?:本人|个人|家庭|常用|现|移动|固定|办公|住宅|单位|所在单位|详细|公民|居民|联系|手机|最高|电子)*(?:身份证(?:件?号码?)?|身份号码|证件(?:号码?|类型)|手机(?:号码?)?|电话(?:号码)?|联系方式|联系人|住址|住所|(?:详细)?地址|邮编|邮政编码|开户(?:行|银行|名)|银行(?:账号|卡号?)?|[账帐]号|账户|卡号|邮箱|邮件|e-?mail|微信号?|QQ号?|政治面貌|党派|入党时间|出生(?:年月日?|日期|时间|地)?|生日|年龄|性别|民族|学历(?:学位)?|学位|文化程度|毕业(?:院校|学校|时间)|专业|籍贯|户籍(?:所在地)?|户口(?:所在地)?|婚姻状况|婚否|配偶(?:姓名)?|子女情况|护照号?码?|社保(?:账?号|卡号)?|车牌号?|健康状况|宗教信仰|工资|年?收入)';

/** The same words standing alone, or two of them joined; 专业 only behind another. */
const PRIVATE_LABEL = new RegExp(`^(?!专业)${ONE_PRIVATE}(?:[及和与或、/]${ONE_PRIVATE})*$`, 'iu');

const ASIDES: Record<'classified' | 'remark' | 'sequence' | 'picture', string[]> = {
  classified: ['涉密', '是否涉密', '涉密情况', '涉密人员', '是否涉密人员', '是否为涉密人员', '是否属于涉密人员'],
  remark: ['备注', '说明', '其他说明'],
  sequence: ['序号', '编号', '序', '排序', 'No', 'NO', 'No.', 'NO.', '号'],
  picture: ['照片', '相片', '近照', '证件照', '工作照', '本人照片', '个人照片'],
};

const AMBIGUOUS: Record<string, string> = {
  申报单位: '工作单位”或“推荐单位',
  所属单位: '工作单位”或“推荐单位',
  技能职称等级: '技能等级”和“职称',
  技能等级及职称: '技能等级”和“职称',
  职称或技能等级: '技能等级”和“职称',
  职称技能等级: '技能等级”和“职称',
  工种及技能等级: '工种”和“技能等级',
  工种技能等级: '工种”和“技能等级',
  本专业技术绝技绝活或先进工作法情况: '绝技绝活”或“先进操作法',
  绝技绝活或先进工作法: '绝技绝活”或“先进操作法',
  类别: '档次”或“所属行业',
  称号: '档次”或“荣誉',
  公示时间: '公示首日”和“公示截止',
  地区: '所属区县”或“推荐单位',
};

/** Known, of no use to the public record: named, not read, and in a form never taken for the value of another label. */
const UNPUBLISHED = [
  '参加工作时间',
  '工作年限',
  '工龄',
  '从事现岗位工作时间',
  '工作简历',
  '主要经历',
  '主要学习和工作经历',
  '起止年月',
  '何校、何单位学习、工作',
  '证明人',
  '身份',
  '项目',
  '内容',
  '基层工会意见',
  '所在单位推荐意见',
  '所在单位行政、工会意见',
  '主管工会、县区总工会意见',
  '市总工会意见',
  '真实性承诺',
  '意见',
  '当前工作单位基本情况简介',
  '技术发明革新或论文成果及解决技术难题情况',
  '编制工艺标准及带徒传技情况',
  '提高劳动效率及创造经济效益情况',
  '主要技术简况、贡献成果登记',
  '填表人',
  '填报日期',
  '填表日期',
  '证书编号',
  '职业资格证书编号',
];
