import type { Clerk } from './a-desk.ts';
import { call, formIn, type Reply } from './browser-without-script.ts';

/** Files dropped into the form of a page whose button says `which`, as a browser without script sends them. */
export async function upload(
  clerk: Clerk,
  path: string,
  which: string,
  files: Record<string, Uint8Array>,
): Promise<Reply> {
  const page = await clerk.get(path);
  const { action, hidden } = formIn(page.body, which);
  const form = new FormData();
  for (const [name, value] of hidden) form.append(name, value);
  for (const [name, bytes] of Object.entries(files)) form.append('files', new Blob([Uint8Array.from(bytes)]), name);
  const request = new Request(new URL(action, clerk.address), { method: 'POST', body: form });
  return call(request.url, {
    method: 'POST',
    headers: {
      cookie: clerk.cookie,
      origin: clerk.address,
      'content-type': request.headers.get('content-type') ?? '',
    },
    body: new Uint8Array(await request.arrayBuffer()),
  });
}

/** The name of the field that a label of the page belongs to. */
export function fieldOf(page: string, label: string): string {
  const plain = page.replace(/\s+/g, ' ');
  const at = plain.indexOf(label);
  const found = [...plain.slice(0, at).matchAll(/<label for="f-([^"]+)"/g)].at(-1)?.[1];
  if (at < 0 || found === undefined) throw new Error(`no label ${label}`);
  return found;
}
