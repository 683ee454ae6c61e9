import type { APIRoute, GetStaticPaths } from 'astro';
import { csvFile } from '#core/formats/csv.ts';
import type { Table } from '#site/figures/figure.ts';
import { figuresOf } from '#site/figures/index.ts';
import { publication } from '../_publication.ts';

export const getStaticPaths = (async () =>
  figuresOf(await publication()).map(({ name, table }) => ({
    params: { name },
    props: { table },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ table: Table }> = ({ props: { table } }) =>
  new Response(new Uint8Array(csvFile([table.head, ...table.rows].map((row) => [...row]))), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
