import type { APIRoute, GetStaticPaths } from 'astro';
import { noticeAddress, personAddress, publicAddress } from '#site/address.ts';
import { publicPeople } from '#site/publication.ts';
import { noticeCode, type QrModules, qrModules, qrSvg } from '#site/qr.ts';
import { publication } from '../_publication.ts';
import { qrPng } from './_png.ts';

/** A code for every notice and every profile: its address; of a notice the fingerprint of what was approved as well. */
export const getStaticPaths = (async () => {
  const all = await publication();
  const { notices, site } = all;
  const targets = [
    ...notices.map(
      (round) =>
        [
          round.id.replace('/', '-'),
          noticeCode(publicAddress(site.address, noticeAddress(round.id)), round.approved),
        ] as const,
    ),
    ...publicPeople(all).map(
      ({ person: { id } }) => [`people/${id}`, publicAddress(site.address, personAddress(id))] as const,
    ),
  ];
  return targets.flatMap(([name, text]) =>
    (['svg', 'png'] as const).map((format) => ({
      params: { name: `${name}.${format}` },
      props: { text, format },
      cacheKey: text,
    })),
  );
}) satisfies GetStaticPaths;

/** Pixels to a module. */
const SCALE = 12;

/** Both pictures of a code are asked for one after the other. */
let last: { text: string; modules: QrModules } | undefined;

function codeOf(text: string): QrModules {
  if (last?.text !== text) last = { text, modules: qrModules(text, 'Q') };
  return last.modules;
}

export const GET: APIRoute<{ text: string; format: 'svg' | 'png' }> = ({ props: { text, format } }) =>
  format === 'svg'
    ? new Response(qrSvg(codeOf(text), SCALE), { headers: { 'Content-Type': 'image/svg+xml' } })
    : new Response(qrPng(codeOf(text), SCALE), { headers: { 'Content-Type': 'image/png' } });
