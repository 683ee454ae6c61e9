import type { APIRoute } from 'astro';

/** A custom element for pages that may load our script: the frame of the card, as high as it says, and the link it was given as a way out. */
const SCRIPT = `(function () {
  if (!window.customElements || customElements.get('jiangbang-card')) return;
  customElements.define('jiangbang-card', class extends HTMLElement {
    connectedCallback() {
      if (this.querySelector('iframe')) return;
      var link = this.querySelector('a');
      var frame = document.createElement('iframe');
      frame.src = this.getAttribute('src') || '';
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

export const GET: APIRoute = () =>
  new Response(SCRIPT, { headers: { 'Content-Type': 'application/javascript; charset=utf-8' } });
