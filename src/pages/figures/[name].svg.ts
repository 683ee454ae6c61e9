import type { APIRoute, GetStaticPaths } from 'astro';
import { figureFile } from '#site/drawing/figure-file.ts';
import type { Figure } from '#site/figures/figure.ts';
import { figuresOf } from '#site/figures/index.ts';
import { chineseInstant } from '#site/words/chinese-dates.ts';
import { publication } from '../_publication.ts';

export const getStaticPaths = (async () =>
  figuresOf(await publication()).map((figure) => ({
    params: { name: figure.name },
    props: { figure },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ figure: Figure }> = async ({ props }) => {
  const { site, now } = await publication();
  const sample = site.sample ? '示例数据，人物均为虚构。' : '';
  const source = `${sample}来源：${site.name}（${site.organiser}），${chineseInstant(now)}。`;
  return new Response(figureFile(props.figure, source), { headers: { 'Content-Type': 'image/svg+xml' } });
};
