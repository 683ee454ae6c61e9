/**
 * The rights of a card's frame: its script, which says the state, and links that a reader presses, in this window or a new one that is
 * free again. No origin, so no storage and no way round the sandbox where card and page share a host; no form, no download, no dialogue.
 */
export const CARD_RIGHTS =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/**
 * A custom element for pages that may load our script: the frame of the card, as high as it says, and the link it was given as a way
 * out. It shows cards of the site the script came from and nothing else: whoever writes `src` into a page, or into an editor that lets
 * the element through, must not run a script in that page (`javascript:`, `data:`) or put another site into it.
 */
export const CARD_ELEMENT = `(function () {
  if (!window.customElements || customElements.get('jiangbang-card')) return;
  var own;
  try { own = new URL('.', document.currentScript.src); } catch (error) { return; }
  if (own.protocol !== 'https:' && own.protocol !== 'http:') return;
  function cardAt(text) {
    var address;
    try { address = new URL(text, document.baseURI); } catch (error) { return; }
    var inside = address.origin === own.origin && address.pathname.indexOf(own.pathname) === 0;
    if (inside && !address.username && !address.password) return address.href;
  }
  customElements.define('jiangbang-card', class extends HTMLElement {
    connectedCallback() {
      // While the page is still being read, the link inside is not there yet.
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.draw(), { once: true });
      else this.draw();
    }
    draw() {
      if (this.querySelector('iframe')) return;
      var card = cardAt(this.getAttribute('src') || '');
      if (!card) return;
      var link = this.querySelector('a');
      var frame = document.createElement('iframe');
      frame.setAttribute('sandbox', '${CARD_RIGHTS}');
      frame.setAttribute('referrerpolicy', 'no-referrer');
      frame.src = card;
      frame.title = link ? link.textContent : '';
      frame.loading = 'lazy';
      frame.width = '100%';
      frame.height = '300';
      frame.setAttribute('frameborder', '0');
      this.appendChild(frame);
      if (link) link.hidden = true;
      addEventListener('message', function (event) {
        if (event.source !== frame.contentWindow || !event.data || event.data.jiangbang !== 'height') return;
        frame.height = String(Math.min(2000, Math.max(80, Number(event.data.value) || 300)));
      });
    }
  });
})();
`;
