import { fileURLToPath } from 'node:url';

/** The repository: astro.config.mjs stands there, wherever a command is called from. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
