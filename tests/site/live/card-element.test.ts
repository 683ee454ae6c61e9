import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { CARD_ELEMENT, CARD_RIGHTS } from '#site/live/card-element.ts';

interface Frame {
  src?: string;
  attributes: Record<string, string>;
}

/** The element in as little of a page as it needs; the frame it draws for `src`, if any. */
function frameFor(
  src: string,
  script: string | undefined,
  page = 'https://paper.example/news/1.html',
): Frame | undefined {
  const frames: Frame[] = [];
  const link = { textContent: '公示', hidden: false };
  class Element {
    querySelector = (selector: string) => (selector === 'a' ? link : null);
    getAttribute = () => src;
    appendChild = (frame: Frame) => frames.push(frame);
  }
  let Card: (new () => { connectedCallback(): void }) | undefined;
  const customElements = {
    get: () => undefined,
    define: (_name: string, made: typeof Card) => {
      Card = made;
    },
  };
  const createElement = () => {
    const attributes: Record<string, string> = {};
    return { attributes, setAttribute: (name: string, value: string) => (attributes[name] = value) };
  };
  const document = { currentScript: script === undefined ? null : { src: script }, baseURI: page, createElement };
  const window = { customElements };
  runInNewContext(CARD_ELEMENT, { window, document, customElements, HTMLElement: Element, URL, addEventListener() {} });
  if (Card) new Card().connectedCallback();
  assert.equal(link.hidden, frames.length > 0, 'the link stays where no frame is drawn');
  return frames[0];
}

const SCRIPT = 'https://office.example/gongshi/embed/card.js';
const CARD = 'https://office.example/gongshi/embed/weihai-craftsman/2026/';

describe('the element of a card', () => {
  it('draws a card of the site its script came from, in a frame without an origin', () => {
    const frame = frameFor(CARD, SCRIPT);
    assert.equal(frame?.src, CARD);
    assert.equal(frame?.attributes['sandbox'], CARD_RIGHTS);
    assert.equal(frame?.attributes['referrerpolicy'], 'no-referrer');
    assert.doesNotMatch(CARD_RIGHTS, /same-origin|forms|downloads|modals|allow-top-navigation(?!-by-user-activation)/);
  });

  it('takes a relative address in a page of the same site', () => {
    const page = 'https://office.example/gongshi/about/';
    assert.equal(frameFor('../embed/weihai-craftsman/2026/', SCRIPT, page)?.src, CARD);
    assert.equal(frameFor('/gongshi/embed/weihai-craftsman/2026/', SCRIPT, page)?.src, CARD);
  });

  it('draws nothing for any other address', () => {
    for (const src of [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      '\u0001 java\tscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'blob:https://office.example/1',
      'file:///etc/passwd',
      'http://office.example/gongshi/embed/weihai-craftsman/2026/',
      'https://office.example:8443/gongshi/embed/x/',
      'https://office.example.evil.example/gongshi/embed/x/',
      'https://office.example@evil.example/gongshi/embed/x/',
      'https://user@office.example/gongshi/embed/x/',
      'https://office.example/gongshi/',
      'https://office.example/gongshi/embed/../press/',
      'https://office.example/gongshi/embed/%2e%2e/press/',
      '//evil.example/gongshi/embed/x/',
      'embed/x/',
      'https://[',
      '',
    ])
      assert.equal(frameFor(src, SCRIPT), undefined, src);
  });

  it('draws nothing where nobody can say which site the script came from', () => {
    for (const script of [undefined, '', 'data:text/javascript,x', 'file:///c/card.js'])
      assert.equal(frameFor(CARD, script), undefined, script);
  });
});
