import { type Figure, WIDE } from '#site/figures/figure.ts';
import { DARK, LIGHT } from './palette.ts';

/** Serif for headings, sans for all else, by the names the machines of readers have. */
const SONG = `'Songti SC','Noto Serif CJK SC','Source Han Serif SC',STSong,SimSun,serif`;
const HEI = `'PingFang SC','HarmonyOS Sans SC',MiSans,'Microsoft YaHei','Noto Sans CJK SC',sans-serif`;
const MARGIN = 24;
const HEAD = 64;
const FOOT = 40;

/** A figure as a file of its own, to be taken elsewhere: with its title, how to read it, and where it comes from. */
export function figureFile(figure: Figure, source: string): string {
  const { title, note, remarks } = figure;
  const { width, height, body } = figure.draw(WIDE);
  const [across, down] = [width + 2 * MARGIN, height + HEAD + FOOT + 2 * MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${down}" width="${across}" height="${down}" font-family="${HEI}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${rulesOf(LIGHT)}@media (prefers-color-scheme:dark){${rulesOf(DARK)}}</style>`,
    `<rect class="ground" width="${across}" height="${down}" fill="${LIGHT.sheet}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 24}" font-size="24" font-weight="700" class="ink song">${escaped(title)}</text>`,
    `<text x="${across - MARGIN}" y="${MARGIN + 24}" font-size="15" text-anchor="end" class="grey">${escaped(note)}</text>`,
    `<path class="tick" d="M${MARGIN} ${MARGIN + 38}h${width}"/>`,
    `<g transform="translate(${MARGIN} ${MARGIN + HEAD})">${body}</g>`,
    `<text x="${MARGIN}" y="${down - MARGIN}" font-size="13" class="grey">${escaped([...remarks, source].join(' '))}</text>`,
    '</svg>\n',
  ].join('');
}

function rulesOf(colours: Record<keyof typeof LIGHT, string>): string {
  const { sheet, ink, grey, line, bronze } = colours;
  return [
    `.ground{fill:${sheet}}text{font-variant-numeric:tabular-nums}`,
    `.ink{fill:${ink}}.grey{fill:${grey}}.song{font-family:${SONG};font-weight:700}`,
    `.bar,.tile{fill:${bronze}}.open{fill:none;stroke:${bronze};stroke-width:1.5}`,
    `.dots{stroke:${bronze};stroke-linecap:round;fill:none}`,
    `.rule{stroke:${line};fill:none}.tick{stroke:${ink};stroke-width:2;fill:none}`,
    ...SHADES.map((opacity, at) => `.t${at}{fill-opacity:${opacity}}`),
  ].join('');
}

/** From nobody to most; the text on the darkest is still 7:1. */
const SHADES = [0.04, 0.1, 0.16, 0.22, 0.28, 0.34] as const;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
