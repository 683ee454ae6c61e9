import { type Html, html } from '#core/formats/html.ts';
import type { PageChange, ReleaseDifference } from '#pipeline/publish/release-difference.ts';

/** What readers will find otherwise, page by page: people and notices are told by the title of their page. */
export function differenceShown({ added, changed, removed, otherFiles }: ReleaseDifference): Html {
  if (added.length + changed.length + removed.length + otherFiles === 0) {
    return html`<p class="note">与读者现在看到的一样，没有一页不同。</p>`;
  }
  return html`${part('读者会多看到', added)} ${part('读者会看到改动', changed)} ${part('读者再也看不到', removed)}
  ${otherFiles > 0 && html`<p>另有照片、订阅、检索等文件 ${otherFiles} 个不同。</p>`}`;
}

/** More than these are folded: what comes first in the alphabet of addresses is no more important. */
const SHOWN = 30;

function part(what: string, pages: readonly PageChange[]): Html | undefined {
  if (pages.length === 0) return undefined;
  // People and notices before lists, which change with them.
  const sorted = pages.toSorted((a, b) => weight(a) - weight(b) || (a.address < b.address ? -1 : 1));
  const line = ({ title, address }: PageChange): Html => html`<li>${title}<small>/${address}</small></li>`;
  return html`<h3>${what} ${pages.length} 页</h3>
    <ul class="choices">
      ${sorted.slice(0, SHOWN).map(line)}
    </ul>
    ${
      sorted.length > SHOWN &&
      html`<details>
        <summary>其余 ${sorted.length - SHOWN} 页</summary>
        <ul class="choices">
          ${sorted.slice(SHOWN).map(line)}
        </ul>
      </details>`
    }`;
}

function weight({ address }: PageChange): number {
  return /\/(?:notice|result)(?:-\d+)?\/$/.test(address) ? 0 : address.startsWith('people/') ? 1 : 2;
}
