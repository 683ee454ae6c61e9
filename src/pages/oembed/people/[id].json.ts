import type { APIRoute, GetStaticPaths } from 'astro';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { personOEmbed } from '#site/feeds/oembed.ts';
import { safeJson } from '#site/feeds/safe-json.ts';
import type { PublicRound } from '#site/publication.ts';
import { personPaths, publication } from '../../_publication.ts';

export const getStaticPaths = (() => personPaths()) satisfies GetStaticPaths;

export const GET: APIRoute<{ person: VisiblePerson; round: PublicRound }> = async ({ props }) =>
  new Response(safeJson(personOEmbed(props.person, props.round, (await publication()).site)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
