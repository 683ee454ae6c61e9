import type { APIRoute } from 'astro';
import { CARD_ELEMENT } from '#site/live/card-element.ts';

export const GET: APIRoute = () =>
  new Response(CARD_ELEMENT, { headers: { 'Content-Type': 'application/javascript; charset=utf-8' } });
