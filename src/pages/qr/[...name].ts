import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { publication } from '../_publication.ts';
import { noticeAddress, personAddress, publicAddress } from '#site/address.ts';
import { qrSvg } from '#site/qr.ts';

/** A code for every notice and every profile: its address and nothing else. */
export const getStaticPaths = (async () => {
  const { rounds, site } = await publication();
  const targets = rounds.flatMap((round) => [
    [round.id.replace('/', '-'), noticeAddress(round.id)] as const,
    ...round.visible.map(({ id }) => [`people/${id}`, personAddress(id)] as const),
  ]);
  return targets.flatMap(([name, target]) =>
    (['svg', 'png'] as const).map((format) => ({
      params: { name: `${name}.${format}` },
      props: { text: publicAddress(site.address, target), format },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string; format: 'svg' | 'png' }> = async ({ props: { text, format } }) => {
  const svg = qrSvg(text, 12);
  if (format === 'svg') return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } });
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 2 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
