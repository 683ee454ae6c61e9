import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { realDisk } from '#pipeline/content/disk.ts';
import { publishFolder } from '#pipeline/publish/publish-folder.ts';
import { nginxOver } from '#tests/nginx-server.ts';
import { emptyFolder, siteOf } from '#tests/pipeline/publish/a-target.ts';

export interface LoadReport {
  publishes: number;
  pages: number;
  /** Pages that the server said had not changed. */
  unchanged: number;
  assets: number;
}

const CLIENTS = 8;
const PAGES = 5;

/** Publishes again and again while eight clients read from a real nginx as browsers do: a page, then the style it names. */
export async function loadCampaign(publishes: number): Promise<LoadReport> {
  const target = await emptyFolder();
  const report: LoadReport = { publishes: 0, pages: 0, unchanged: 0, assets: 0 };
  const publish = async (number: number): Promise<string> => {
    const word = String(number).padStart(6, '0');
    const site = await siteOf(word, PAGES);
    await publishFolder({ disk: realDisk, folder: target }, site, { now: Date.now(), first: true });
    await rm(site, { recursive: true });
    return word;
  };
  await publish(0);
  const nginx = await nginxOver(join(target, 'current'));
  let going = true;
  try {
    const clients = Array.from({ length: CLIENTS }, (_, client) =>
      readAsBrowser(nginx.address, client, report, () => going),
    );
    // A client that failed ends the campaign at once.
    const failed = Promise.all(clients);
    failed.catch(() => (going = false));
    for (let number = 1; number <= publishes && going; number += 1) {
      const word = await publish(number);
      report.publishes += 1;
      const page = await (await fetch(`${nginx.address}/index.html`)).text();
      assert.ok(page.includes(word), `publish ${number}: the text before is still served`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    going = false;
    await failed;
    return report;
  } finally {
    going = false;
    await nginx.stop();
    await rm(target, { recursive: true, force: true });
  }
}

async function readAsBrowser(address: string, client: number, report: LoadReport, going: () => boolean): Promise<void> {
  const known = new Map<string, { tag: string; text: string }>();
  for (let turn = client; going(); turn += 1) {
    const path = turn % PAGES === 0 ? '/' : `/notice-${turn % PAGES}/`;
    const kept = known.get(path);
    const answer = await fetch(address + path, { headers: kept ? { 'if-none-match': kept.tag } : {} });
    assert.ok(answer.status === 200 || answer.status === 304, `${path}: ${answer.status}`);
    const body = await answer.text();
    const text = answer.status === 304 ? (kept?.text ?? '') : body;
    known.set(path, { tag: answer.headers.get('etag') ?? '', text });
    report.pages += 1;
    if (answer.status === 304) report.unchanged += 1;
    const word = /<p>(\d{6})<\/p>/.exec(text)?.[1] ?? '';
    const asset = /href="((?:\.\.\/)?_astro\/style\.([0-9a-f]{8})\.css)"/.exec(text);
    assert.equal(asset?.[2], createHash('sha256').update(word).digest('hex').slice(0, 8), `${path} is a mixture`);
    const style = await fetch(new URL(asset?.[1] ?? '', address + path));
    assert.equal(style.status, 200, `${path}: its style is missing`);
    assert.equal(await style.text(), `/* ${word} */`);
    report.assets += 1;
  }
}
