import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { ProgrammeForm } from '#core/records/programme-form.ts';
import { type ColumnKey, columnsFor } from './columns.ts';
import type { Draft } from './person-draft.ts';
import { cellOf } from './prose.ts';
import type { PersonRecord } from './record.ts';
import { levelByName, openingOf, tradeInPost } from './supplement.ts';

/** What the office's papers do not say and a person has to: once a file, or once for the batch. */
export type OpenQuestion =
  | { about: 'body'; file: string }
  | { about: 'tier'; choices: readonly string[] }
  | { about: 'column'; header: string; choices: readonly string[] }
  | { about: 'earlier'; headers: [string, string] }
  | { about: 'honours'; proposal: string }
  | { about: 'summary'; heading: string; example: string }
  | { about: 'trade'; example: string };

export interface Unanswered {
  draft: Draft;
  /** What the content knows already. */
  known: PersonRecord | undefined;
}

export function openQuestions(
  people: readonly Unanswered[],
  programme: Programme,
  forms: readonly ProgrammeForm[],
  asked: { summary: boolean; trade: boolean },
): OpenQuestion[] {
  const { rules } = programme;
  const lacking = (key: ColumnKey): Unanswered[] =>
    people.filter(({ draft, known }) => {
      const owner = key.split('.')[0] as keyof PersonRecord['candidate'];
      return (
        !draft.places.has(key) && draft.fields.get(key as never) === undefined && known?.candidate[owner] === undefined
      );
    });
  const questions: OpenQuestion[] = [];
  // A list says it for all of its rows, by --all; a form is one person's, and its sender is known by the file.
  const files = lacking('nominatingBody').flatMap(({ draft }) =>
    draft.where.line === undefined ? [draft.where.file] : [],
  );
  questions.push(...[...new Set(files)].map((file) => ({ about: 'body' as const, file })));
  const column = (key: ColumnKey): void => {
    const found = columnsFor(programme).find((one) => one.key === key);
    if (found && lacking(key).length > 0) {
      questions.push({ about: 'column', header: found.header, choices: found.choices ?? [] });
    }
  };
  if (rules.routes.allowed.length > 1) column('route');
  const titles = rules.tiers.filter(({ title }) => title);
  if (titles.length > 1 && lacking('tier').length > 0)
    questions.push({ about: 'tier', choices: titles.map(({ name }) => name) });
  if (rules.earlierPublicity && lacking('earlierPublicity.opensOn').length > 0) {
    const by = rules.earlierPublicity.by === 'employer' ? '本单位' : '区县';
    questions.push({ about: 'earlier', headers: [`${by}公示首日`, `${by}公示截止`] });
  }
  const unlevelled = people.flatMap(({ draft }) => {
    const honours = (draft.fields.get('honours') ?? []) as { name: string; level?: string }[];
    return honours.some(({ level }) => level !== undefined) ? [] : honours;
  });
  if (rules.honour && unlevelled.length > 0) {
    questions.push({ about: 'honours', proposal: proposalOf(unlevelled.map(({ name }) => name)) });
  }
  const posts = asked.trade ? people.filter(({ known }) => known?.candidate.trade === undefined) : [];
  const example = posts.flatMap(({ draft }) => {
    const trade = tradeInPost(draft);
    return trade === undefined ? [] : [`${draft.name}“${trade}”`];
  });
  if (example.length > 0) questions.push({ about: 'trade', example: example.slice(0, 3).join('、') });
  if (asked.summary) questions.push(...summaryQuestion(people, programme, forms));
  return questions;
}

const WORDS = { nation: '国家级', province: '省级', city: '市级', county: '县级', enterprise: '企业级' } as const;

function proposalOf(names: readonly string[]): string {
  return [...new Set(names)]
    .slice(0, 3)
    .map((name) => {
      const level = levelByName(name);
      return `“${name}”${level === undefined ? '看不出' : WORDS[level]}`;
    })
    .join('、');
}

function summaryQuestion(
  people: readonly Unanswered[],
  { rules }: Programme,
  forms: readonly ProgrammeForm[],
): OpenQuestion[] {
  const without = people.filter(
    ({ draft, known }) =>
      draft.fields.get('summary') === undefined &&
      !draft.places.has('summary') &&
      known?.candidate.summary === undefined,
  );
  const headings = [...forms.flatMap(({ summaryFrom }) => summaryFrom), ...rules.texts.map(({ heading }) => heading)];
  for (const heading of headings) {
    const text = without.map(({ draft }) => draft.texts.get(heading) ?? '').find((one) => one !== '');
    const example = text === undefined ? undefined : openingOf(cellOf(text), 100);
    if (example !== undefined) return [{ about: 'summary', heading, example }];
  }
  return [];
}

/** The questions as findings, each with the option that answers it. */
export function questionFindings(questions: readonly OpenQuestion[], file: string): Finding[] {
  return questions.flatMap((question): Finding[] => {
    switch (question.about) {
      case 'body':
        return [finding('import-ask-body', { file: question.file }, { file: question.file })];
      case 'column': {
        const [example = ''] = question.choices;
        const args = { header: question.header, choices: question.choices.join('、'), example };
        return [finding('import-ask-column', { file }, args)];
      }
      case 'tier':
        return [
          finding(
            'import-ask-tier',
            { file },
            { choices: question.choices.join('、'), example: question.choices.at(-1) ?? '' },
          ),
        ];
      case 'earlier': {
        const [opens, closes] = question.headers;
        return [finding('import-ask-earlier', { file }, { opens, closes })];
      }
      case 'honours':
        return [finding('import-ask-honours', { file }, { proposal: question.proposal })];
      case 'summary':
        return [finding('import-ask-summary', { file }, { heading: question.heading, example: question.example })];
      case 'trade':
        return [finding('import-ask-trade', { file }, { example: question.example })];
    }
  });
}
