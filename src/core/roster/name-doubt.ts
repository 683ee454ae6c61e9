import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { codeOf } from '#core/text/sign.ts';
import { isPlaceholder } from '#core/text/template-names.ts';

/**
 * Why a text in the column of names may be nobody's name; `undefined` for a plain name.
 * @param real names of which a person has said that they are names (`--real-name`)
 */
export function nameDoubt(name: string, where: Place, real: ReadonlySet<string>): Finding | undefined {
  const length = [...name].length;
  if (length > LONGEST) return finding('import-name-long', where, { limit: LONGEST });
  const sign = [...name].find((one) => !IN_A_NAME.test(one));
  const about = (code: Finding['code']): Finding =>
    finding(code, where, sign === undefined ? {} : { sign, code: codeOf(sign) });
  if (/^[\d.,%+-]+$/u.test(name.normalize('NFKC'))) return finding('import-bare-number', where);
  if (DESCRIBED.test(name)) return finding('import-name-described', where);
  if (sign !== undefined) return about(LOST.test(sign) ? 'import-name-lost-sign' : 'import-name-doubtful');
  if (length < 2 && !isPlaceholder(name)) return finding('import-name-short', where);
  if (real.has(name)) return undefined;
  if (isCollective(name) || (announcesCollectives(where.field ?? '') && isLongForAName(name)))
    return finding('import-name-collective', where, { name });
  if (isPlaceholder(name)) return finding('import-name-placeholder', where, { name });
  const latin = /\p{Script=Han}/u.test(name) ? /\p{Script=Latin}+/u.exec(name)?.[0] : undefined;
  return latin === undefined ? undefined : finding('import-name-mixed', where, { latin, name });
}

const LONGEST = 40;
const IN_A_NAME = /[\p{L}\p{M}\p{Variation_Selector}·.'’ -]/u;

/** What is typed or shown where an input method had no character: 李□明, 李?明, 李＊明. */
const LOST = /[?？□■◻◼☐〓○●◯◎△▲*＊﹡_＿×✕✖✗※#＃]/u;

/** 李（王+莹）, 赵[金金], 王(上山下贝), ⿰王莹: the missing character told by its parts. */
const DESCRIBED =
  /[\u2FF0-\u2FFF]|[（(【[［{｛][^）)】\]］}｝]*(?:[+＋]|左.+右|上.+下|加|旁|字头|字底|[一-龥]{2})[^）)】\]］}｝]*[）)】\]］}｝]/u;

/** 总装二班, 示例有限公司, 张三创新工作室. A person's name may end in 班 or 组 too: asked about, and `--real-name` answers. */
function isCollective(name: string): boolean {
  if (/[·.]/u.test(name)) return false;
  const length = [...name].length;
  if (BODIES.test(name)) return true;
  if (length >= 4 && LONG_ENDING.test(name)) return true;
  if (length === 3 && SHORT_ENDING.test(name)) return true;
  return length === 2 && /^[甲乙丙丁戊一二三四五六七八九十早中晚夜白][班组队]$/u.test(name);
}

/** A name that no person can have: long, of Han characters, with a word for a body in it. The others are for a person to say. */
export function isPlainlyCollective(name: string): boolean {
  return [...name].length >= 6 && !/[·.]/u.test(name) && BODIES.test(name);
}

/** 姓名（集体名称）: the head of a column in which not everything is a person. */
export function announcesCollectives(head: string): boolean {
  return /集体|单位|班组|团队|组织|项目名称/u.test(head);
}

function isLongForAName(name: string): boolean {
  return !name.includes('·') && /^\p{Script=Han}{5,}$/u.test(name);
}

const BODIES =
  /公司|集团|工作室|工作站|班组|团队|车间|中心|工会|合作社|研究[院所]|学校|学院|大学|医院|小组|集体|项目部|指挥部|分厂|支部|支队|大队|中队|总队|机组|专班|事务所|委员会|协会|商会|学会|联合体|创新联盟/u;
const LONG_ENDING = /[班组队室部科处股站所院厂店场局会社馆园库线船轮]$/u;
const SHORT_ENDING = /[班组队室厂站科部]$/u;
