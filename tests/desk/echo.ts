import { connect } from 'node:net';
import { html } from '#core/formats/html.ts';
import { textField } from '#desk/frame/fields.ts';
import { form, textIn } from '#desk/frame/form.ts';
import type { Screen } from '#desk/frame/screen.ts';

/** A screen that does nothing but say what it was told, and counts how often it was told anything. */
export function anEcho(): { screen: Screen; heard: () => number } {
  let heard = 0;
  const screen: Screen = {
    path: '/echo',
    title: '回声',
    maxBytes: 200_000,
    show: async (visit) => {
      if (visit.query.has('fault')) throw new Error('/home/somebody/secret.ts broke');
      const body = textField(visit, { name: 'words', label: '文字' });
      return form(visit, { body, submit: '说', sees: ['site.json'] });
    },
    act: (_visit, sent) => {
      heard += 1;
      return Promise.resolve({ kind: 'page', body: html`<p>听到：${textIn(sent, 'words')}</p>` });
    },
  };
  return { screen, heard: () => heard };
}

/** Bytes as they are, and what comes back until the connection ends. */
export function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (/\r\n\r\n[\s\S]+<\/html>|^HTTP\/1.1 400/.test(Buffer.concat(chunks).toString())) socket.destroy();
    });
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}
