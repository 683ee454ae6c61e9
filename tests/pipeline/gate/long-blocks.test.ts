import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AllowList } from '#core/privacy/allow-list.ts';
import { auditTree } from '#pipeline/gate/audit.ts';
import { lookAtFile } from '#pipeline/gate/views/look-at-file.ts';
import { growthOf } from '#tests/cost.ts';

const MOBILE = `1${'38'}0013${'8000'}`;
const RULES = 'p.a{color:#a61b1b;margin:0 0 12px}\n'.repeat(60);
const CODE = 'const shown=document.querySelector("main");\n'.repeat(60);

function found(html: string): string[] {
  const bytes = Buffer.from(`<!doctype html><html><head>${html}</head><body><p>王磊，车工</p></body></html>`);
  return auditTree([{ path: 'a.html', bytes }], new AllowList()).findings.map(({ kind, where }) => `${kind} ${where}`);
}

describe('a long style or script of a page', () => {
  it('is looked at from its first sign to its last', () => {
    for (const tag of ['style', 'script']) {
      const text = tag === 'style' ? RULES : CODE;
      for (const at of [0, 100, 300, Math.floor(text.length / 2), text.length - 300, text.length - 100, text.length]) {
        const within = `${text.slice(0, at)}/* 手机 ${MOBILE} */${text.slice(at)}`;
        assert.equal(found(`<${tag}>${within}</${tag}>`).length, 1, `${tag} at ${at}`);
      }
      assert.deepEqual(found(`<${tag}>${text}</${tag}>`), []);
    }
  });

  it('hides nothing that stands before, behind or between', () => {
    const block = `<style>${RULES}</style>`;
    const words = `<p>手机 ${MOBILE}</p>`;
    for (const html of [
      words + block,
      block + words,
      block + words + block,
      `${block}<script>${CODE}</script>${words}`,
    ])
      assert.equal(found(html).length, 1, html.slice(0, 40));
    assert.equal(found(`<style>${RULES}`.concat(`/* ${MOBILE} */`)).length, 1, 'never closed');
  });

  it('leaves the lines of the page counted as they are', () => {
    assert.deepEqual(found(`\n<style>\n${RULES}</style>\n<p>手机 ${MOBILE}</p>`), ['mobile-number 第 64 行']);
  });

  it('is one text in all pages, and twice in none', () => {
    const views = lookAtFile('a.html', Buffer.from(`<html><head><style>${RULES}</style></head></html>`)).views;
    const whole = views.filter(({ text }) => (typeof text === 'string' ? text : text.join('')).includes(RULES));
    assert.deepEqual(
      whole.map(({ where }) => where),
      ['样式和脚本'],
    );
  });

  it('costs no more than its length, however many are left open', async () => {
    const cost = (size: number): void => {
      lookAtFile('a.html', Buffer.from(`<html>${'<script><style>'.repeat(size)}</html>`));
    };
    assert.ok((await growthOf(cost, 4_000)) < 3);
  });
});
