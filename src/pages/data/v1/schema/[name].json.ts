import type { APIRoute, GetStaticPaths } from 'astro';
import { z } from 'zod';
import { dataIndexSchema, roundDataSchema } from '#site/feeds/open-data-schema.ts';
import { jsonFile } from '#site/feeds/safe-json.ts';

/** From the very schemas that the types are made of. */
const SCHEMAS = { round: roundDataSchema, index: dataIndexSchema };

export const getStaticPaths = (() =>
  Object.keys(SCHEMAS).map((name) => ({ params: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const schema = z.toJSONSchema(SCHEMAS[params['name'] as keyof typeof SCHEMAS], { target: 'draft-7' });
  return new Response(jsonFile(schema), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
};
