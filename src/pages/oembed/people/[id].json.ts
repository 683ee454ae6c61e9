import type { APIRoute, GetStaticPaths } from 'astro';
import { publication } from '../../_publication.ts';
import type { VisiblePerson } from '#core/lifecycle/visible-people.ts';
import { personOEmbed } from '#site/oembed.ts';
import type { PublicRound } from '#site/publication.ts';

export const getStaticPaths = (async () => {
  const { rounds } = await publication();
  return rounds.flatMap((round) =>
    round.visible.map((person) => ({ params: { id: person.id }, props: { person, round } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ person: VisiblePerson; round: PublicRound }> = async ({ props }) =>
  Response.json(personOEmbed(props.person, props.round, (await publication()).site));
