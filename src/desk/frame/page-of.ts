import type { Visit } from './screen.ts';

/** For fields of a form that only asks for an address (`method="get"`): they stand as the query has them. */
export function pageOf(query: URLSearchParams): Pick<Visit, 'draft'> {
  const fields = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  return { draft: { at: 0, address: '', fields } };
}
