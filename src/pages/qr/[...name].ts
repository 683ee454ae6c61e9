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
  return targets.flatMap(([name, text]) => {
    const modules = qrModules(text, 'Q');
    return (['svg', 'png'] as const).map((format) => ({
      params: { name: `${name}.${format}` },
      props: { modules, format },
    }));
  });
}) satisfies GetStaticPaths;

/** Pixels to a module. */
const SCALE = 12;

export const GET: APIRoute<{ modules: QrModules; format: 'svg' | 'png' }> = ({ props: { modules, format } }) =>
  format === 'svg'
    ? new Response(qrSvg(modules, SCALE), { headers: { 'Content-Type': 'image/svg+xml' } })
    : new Response(qrPng(modules, SCALE), { headers: { 'Content-Type': 'image/png' } });
