import type { Table, Terms } from './table.ts';

export interface RowRequest {
  table: Table;
  terms: Terms;
  /** From 0; `until` is the last row of the same person. */
  row: number;
  until: number;
  /** Merges already spoken of. */
  reported: Set<string>;
}
