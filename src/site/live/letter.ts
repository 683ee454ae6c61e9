import { mailto, shortSubject } from './mailto.ts';

/** What a writer has filled in; runs in the browser and goes nowhere. */
export interface LetterAnswers {
  /** In a unit's name, under its seal. */
  unit: boolean;
  /** The real name, or the unit's. */
  name: string;
  /** Of a unit: who can be asked. */
  contactPerson: string;
  contact: string;
  about: string;
  facts: string;
  /** One piece of evidence a line. */
  evidence: string;
}

/** What the notice demands of a letter. */
export interface LetterDemands {
  /** 凡匿名异议不予受理: without a name the letter is not valid. */
  named: boolean;
}

/** What is still missing, in the words of the form, in its order. */
export function missingIn(answers: LetterAnswers, { named }: LetterDemands): string[] {
  const { unit, name, contactPerson, contact, about, facts } = answers;
  const asked: [string, string, boolean][] = [
    ['单位名称', name, unit],
    ['真实姓名', name, !unit && named],
    ['联系人', contactPerson, unit],
    ['联系方式', contact, unit || named],
    ['对谁、对什么事', about, true],
    ['事实和理由', facts, true],
  ];
  return asked.filter(([, text, demanded]) => demanded && text.trim() === '').map(([label]) => label);
}

export function evidenceLines(evidence: string): string[] {
  return evidence
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The letter as plain text, for a clipboard or a mail. */
export function letterText(answers: LetterAnswers, { to, notice }: { to: string; notice: string }): string {
  const { unit, name, contactPerson, contact, about, facts } = answers;
  const evidence = evidenceLines(answers.evidence);
  return [
    '异议书',
    '',
    `${to}：`,
    `对${notice}提出异议如下。`,
    '',
    `异议对象：${about}`,
    '',
    '事实和理由：',
    facts.trim(),
    '',
    '证据材料：',
    ...(evidence.length > 0 ? evidence.map((line, index) => `${index + 1}. ${line}`) : ['无']),
    '',
    `${unit ? '提出单位' : '提出人'}：${name}`,
    ...(unit ? [`联系人：${contactPerson}`] : []),
    `联系方式：${contact}`,
    '',
  ].join('\n');
}

/** A mail with the whole letter in it; `undefined` when mail programs would cut it off. */
export function letterMail(address: string, subject: string, text: string): string | undefined {
  return mailto(address, { subject: shortSubject(subject), body: text });
}
