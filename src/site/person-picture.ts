import type { CraftFamily } from '#core/candidate/craft-family.ts';
import { isPerson } from '#core/formats/subject.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';

/** What stands for somebody: the own portrait, else the motif of the craft, else the first character of the name in a seal. */
export type PersonPicture =
  | { kind: 'photo'; alt: string; credit: string }
  | { kind: 'motif'; family: CraftFamily }
  | { kind: 'seal'; initial: string }
  /** Of a collective without a craft, and of whoever may not be shown. */
  | { kind: 'none' };

/** A portrait and a motif show the craft, and go with the rest of the record; who is shown with a mark keeps the seal alone. */
export function pictureOf({ person, profile }: VisiblePerson): PersonPicture {
  if (!person || profile === 'neutral') return { kind: 'none' };
  const { name, photo, craftFamily } = person.data;
  if (profile === 'whole' && photo !== undefined) {
    return { kind: 'photo', alt: photo.alt ?? `${name}的照片`, credit: photo.credit };
  }
  if (profile === 'whole' && craftFamily !== undefined) return { kind: 'motif', family: craftFamily };
  return isPerson(person.data) ? { kind: 'seal', initial: [...name][0] ?? '' } : { kind: 'none' };
}
