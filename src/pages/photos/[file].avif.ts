import type { GetStaticPaths } from 'astro';
import { givePortrait, portraitPaths } from '../_portraits.ts';

export const getStaticPaths = (() => portraitPaths('avif')) satisfies GetStaticPaths;
export const GET = givePortrait;
