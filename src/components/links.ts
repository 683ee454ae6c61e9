import { linksFrom } from '#site/address.ts';

/** Links of the page that is being rendered: `const link = linksOf(Astro);`. */
export function linksOf({ url }: { url: URL }): (target: string) => string {
  return linksFrom(url.pathname, import.meta.env.BASE_URL);
}
