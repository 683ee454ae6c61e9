import type { Candidate } from '#core/candidate/candidate.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Entry, placeOf } from '#core/records/content.ts';
import {
  DISTINCTIVE_TEMPLATE_NAMES,
  isPlaceholder,
  isWhollyPlaceholder,
  POSSIBLE_TEMPLATE_NAMES,
} from '#core/text/template-names.ts';

export const placeholderName: Rule = {
  name: 'placeholder-name',
  description: '名单上没有占位的、照抄网络模板的和残缺的姓名，因为2025年12月有二十多份公示名单套用了同一份网络名单。',
  check({ folder }) {
    const templates = folder.people.filter(({ data }) => isTemplate(data.name)).length;
    const vouched = (id: string): boolean =>
      folder.round.data.accepted.some(({ code, person }) => code === 'placeholder-name-vouched' && person === id);
    return folder.people.flatMap((person) => judge(person, templates, vouched(person.id)));
  },
};

function judge(person: Entry<Candidate>, templates: number, vouched: boolean): Finding[] {
  const { name } = person.data;
  const where = placeOf(person, 'name', name);
  if (!isPerson(person.data)) return collective(person);
  if (/\s/u.test(name)) return [finding('name-with-space', where, { name: name.replace(/\s/gu, '') })];
  const mark = MARKS.exec(name)?.[0];
  if (mark) return [finding('name-with-mark', where, { mark })];
  if (/^[\p{Script=Latin}.·-]+$/u.test(name)) return [finding('name-in-latin', where)];
  if (isPlaceholder(name)) return [finding(vouched ? 'placeholder-name-vouched' : 'placeholder-name', where, { name })];
  if (DISTINCTIVE_TEMPLATE_NAMES.has(name)) return [finding('template-name', where, { name })];
  if (!POSSIBLE_TEMPLATE_NAMES.has(name)) return [];
  return [finding(templates > 1 ? 'template-name' : 'template-name-possible', where, { name })];
}

/** 第3车间, 8号机组 and 示例公司总装二班 are names of collectives; 待定 and 合计 are nobody's. */
function collective(record: Entry<Candidate>): Finding[] {
  const { name } = record.data;
  const isNone = isWhollyPlaceholder(name) || /某某|测试|待定|占位|模板/u.test(name);
  return isNone ? [finding('placeholder-collective', placeOf(record, 'name', name), { name })] : [];
}

/** What stands for a character that was lost, left out, or never known; X and × too. */
export const MARKS = /[\p{Nd}?？□■◻◼〓○●◯△*＊﹡_＿×✕✖✗Xx]/u;

function isTemplate(name: string): boolean {
  return DISTINCTIVE_TEMPLATE_NAMES.has(name) || POSSIBLE_TEMPLATE_NAMES.has(name);
}
