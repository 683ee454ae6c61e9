import type { Finding } from '#core/catalogue/finding.ts';
import type { Imported } from '#core/records/imported.ts';
import type { Roster } from '#core/records/roster.ts';
import type { EditableCell } from '#core/roster/editable-cell.ts';
import type { Plan } from '#core/roster/plan.ts';
import type { ColumnUse } from '#core/roster/reading.ts';
import type { Listed } from '#pipeline/intake/envelope/envelope-file.ts';
import type { PhotoPlan } from '#pipeline/intake/photos/photos.ts';
import type { KnownRound } from './known-round.ts';

/** Everything an import would do to a round, not yet done. */
export interface RoundPlan {
  round: KnownRound;
  plan: Plan;
  photos: PhotoPlan;
  columns: ColumnUse[];
  /** The new text of each person's file that is written over one that is there. */
  rewritten: ReadonlyMap<string, string>;
  roster: Roster | undefined;
  /** The new `round.md`, where the import adds to it. */
  roundFile?: string | undefined;
  /** Files of the notice of those who join the list, which has the roster in its place. */
  added?: ReadonlyMap<string, string> | undefined;
  /** What the next import will know of this one. */
  imported: Imported;
  /** Every file of what was handed in, and what became of it. */
  envelope: Listed[];
  /** Files from which rows were read that a person has to compare. */
  pdfs: ReadonlySet<string>;
  /** Cells that a person may write anew, with nothing private in them. */
  cells: EditableCell[];
  /** Heads and labels that a person may explain. */
  unknown: string[];
  /** The programme's heads with those explained now: path below the content folder, and text. */
  heads?: { path: string; text: string } | undefined;
  findings: Finding[];
}
