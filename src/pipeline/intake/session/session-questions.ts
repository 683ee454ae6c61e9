import type { Finding } from '#core/catalogue/finding.ts';
import type { Programme } from '#core/programme/programme.ts';
import type { EditedPerson } from '#core/roster/hand-edits.ts';
import type { KnownPerson, Question } from '#core/roster/match.ts';
import type { OpenQuestion } from '#core/roster/open-question.ts';
import type { RoundPlan } from '#pipeline/intake/round-plan.ts';

/** What only a person can say before an import is written, whatever way it is asked in. */
export type SessionQuestion =
  | OpenQuestion
  /** Two cards: the row, and whom it may be. */
  | ({ about: 'who' } & Question)
  | { about: 'gone'; person: KnownPerson }
  /** A name that is hardly a person's. */
  | { about: 'name'; name: string; kind: 'collective' | 'doubtful' }
  | { about: 'sheet'; names: string[] }
  | { about: 'list'; words: string[]; lists: string }
  | { about: 'bodies'; names: string; kinds: { kind: string; name: string }[]; must: boolean }
  | { about: 'pdf'; file: string; count: number; flag: string }
  | { about: 'edited'; person: EditedPerson }
  /** Credit and consent of the pictures that came with the batch. */
  | { about: 'photos'; count: number; credit: boolean; consent: boolean };

/** The open questions of a plan, in the order in which they are asked: what decides about the whole table first. */
export function questionsOf(planned: RoundPlan, edited: readonly EditedPerson[]): SessionQuestion[] {
  const { plan, findings, round } = planned;
  const gone = round.approved ? [] : plan.gone.filter(({ id }) => findings.some((one) => isGone(one, id)));
  return [
    ...findings.flatMap((one) => ofTable(one)),
    ...plan.open,
    ...findings.flatMap((one) => ofName(one)),
    ...plan.questions.map((question) => ({ about: 'who' as const, ...question })),
    ...gone.map((person) => ({ about: 'gone' as const, person })),
    ...findings.flatMap((one) => ofBodies(one, round.programme.data)),
    ...findings.flatMap((one) => ofPdf(one)),
    ...ofPhotos(findings),
    ...edited.map((person) => ({ about: 'edited' as const, person })),
  ];
}

/** Whether a finding is put as a question, so that nobody has to read it twice. */
export function isAsked({ code }: Finding): boolean {
  return ASKED.has(code);
}

const ASKED: ReadonlySet<string> = new Set([
  'import-ask-body',
  'import-ask-column',
  'import-ask-tier',
  'import-ask-earlier',
  'import-ask-honours',
  'import-ask-summary',
  'import-ask-trade',
  'import-who-is-this',
  'import-id-other-person',
  'import-person-gone',
  'import-name-collective',
  'import-name-placeholder',
  'import-name-mixed',
  'import-several-rosters',
  'import-several-lists',
  'import-bodies-new',
  'import-bodies-kind',
  'import-pdf-unconfirmed',
  'import-edited-by-hand',
  'import-edited-unknown',
  'import-edited-list',
  'photo-credit-missing',
  'photo-consent-missing',
]);

function isGone({ code, args }: Finding, id: string): boolean {
  return code === 'import-person-gone' && args['id'] === id;
}

function ofTable({ code, args }: Finding): SessionQuestion[] {
  if (code === 'import-several-rosters') return [{ about: 'sheet', names: quotedIn(String(args['names'])) }];
  if (code !== 'import-several-lists') return [];
  const lists = String(args['lists']);
  return [{ about: 'list', lists, words: kindsIn(lists) }];
}

function quotedIn(text: string): string[] {
  return [...new Set([...text.matchAll(/“([^”]+)”/gu)].map(([, name = '']) => name))];
}

/** `“拟命名名单”（拟命名）`: by its kind, or by its heading where nobody knows the kind. */
function kindsIn(lists: string): string[] {
  return [...lists.matchAll(/“([^”]+)”(?:（([^（）]+)）)?/gu)].map(([, heading = '', kind]) =>
    kind === undefined || kind === '没有写明是哪一种' ? heading : kind,
  );
}

function ofName({ code, args }: Finding): SessionQuestion[] {
  const name = String(args['name']);
  if (code === 'import-name-collective') return [{ about: 'name', name, kind: 'collective' }];
  if (code === 'import-name-placeholder' || code === 'import-name-mixed')
    return [{ about: 'name', name, kind: 'doubtful' }];
  return [];
}

function ofBodies({ code, args }: Finding, { rules }: Programme): SessionQuestion[] {
  if (code !== 'import-bodies-new' && code !== 'import-bodies-kind') return [];
  const byKind = rules.nominatingQuotas?.byKind ?? [];
  const kinds = byKind.map(({ kind, name }) => ({ kind, name }));
  return [{ about: 'bodies', names: String(args['names']), kinds, must: code === 'import-bodies-kind' }];
}

function ofPdf({ code, args, where }: Finding): SessionQuestion[] {
  if (code !== 'import-pdf-unconfirmed') return [];
  const count = Number(args['count']);
  return [{ about: 'pdf', file: where.file, count, flag: `${where.file}=${count}` }];
}

/** Once for all pictures, and of each only what is missing somewhere. */
function ofPhotos(findings: readonly Finding[]): SessionQuestion[] {
  const lacking = (code: Finding['code']): Finding[] => findings.filter((one) => one.code === code);
  const [credit, consent] = [lacking('photo-credit-missing'), lacking('photo-consent-missing')];
  const count = Math.max(credit.length, consent.length);
  return count === 0 ? [] : [{ about: 'photos', count, credit: credit.length > 0, consent: consent.length > 0 }];
}
