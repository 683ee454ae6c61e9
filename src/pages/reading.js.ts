import type { APIRoute } from 'astro';
import { reading } from '#browser/reading.ts';
import { safeJson } from '#site/feeds/safe-json.ts';
import panel from '../styles/reading.css?raw';
import chosen from '../styles/reading-grounds.css?raw';

/** `.large { … }` of the style sheet as name and declarations. */
const grounds = Object.fromEntries(
  [...chosen.matchAll(/\.([a-z]+) \{([^}]*)\}/g)].map(([, name = '', declarations = '']) => [
    name,
    declarations.replace(/\s+/g, ' ').trim(),
  ]),
);

export const GET: APIRoute = () =>
  new Response(`(${reading.toString()})(${safeJson(panel)},${safeJson(grounds)});\n`, {
    headers: { 'Content-Type': 'application/javascript; charset=utf-8' },
  });
