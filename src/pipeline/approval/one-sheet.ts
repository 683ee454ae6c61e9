import { fingerprint } from '#core/formats/digest.ts';
import { type Html, html } from '#core/formats/html.ts';
import type { OneProof } from './proof-of-one.ts';
import { proofText } from './proof-person.ts';
import { proofStyle } from './proof-style.ts';

/** The page that two people sign: what the public sees before and after, why, and which addresses become others. */
export function oneSheet(proof: OneProof, site: string): string {
  const { title, digest, facts, changes, texts, addresses, signed } = proof;
  const short = fingerprint(digest);
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="robots" content="noindex" />
        <title>校样：${title}</title>
        <style>
          ${{ markup: proofStyle(short, title) }}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        <div class="seal">
          <strong>${short}</strong>
          <p>
            指纹。这一份的内容改动一个字，指纹就不同。批准时程序显示的指纹须与此一致。<br />
            完整摘要（SHA-256）：<code>${digest.slice(0, 32)}<wbr />${digest.slice(32)}</code>
          </p>
        </div>
        <dl class="rows">
          ${facts.map(
            ({ label, text }) =>
              html`<dt>${label}</dt>
                <dd>${text}</dd>`,
          )}
        </dl>
        <h2>公众看到的，办理以前 → 以后</h2>
        <dl class="rows">
          ${changes.map(
            ({ label, before, after }) =>
              html`<dt>${label}</dt>
                <dd>${before !== '' && html`${before} → `}${after}</dd>`,
          )}
        </dl>
        ${texts.length > 0 && html`<h2>公告全文</h2>`} ${texts.map((section) => proofText(section, 'h3'))}
        <h2>内容会变的网址（${addresses.length} 个）</h2>
        <p>${addresses.map((address) => new URL(address, site).href).join('　')}</p>
        ${signatures(signed)}
      </body>
    </html> `;
  return `${page.markup.trim()}\n`;
}

/** Filled in where it is signed already, blank for the pen otherwise. */
function signatures(signed: OneProof['signed']): Html {
  const line = (label: string, value = ''): Html => html`<p>${label}<i>${value}</i></p>`;
  return html`<div class="sign">
    ${line('批准人（签字）', signed?.approver)}
    ${signed?.soleReason === undefined ? line('复核人（签字）', signed?.reviewer) : line('一人办理', signed.soleReason)}
    ${line('日期')} ${line('日期')}
  </div>`;
}
