import type { Publication } from '#site/publication.ts';
import { districtsFigure } from './districts.ts';
import type { Figure } from './figure.ts';
import { honoursFigure } from './honours.ts';
import { levelsFigure } from './levels.ts';
import { windowsFigure } from './windows.ts';
import { yearsFigure } from './years.ts';

/** The figures of a site, those left out for which it has no numbers. */
export function figuresOf(publication: Publication): Figure[] {
  const all = [yearsFigure, levelsFigure, districtsFigure, honoursFigure, windowsFigure];
  return all.flatMap((figure) => figure(publication) ?? []);
}
