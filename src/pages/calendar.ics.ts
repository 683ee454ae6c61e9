import type { APIRoute } from 'astro';
import { siteCalendar } from '#site/feeds/notice-ics.ts';
import { publication } from './_publication.ts';

export const GET: APIRoute = async () =>
  new Response(siteCalendar(await publication()), { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
