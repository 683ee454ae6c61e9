import type { GetStaticPaths } from 'astro';
import { givePortrait, portraitPaths } from '../_portraits.ts';

export const getStaticPaths = (() => portraitPaths('webp')) satisfies GetStaticPaths;
export const GET = givePortrait;
