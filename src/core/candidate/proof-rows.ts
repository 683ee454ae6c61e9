import type { Programme } from '#core/programme/programme.ts';
import { ALL_FIELDS, type Candidate, valueOf } from './candidate.ts';

export type ProofRow = readonly [label: string, value: string];

/** Lines first, then lists, each in the order of the table; who it is and where stands in the head of a proof. */
export function proofRows(person: Candidate, programme: Programme): ProofRow[] {
  return (['lines', 'lists'] as const).flatMap((among) =>
    ALL_FIELDS.flatMap((field): ProofRow[] => {
      const { proof, words } = field;
      if (proof === 'head' || proof.among !== among) return [];
      const value = proof.text(valueOf(person, field), programme);
      return value === '' ? [] : [[words, value]];
    }),
  );
}
