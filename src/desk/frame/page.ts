import { type Html, html } from '#core/formats/html.ts';
import { type Group, GROUPS, type Screen } from './screen.ts';

export interface Page {
  title: string;
  body: Html;
  /** What is wrong with the form that was sent, above everything else. */
  fault?: Html | undefined;
  /** Seconds after which the page asks anew, where no script does. */
  refresh?: number | undefined;
}

export interface Around {
  screens: readonly Screen[];
  path: string;
  query: URLSearchParams;
}

/** A whole page: the menu, the title, the screen's part. */
export function pageText({ title, body, fault, refresh }: Page, around: Around | undefined): string {
  return `<!doctype html>\n${
    html`<html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · 办公台 · 匠榜</title>
        ${refresh !== undefined && html`<noscript><meta http-equiv="refresh" content="${refresh}" /></noscript>`}
        <link rel="icon" href="/desk.svg" />
        <link rel="stylesheet" href="/desk.css" />
        <script src="/desk.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        <header class="top">
          <a class="brand" href="/"><b>匠</b><span>匠榜 · 办公台</span></a>
          <p>只在这台电脑上，别人打不开</p>
        </header>
        <div class="desk">
          ${around !== undefined && menu(around)}
          <main id="main" tabindex="-1">
            <h1>${title}</h1>
            ${
              fault !== undefined &&
              html`<div class="fault" role="alert" tabindex="-1" id="fault">
                <h2>还没有办成</h2>
                ${fault}
              </div>`
            }
            ${body}
          </main>
        </div>
      </body>
    </html>`.markup
  }\n`;
}

function menu({ screens, path, query }: Around): Html {
  const round = query.get('round');
  const entry = (screen: Screen): Html => {
    const href = screen.ofRound && round !== null ? `${screen.path}?round=${encodeURIComponent(round)}` : screen.path;
    return html`<li><a href="${href}" ${screen.path === path && html`aria-current="page"`}>${screen.title}</a></li>`;
  };
  const part = (group: Group): Html | '' => {
    const entries = screens.filter((screen) => screen.menu === group);
    if (entries.length === 0) return '';
    return html`<li>
      <span>${group}</span>
      <ul>
        ${entries.map(entry)}
      </ul>
    </li>`;
  };
  return html`<nav aria-label="办公台各页">
    <ul>
      ${GROUPS.map(part)}
    </ul>
  </nav>`;
}

/** A command to be copied; the button is the script's. */
export function commandShown(command: string): Html {
  return html`<details class="command">
    <summary>这一步用命令怎么写</summary>
    <p><code data-copy>${command}</code></p>
  </details>`;
}
