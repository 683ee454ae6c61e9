import { lookAtDataAddresses } from './data-address.ts';
import { type Looker, place } from './view.ts';

/** Any text as it stands, and what it carries in `data:` addresses. */
export function lookAtText(text: string, where: string, looker: Looker): void {
  looker.text(where, text, true);
  lookAtDataAddresses(text, place(where, 'data:'), looker);
}
