import type { CraftFamily } from '#core/candidate/craft-family.ts';
import { motif } from '#core/motifs/index.ts';
import type { Box, Stroke } from '#core/motifs/stroke.ts';
import { pathsOf } from '#core/motifs/svg.ts';
import { DARK, LIGHT } from './palette.ts';

/** 4:5, as a portrait. */
export const PORTRAIT: Box = { width: 400, height: 500 };

/** A person's motif as a file: ink on its own paper, both for the dark too. */
export function motifFile(family: CraftFamily, id: string, box: Box = PORTRAIT): string {
  return drawnFile(motif(family, id, box), box);
}

function drawnFile(strokes: readonly Stroke[], { width, height }: Box): string {
  const paths = pathsOf(strokes).map((one) => `<path stroke-width="${one.width}" d="${one.d}"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<style>@media (prefers-color-scheme:dark){rect{fill:${DARK.sheet}}g{stroke:${DARK.ink}}}</style>`,
    `<rect width="${width}" height="${height}" fill="${LIGHT.sheet}"/>`,
    `<g fill="none" stroke="${LIGHT.ink}" stroke-linecap="round" stroke-linejoin="round">`,
    ...paths,
    '</g></svg>\n',
  ].join('');
}
