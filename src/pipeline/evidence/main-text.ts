import { parse } from 'parse5';
import { firstElement, visibleText } from '#pipeline/build/built-page.ts';

/** The words of a page's main part as a reader sees them: what stands above and below it may change with the site. */
export function mainText(html: string): string {
  const main = firstElement(parse(html), ({ tagName }) => tagName === 'main');
  return main ? visibleText(main) : '';
}
