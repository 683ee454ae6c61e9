import type { GetStaticPaths } from 'astro';
import { giveMedia, mediaPaths } from '../../_media.ts';

export const getStaticPaths = (() => mediaPaths('mp4')) satisfies GetStaticPaths;
export const GET = giveMedia('mp4');
