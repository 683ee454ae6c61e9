import type { SiteSettings } from '#core/records/site-settings.ts';
import { CARD_SCRIPT, publicAddress } from '#site/address.ts';
import { escaped, frameCode } from './oembed.ts';

export interface EmbedCodes {
  frame: string;
  listening: string;
  element: string;
}

/** What an editor pastes; every form ends in a plain link, which stays where the rest is stripped. */
export function embedCodes(
  title: string,
  page: string,
  { embed, height }: { embed: string; height: number },
  site: SiteSettings,
): EmbedCodes {
  const [address, card] = [publicAddress(site.address, page), publicAddress(site.address, embed)];
  const frame = frameCode(title, address, card, height);
  return {
    frame,
    listening: `${frame}<script>${LISTENER}</script>`,
    element:
      `<script src="${escaped(publicAddress(site.address, CARD_SCRIPT))}" async></script>` +
      `<jiangbang-card src="${escaped(card)}"><a href="${escaped(address)}">${escaped(title)}</a></jiangbang-card>`,
  };
}

/** Believes nobody but its own frames: a sandboxed one has no origin to compare, but it is the window that was asked. */
const LISTENER =
  "addEventListener('message',e=>{let h=e.data&&e.data.jiangbang=='height'&&+e.data.value;" +
  "h&&document.querySelectorAll('iframe').forEach(f=>{f.contentWindow==e.source&&(f.height=Math.min(2000,Math.max(80,h)))})})";
