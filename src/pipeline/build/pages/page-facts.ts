import { type BuiltPage, pageAddress, pageOf } from '#pipeline/build/built-page.ts';
import { finishedPage } from '#pipeline/build/content-policy.ts';
import { type PageText, pageText } from '#pipeline/build/search/documents.ts';

/** What is asked of a finished page: by the inspection, and by the search. */
export interface PageTold {
  page: BuiltPage;
  text: PageText;
}

/** A page is read once: for its policy, for what it shows and where it leads, and for what can be found in it. */
export function finishedFacts(file: string, html: string, reading?: string): { html: string; told: PageTold } {
  const finished = finishedPage(file, html, reading);
  const address = pageAddress(file);
  return {
    html: finished.html,
    told: { page: pageOf(address, finished.tree), text: pageText(address, finished.tree) },
  };
}
