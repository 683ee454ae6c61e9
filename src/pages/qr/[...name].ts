import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { publication } from '../_publication.ts';
import { noticeAddress, personAddress, publicAddress } from '#site/address.ts';
import { noticeCode, qrSvg } from '#site/qr.ts';

/** A code for every notice and every profile: its address; of a notice the fingerprint of what was approved as well. */
export const getStaticPaths = (async () => {
  const { rounds, site } = await publication();
  const targets = rounds.flatMap((round) => [
    [
      round.id.replace('/', '-'),
      noticeCode(publicAddress(site.address, noticeAddress(round.id)), round.approved),
    ] as const,
    ...round.visible.map(({ id }) => [`people/${id}`, publicAddress(site.address, personAddress(id))] as const),
  ]);
  return targets.flatMap(([name, text]) =>
    (['svg', 'png'] as const).map((format) => ({
      params: { name: `${name}.${format}` },
      props: { text, format },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string; format: 'svg' | 'png' }> = async ({ props: { text, format } }) => {
  const svg = qrSvg(text, 12);
  if (format === 'svg') return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 2 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
