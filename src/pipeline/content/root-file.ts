import { type Finding, finding } from '#core/catalogue/finding.ts';
import { ROOT_FILE_LIMIT, ROOT_FOLDER, rootFileFindings } from '#core/records/root-file.ts';
import type { TreeFile } from './content-tree.ts';
import { textOf } from './text-file.ts';

/** A file of the folder `root`: its name below it, or what is wrong with it. */
export function readRootFile(file: TreeFile): { name?: string; findings: Finding[] } {
  if (file.kind === 'file' && file.size > ROOT_FILE_LIMIT) {
    const args = { size: file.size, limit: ROOT_FILE_LIMIT };
    return { findings: [finding('root-file-large', { file: file.path }, args)] };
  }
  const read = textOf(file);
  const findings = 'findings' in read ? read.findings : rootFileFindings(file.path, read.text);
  return findings.length > 0 ? { findings } : { name: file.path.slice(ROOT_FOLDER.length), findings };
}
