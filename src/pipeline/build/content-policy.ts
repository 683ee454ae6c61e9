import { createHash } from 'node:crypto';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';

type HtmlNode = DefaultTreeAdapterMap['node'];

/** A page as it goes out, and its tree, without the policy, for whoever looks at it next. */
export interface FinishedPage {
  html: string;
  tree: HtmlNode;
}

/**
 * Writes into a page the policy under which a browser may run it: its own scripts and styles by their hashes, pictures and requests
 * from this site, nothing else. Astro's `security.csp` would list the hashes of the whole site on each page (1.6 KB that do not compress).
 * A host that can set headers adds `frame-ancestors`, which a page cannot say (docs/hosting).
 * @param file below the site, with `/`
 * @param reading 大字 · 朗读: fetched when a reader asks for it, and run as an inline script, which the policy knows by its digest
 */
export function finishedPage(file: string, html: string, reading?: string): FinishedPage {
  // A card runs in sandboxes without an origin, where modules do not.
  const ready = file.startsWith('embed/') ? withClassicScripts(html) : html;
  const tree = parse(ready);
  return { html: withPolicyOf(ready, tree, reading), tree };
}

/** Inline modules as classic scripts at the end of the body: bundled, they import nothing. */
function withClassicScripts(html: string): string {
  const scripts: string[] = [];
  const rest = html.replace(/<script type="module">([\s\S]*?)<\/script>/g, (_whole, script: string) => {
    scripts.push(`<script>(()=>{${script.trim()}})()</script>`);
    return '';
  });
  return rest.replace('</body>', `${scripts.join('')}</body>`);
}

/**
 * The page with its policy as the first thing in its head.
 * @param reading the script that a page with an entry to it may run once it is asked for
 */
export function withPolicy(html: string, reading?: string): string {
  return withPolicyOf(html, parse(html), reading);
}

function withPolicyOf(html: string, tree: HtmlNode, reading: string | undefined): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policyOf(tree, reading)}">`;
  const head = /<head(?:\s[^>]*)?>(?:<meta charset="[^"]*"\s*\/?>)?/i.exec(html);
  if (!head) throw new Error('a page without a head');
  const at = head.index + head[0].length;
  return html.slice(0, at) + meta + html.slice(at);
}

function policyOf(tree: HtmlNode, reading: string | undefined): string {
  const { scripts, styles, searches, plays, submits, reads, frames, outside } = inlineParts(tree);
  // Two entries that share a module, or a large one, make a file of it, which a page below another path would not find.
  if (outside !== undefined) throw new Error(`a script outside its page: ${outside}`);
  // The search index is a WebAssembly module that its own script loads: on the search page alone.
  const own = searches ? ["'self'", "'wasm-unsafe-eval'"] : [];
  return [
    "default-src 'none'",
    `script-src ${sources([...own, ...[...scripts, ...(reads && reading !== undefined ? [reading] : [])].map(hashOf)])}`,
    `style-src ${sources(styles.map(hashOf))}`,
    "img-src 'self' data:",
    ...(plays ? ["media-src 'self'"] : []),
    "connect-src 'self'",
    // A card beside its code; nothing of another site.
    ...(frames ? ["frame-src 'self'"] : []),
    // A form without an address is filled in for the reader alone: the browser itself keeps it from being sent.
    `form-action ${submits ? "'self'" : "'none'"}`,
    "base-uri 'none'",
  ].join(';');
}

function sources(list: readonly string[]): string {
  return list.length > 0 ? [...new Set(list)].join(' ') : "'none'";
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

interface InlineParts {
  scripts: string[];
  styles: string[];
  searches: boolean;
  /** Whether there is a film on it. */
  plays: boolean;
  /** Whether a form has somewhere to go. */
  submits: boolean;
  /** Whether 大字 · 朗读 can be asked for. */
  reads: boolean;
  frames: boolean;
  /** The address of a script in a file of its own. */
  outside: string | undefined;
}

function inlineParts(root: HtmlNode): InlineParts {
  const parts: InlineParts = {
    scripts: [],
    styles: [],
    searches: false,
    plays: false,
    submits: false,
    reads: false,
    frames: false,
    outside: undefined,
  };
  const visit = (node: HtmlNode): void => {
    if (defaultTreeAdapter.isElementNode(node)) {
      const attribute = (name: string): string | undefined => node.attrs.find((one) => one.name === name)?.value;
      const text = node.childNodes.map((child) => (defaultTreeAdapter.isTextNode(child) ? child.value : '')).join('');
      const runs = [undefined, '', 'module', 'text/javascript'].includes(attribute('type'));
      if (node.tagName === 'script' && attribute('src') === undefined && runs) parts.scripts.push(text);
      if (node.tagName === 'script' && runs) parts.outside ??= attribute('src');
      if (node.tagName === 'style') parts.styles.push(text);
      if (attribute('data-search') !== undefined) parts.searches = true;
      if (node.tagName === 'iframe') parts.frames = true;
      if (attribute('data-reading') !== undefined) parts.reads = true;
      if (node.tagName === 'video') parts.plays = true;
      if (node.tagName === 'form' && attribute('action') !== undefined) parts.submits = true;
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(root);
  return parts;
}
