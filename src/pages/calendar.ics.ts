import type { APIRoute } from 'astro';
import { publication } from './_publication.ts';
import { siteCalendar } from '#site/feeds/notice-ics.ts';

export const GET: APIRoute = async () =>
  new Response(siteCalendar(await publication()), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
