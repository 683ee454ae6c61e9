import { ALL_FIELDS } from '#core/candidate/candidate.ts';
import { type Finding, finding } from '#core/catalogue/finding.ts';
import { chineseField } from '#core/records/field-words.ts';
import type { PersonRecord } from '#core/roster/record.ts';
import { yamlIn } from '#pipeline/content/edit-front-matter.ts';
import { editPairs, type PairEdit } from '#pipeline/content/edit-pairs.ts';
import { yamlComments } from '#pipeline/content/yaml-comments.ts';
import { fieldLines, personFile, textsOf } from './person-file.ts';

export interface RewrittenPerson {
  text: string;
  /** Comments for which the new text has no place. */
  findings: Finding[];
}

/**
 * A person's file with another record in it. Comments in its front matter stay where they are: then only the fields that change are
 * replaced, else the file is written anew in its fixed form.
 * @param file its text, of which `before` was read
 * @param path below the content folder
 */
export function rewrittenPerson(
  file: string,
  path: string,
  before: PersonRecord,
  after: PersonRecord,
): RewrittenPerson {
  const present = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { start, source } = yamlIn(present);
  const comments = yamlComments(source);
  if (comments.length === 0) return { text: personFile(after), findings: [] };
  const edits = KEYS.flatMap((key, index): PairEdit[] => {
    const [old, now] = [fieldLines(key, before.candidate), fieldLines(key, after.candidate)];
    return old === now ? [] : [{ key, text: now === '' ? undefined : now, after: KEYS.slice(0, index) }];
  });
  const edited = editPairs(present, edits);
  const at = (field: string, line: number): Finding => finding('import-comment-lost', { file: path, line }, { field });
  if (!edited) {
    const findings = comments.map(({ offset }) => at('---', present.slice(0, start + offset).split('\n').length));
    return { text: personFile(after), findings };
  }
  const lines = edited.file.split('\n');
  const head = lines.slice(0, lines.indexOf('---', 1) + 1).join('\n');
  const isSameBody = JSON.stringify(before.sections) === JSON.stringify(after.sections);
  return {
    text: isSameBody ? edited.file : `${head}\n${textsOf(after.sections)}`,
    findings: edited.lost.map(({ key, line }) => at(chineseField(key, {}), line)),
  };
}

const KEYS = ALL_FIELDS.map(({ key }) => key);
