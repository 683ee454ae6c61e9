import type { APIRoute } from 'astro';
import { robotsText } from '#site/feeds/sitemap.ts';
import { publication } from './_publication.ts';

export const GET: APIRoute = async () => {
  const { site } = await publication();
  return new Response(robotsText(site.address, site.sample === true), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
