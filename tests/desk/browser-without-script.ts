import { Agent, request } from 'node:http';

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** One request, with exactly these headers; redirections are not followed. */
export function call(address: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: new Agent() }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (one) => ENTITIES[one] ?? one);

/** The words of a page, for a test to look for. */
export function words(page: string): string {
  return plain(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

/** The form of a page, as a browser would send it untouched. */
export function formIn(
  page: string,
  which?: string,
): { action: string; hidden: [string, string][]; standing: [string, string][] } {
  const forms = [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form\s*>/g)];
  const found = forms.find(([, , inside = '']) => which === undefined || words(inside).includes(which));
  if (!found) throw new Error(`no form ${which ?? ''} in ${words(page)}`);
  const [, head = '', inside = ''] = found;
  const hidden: [string, string][] = [];
  const standing: [string, string][] = [];
  for (const [tag] of inside.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    const value = attribute(tag, 'value') ?? 'on';
    if (name === undefined || type === 'file') continue;
    if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(tag)) continue;
    (type === 'hidden' ? hidden : standing).push([name, value]);
  }
  for (const [, tag = '', text = ''] of inside.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea\s*>/g))
    standing.push([attribute(tag, 'name') ?? '', plain(text)]);
  for (const [, tag = '', options = ''] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, one = '']) => one);
    const chosen = all.find((one) => /\sselected\b/.test(one)) ?? all[0];
    if (chosen !== undefined) standing.push([attribute(tag, 'name') ?? '', attribute(chosen, 'value') ?? '']);
  }
  return { action: plain(attribute(head, 'action') ?? ''), hidden, standing };
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
}
