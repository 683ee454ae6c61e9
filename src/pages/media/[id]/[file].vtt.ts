import type { GetStaticPaths } from 'astro';
import { giveMedia, mediaPaths } from '../../_media.ts';

export const getStaticPaths = (() => mediaPaths('vtt')) satisfies GetStaticPaths;
export const GET = giveMedia('vtt');
