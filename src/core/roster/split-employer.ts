import { type Finding, finding } from '#core/catalogue/finding.ts';
import type { Draft } from './person-draft.ts';
import type { Reading } from './reading.ts';

/** 单位及职务 in one cell, taken apart where an employer's name plainly ends; a proposal that a person looks at, row by row. */
export function splitEmployer(draft: Draft, { cells }: Reading, findings: Finding[]): void {
  const cell = cells.get('employer')?.find(({ combined }) => combined);
  if (!cell || draft.employer === '' || draft.fields.get('post') !== undefined) return;
  const split = employerAndPost(draft.employer);
  if (!split) {
    findings.push(finding('import-split-unclear', cell.where));
    return;
  }
  const { employer, post } = split;
  if (post === undefined) return;
  draft.employer = employer;
  draft.fields.set('employer', employer);
  draft.fields.set('post', post);
  draft.places.set('post', cell.where);
  findings.push(finding('import-split-proposal', cell.where, { employer, post }));
}

/** `甲有限公司 班组长`, `甲集团有限公司乙分公司操作队队长`; without a post where nothing follows the name; `undefined` where nobody can tell. */
function employerAndPost(text: string): { employer: string; post?: string } | undefined {
  const [, first = '', second = ''] = /^(\S+)[\s、，,；;/]+(\S.*)$/u.exec(text) ?? [];
  if (first !== '' && ENDS.test(first) && !ENDS.test(second)) return { employer: first, post: second };
  const found =
    /^(.*(?:有限责任公司|有限公司|股份公司|分公司|公司|集团|研究院|研究所|工作室|医院|学校|学院|大学|合作社|[厂矿店社局]))(.*)$/u.exec(
      text,
    );
  if (!found) return undefined;
  const [, employer = '', post = ''] = found;
  if (post === '') return { employer };
  return [...post].length <= 20 && !/^[（(]/u.test(post) ? { employer, post } : undefined;
}

const ENDS = /(?:公司|集团|院|所|室|校|学|社|厂|矿|店|局|会|中心|站|队|部)$/u;
