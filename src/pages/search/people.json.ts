import type { APIRoute } from 'astro';
import { publication } from '../_publication.ts';
import { peopleIndex } from '#site/pages/search-view.ts';

export const GET: APIRoute = async () => Response.json(peopleIndex(await publication()).directory);
