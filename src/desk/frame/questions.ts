import type { Html } from '#core/formats/html.ts';
import type { Question } from '#pipeline/commands/ask.ts';
import { type Choice, choiceField, longField, textField } from './fields.ts';
import { textIn, textsIn } from './form.ts';
import type { Visit } from './screen.ts';

/** Words of an option that a clerk chooses from, where the command has a short one. */
const CHOICES: Readonly<Record<string, readonly Choice[]>> = {
  unit: [
    { value: 'working', label: '工作日' },
    { value: 'calendar', label: '天（每天都算）' },
  ],
  'counts-from': [
    { value: 'opening-day', label: '公示首日算第1天' },
    { value: 'next-day', label: '次日起算' },
  ],
  postmark: [
    { value: 'dispatch', label: '以寄出的邮戳为准' },
    { value: 'arrival', label: '以到达的邮戳为准' },
  ],
  anonymous: [
    { value: 'refused', label: '匿名不受理' },
    { value: 'discouraged', label: '提倡实名' },
  ],
};

const DATES = ['published', 'opens', 'closes', 'date', 'source-date'];

/** The questions of a verb as fields of a form: what it would ask on a terminal, with the same examples and the same defaults. */
export function questionFields(visit: Visit, questions: readonly Question[]): readonly Html[] {
  return questions.map((question) => questionField(visit, question));
}

function questionField(visit: Visit, question: Question): Html {
  const { flag, about, example, many, optional, fallback = [] } = question;
  const choices = CHOICES[flag];
  const [words = about, ...more] = about.split(EXPLAINED);
  const common = { name: flag, label: choices ? words : labelOf(about), required: optional !== true };
  const hints = [
    ...(choices || more.length === 0 ? [] : [more.join('：')]),
    ...(many ? ['一行一个'] : []),
    ...(example === undefined ? [] : [`例如 ${example}`]),
  ];
  const hint = hints.length > 0 ? `${hints.join('；')}` : undefined;
  if (choices)
    return choiceField(visit, {
      ...common,
      choices,
      value: fallback[0],
      ...(fallback.length === 0 && { empty: '请选择' }),
    });
  if (many) return longField(visit, { ...common, hint, rows: 3, value: fallback.join('\n') });
  const type = DATES.includes(flag) ? 'date' : 'text';
  return textField(visit, { ...common, ...(type === 'text' && { hint }), type, value: fallback[0] });
}

/** What follows explains the name before it. */
const EXPLAINED = /：|，(?=不写)/u;

/** The part of a question that names the thing; what explains it is its hint. */
function labelOf(about: string): string {
  return about.split(EXPLAINED)[0] ?? about;
}

/** What was sent, as options of the verb. */
export function questionAnswers(questions: readonly Question[], sent: FormData): Record<string, string | string[]> {
  return Object.fromEntries(
    questions.map(({ flag, many }) => [
      flag,
      many ? textsIn(sent, flag).flatMap((text) => text.split('\n').map((line) => line.trim())) : textIn(sent, flag),
    ]),
  );
}

/** How the form calls an option, for the sentences of the verb. */
export function questionLabels(questions: readonly Question[]): Record<string, string> {
  return Object.fromEntries(questions.map(({ flag, about }) => [flag, labelOf(about)]));
}
