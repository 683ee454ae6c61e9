import { SUBJECTS } from '#core/formats/subject.ts';
import { wordsOf } from '#desk/frame/words.ts';
import type { ImportAnswers } from '#pipeline/intake/session/session-answers.ts';

/** The same import as it would be typed; the files are where the clerk has them. */
export function equivalentWords(answers: ImportAnswers, round: string, files: readonly string[]): string[] {
  const pairs = (record: Record<string, string>): string[] =>
    Object.entries(record).map(([key, value]) => (key === '' ? value : `${key}=${value}`));
  const rows = Object.entries(answers.rows);
  const edits = Object.entries(answers.edits);
  const { addBodies } = answers;
  return [
    ...files,
    ...wordsOf({
      round,
      sheet: answers.sheet,
      list: answers.list,
      all: pairs(answers.all),
      'ordered-by': answers.orderedBy,
      from: pairs(answers.from),
      'honour-level': answers.honourLevels,
      'summary-from': answers.summaryFrom === '' ? '不写' : answers.summaryFrom,
      'trade-from': answers.tradeFrom && (answers.tradeFrom === 'post' ? '岗位' : '不写'),
      'add-bodies': addBodies !== undefined,
      'body-kind': addBodies?.kind,
      'real-name': answers.realNames,
      subject: Object.entries(answers.subjects).map(([name, subject]) => `${name}=${SUBJECTS[subject].words}`),
      same: rows.flatMap(([row, who]) => (who === 'new' ? [] : [`${row}=${who}`])),
      new: rows.flatMap(([row, who]) => (who === 'new' ? [row] : [])),
      remove: answers.remove,
      'keep-person': edits.flatMap(([id, choice]) => (choice === 'keep' && id !== '' ? [id] : [])),
      'take-person': edits.flatMap(([id, choice]) => (choice === 'take' && id !== '' ? [id] : [])),
      cell: answers.cells.map(
        ({ file, sheet, cell, text }) => `${file}${sheet === undefined ? ' ' : `“${sheet}”`}${cell}=${text}`,
      ),
      head: answers.heads.map(({ label, means }) => `${label}=${means}`),
      'photo-credit': answers.photoCredit,
      'photo-consent': answers.photoConsent,
      'confirm-pdf': answers.confirmedPdf,
      yes: true,
    }),
  ];
}
