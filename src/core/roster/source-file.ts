import type { Grid } from './grid.ts';

/** One file as a grid. */
export interface SourceFile {
  /** Fit for a message. */
  file: string;
  grid: Grid;
  /** It lies in a folder with others, where not every paper is a list or a form. */
  beside?: boolean;
}
