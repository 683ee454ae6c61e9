import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { builtSite } from '#tests/built-site.ts';

/** 公示-red, by its names in the style sheet and by its values. */
const RED = /--cinnabar(?:-text)?\b|#a61b1b|#9c1919|#ffaaa0|#7d0f0f|#ffc4bd/i;
/** The site's own seal and the rule under its name are no state: they are on every page, as on the cover of a gazette. */
const SEAL = /^(?:\.masthead|\.brand b|\.card \.from b|\.from b)$/;

let pages: { file: string; html: string }[];
before(async () => {
  const site = await builtSite();
  pages = [];
  for await (const file of glob('**/*.html', { cwd: site })) {
    pages.push({ file, html: await readFile(join(site, file), 'utf8') });
  }
});

interface Rule {
  selectors: string[];
  body: string;
}

/** Every rule of a page's style sheet, those inside of conditions too. */
function rulesOf(html: string): Rule[] {
  const sheets = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) =>
    css.replace(/\/\*[\s\S]*?\*\//g, ''),
  );
  return sheets.flatMap((css) =>
    [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
      selectors: selector.split(/,(?![^(]*\))/).map((one) => one.trim()),
      body,
    })),
  );
}

describe('the red of an open window', () => {
  it('is on no page whose window is over: every rule with it asks for an open one', () => {
    assert.ok(pages.length > 400);
    const unconditional = new Map<string, string>();
    let asked = 0;
    for (const { file, html } of pages) {
      for (const { selectors, body } of rulesOf(html)) {
        // Where a colour gets its name it colours nothing.
        const used = body.replace(/--[a-z-]+\s*:[^;]*/g, '');
        if (!RED.test(used)) continue;
        for (const selector of selectors) {
          if (selector.includes('[data-phase=open]') || selector.includes('[data-phase="open"]')) asked += 1;
          else if (!SEAL.test(selector)) unconditional.set(`${selector} {${used}}`, file);
        }
      }
    }
    assert.deepEqual(Object.fromEntries(unconditional), {});
    assert.ok(asked > 400, `${asked}`);
  });
  it('is in no attribute, and no page is built as open', () => {
    for (const { file, html } of pages) {
      const body = html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/^[\s\S]*<body/, '');
      assert.doesNotMatch(body, RED, file);
      assert.doesNotMatch(body, /data-phase=.?open/, file);
    }
  });
});

describe('a page whose round is decided', () => {
  it('invites nobody: the way to object stands folded under 公示已结束, and no button leads to it', () => {
    const decided = pages.filter(({ file }) =>
      /^(?:jiaozuo|gangcheng|baotou|weihai-craftsman)[^/]*\/\d+\/notice\/index.html$/.test(file),
    );
    assert.equal(decided.length, 4);
    for (const { file, html } of decided) {
      const section = /<section id="objection"[^>]*>[\s\S]*?<summary[^>]*>\s*([^<\s]+)\s*<\/summary>/.exec(html);
      assert.equal(section?.[1], '公示已结束', file);
      assert.doesNotMatch(section[0], /<details[^>]* open/, file);
      assert.doesNotMatch(html, /class="button" href="#objection"/, file);
    }
  });
});
