import { z } from 'zod';

/**
 * `content/published.json`: every address that was ever public, below the root of the site, and how far the ledger at each target had
 * come. Written by `publish`, never by hand. An address in it answers for ever; the page there may have become a neutral sentence.
 */
export const publishedSchema = z.strictObject({
  addresses: z.array(
    z
      .string()
      .max(300)
      .regex(/^(?:[a-z0-9_-][a-z0-9._-]*\/)*(?:[a-z0-9_-][a-z0-9._-]*)?$/i),
  ),
  /** The address under which the ids of feeds and calendars were minted: that of the first publication, wherever the site is now. */
  identity: z
    .string()
    .max(500)
    .regex(/^https?:\/\/[^\s/]+\/(?:\S*\/)?$/)
    .optional(),
  /** Target as `publish --to` names it → the last head that was published there. */
  ledgers: z
    .record(
      z.string().min(1).max(500),
      z.strictObject({ size: z.int().min(0).max(999_999_999), root: z.string().regex(/^[0-9a-f]{64}$/) }),
    )
    .optional(),
});
export type PublishedAddresses = z.infer<typeof publishedSchema>;

/**
 * What is written down of what others link to, embed, subscribe to or load. Cards, pictures, codes and copy pages follow from the page
 * they belong to (`answering`), the index of the search and what a page brings along for itself are nobody else's.
 */
export function isLasting(file: string): boolean {
  if (
    /^(?:pagefind|_astro|evidence|photos|search|embed|oembed|share|qr)\/(?!index\.html$)/.test(file) ||
    file === '404.html'
  )
    return false;
  return /(?:^|\/)index\.html$/.test(file)
    ? !/\/share\/index\.html$/.test(file)
    : /\.(?:json|xml|ics|vcf|csv)$/.test(file) && !isRootFile(file);
}

/** A verification of the office's domain, such as `BingSiteAuth.xml`, goes when the office takes it away. */
function isRootFile(file: string): boolean {
  return /^[^/]+\.xml$/.test(file) && !/^(?:feed|sitemap)\.xml$/.test(file);
}

/** `people/7tmn7wz/index.html` answers at `people/7tmn7wz/`. */
export function addressOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

/** All addresses that were public together with one. */
export function answering(address: string): string[] {
  const person = /^people\/([^/]+)\/$/.exec(address)?.[1];
  if (person !== undefined) return [address, ...companions(`people/${person}`, `people/${person}`)];
  const round = /^([^/]+)\/([^/]+)\/notice\/$/.exec(address);
  return round ? [address, ...companions(`${round[1]}/${round[2]}`, `${round[1]}-${round[2]}`)] : [address];
}

function companions(path: string, name: string): string[] {
  return [
    `${path}/share/`,
    `embed/${path}/`,
    `oembed/${path}.json`,
    ...[1200, 900, 500].map((width) => `share/${name}-${width}.png`),
    ...['svg', 'png'].map((format) => `qr/${name}.${format}`),
  ];
}
