import type { APIRoute } from 'astro';
import { sitemapEntries, sitemapXml } from '#site/feeds/sitemap.ts';
import { publication } from './_publication.ts';

export const GET: APIRoute = async () => {
  const site = await publication();
  return new Response(sitemapXml(site.site.address, sitemapEntries(site)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};
