import type { Candidate } from '#core/candidate/candidate.ts';
import { type Finding, finding, type Place } from '#core/catalogue/finding.ts';
import { isPerson } from '#core/formats/subject.ts';
import { basis } from '#core/judging/basis.ts';
import type { Rule } from '#core/judging/rule.ts';
import type { Programme } from '#core/programme/programme.ts';
import { type Dossier, type Entry, placeOf, type Section } from '#core/records/content.ts';
import { isAskedFor } from '#core/records/programme-form.ts';

export const textLength: Rule = {
  name: 'text-length',
  description:
    '事迹文字的标题齐全、长短合乎通知和申报表的要求（rules.texts），例如包总工办发〔2023〕2号六、（一）“300字左右”。',
  check(dossier) {
    return dossier.folder.people.flatMap((person) => [...strayTexts(dossier, person), ...judgedTexts(dossier, person)]);
  },
};

/** Characters as an office counts them: every one but white space. */
export function characterCount(text: string): number {
  return [...text.replace(/\s/gu, '')].length;
}

type Text = Programme['rules']['texts'][number];

function judgedTexts({ programme, forms }: Dossier, person: Entry<Candidate>): Finding[] {
  return programme.data.rules.texts.flatMap((rule) => {
    if (rule.heading === 'summary') {
      const where = placeOf(person, 'summary', person.data.name);
      if (person.data.summary !== undefined) return judgeLength(programme.data, rule, person.data.summary, where);
      return rule.required && isPerson(person.data)
        ? [finding('summary-missing', where, { basis: basis(programme.data, rule.clause) })]
        : [];
    }
    const section = person.sections.find(({ heading }) => heading === rule.heading);
    if (section && characterCount(section.text) > 0) {
      return judgeLength(programme.data, rule, section.text, placeOfSection(person, section));
    }
    const args = { heading: rule.heading, basis: basis(programme.data, rule.clause) };
    // 个人自述 and its like are asked of people; what a collective hands in, no notice at hand prescribes.
    return (rule.required && isPerson(person.data) && isAskedFor(`text:${rule.heading}`, forms)) || section
      ? [
          finding(
            'text-missing',
            { file: person.file, ...(section && { line: section.line }), person: person.data.name },
            args,
          ),
        ]
      : [];
  });
}

function judgeLength(programme: Programme, rule: Text, text: string, where: Place): Finding[] {
  const count = characterCount(text);
  const { heading, about, atMost, clause } = rule;
  const args = { heading: heading === 'summary' ? '一句话简介' : heading, count, basis: basis(programme, clause) };
  if (atMost !== undefined && count > atMost) return [finding('text-too-long', where, { ...args, atMost })];
  if (about === undefined || Math.abs(count - about) * 5 <= about) return [];
  const [from, to] = [Math.ceil((about * 4) / 5), Math.floor((about * 6) / 5)];
  return [finding('text-about', where, { ...args, about, from, to })];
}

function strayTexts({ programme }: Dossier, person: Entry<Candidate>): Finding[] {
  const known = programme.data.rules.texts.map(({ heading }) => heading).filter((heading) => heading !== 'summary');
  const allowed = known.map((heading) => `## ${heading}`).join('、');
  return person.sections.flatMap((section, index) => {
    const where = placeOfSection(person, section);
    const { heading } = section;
    if (heading === undefined) return [finding('heading-missing', where)];
    if (!known.includes(heading)) return [finding('text-heading-unknown', where, { heading, allowed })];
    const before = person.sections.slice(0, index).some((other) => other.heading === heading);
    return before ? [finding('text-heading-twice', where, { heading })] : [];
  });
}

function placeOfSection(person: Entry<Candidate>, { line }: Section): Place {
  return { file: person.file, line, person: person.data.name };
}
