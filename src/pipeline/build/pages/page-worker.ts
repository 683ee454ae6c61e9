import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { sha256 } from '#pipeline/release/site-files.ts';
import { finishedFacts, type PageTold } from './page-facts.ts';
import type { RenderedPage, RenderOrder } from './render-pages.ts';

/** Renders the pages of a bundle from the content that was handed over, leaving out those whose key is known. */
const { bundle, site, base, origin, known } = workerData as RenderOrder;

type Paths = ConstructorParameters<typeof StaticPaths>[0];
type Route = Awaited<ReturnType<StaticPaths['getAll']>>[number]['route'];

/** What of Astro's application for builds is asked here. */
type App = Paths & {
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
};

const CONCURRENCY = 4;
/** 大字 · 朗读. */
const READING = 'reading.js';

async function renderAll(): Promise<void> {
  const { app } = (await import(pathToFileURL(join(bundle.folder, bundle.entry)).href)) as { app: App };
  // What Astro asks of a running build while it renders: the style sheets of a route, and where to complain.
  app.setInternals({ pagesByKeys: new Map(bundle.styles.map((one) => [one.key, one])) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: complain } } } });
  const paths = await new StaticPaths(app).getAll();
  // Every page's policy names it.
  const script = paths.find(({ pathname, route }) => fileOf(pathname, route) === READING);
  const reading = script && (await (await answered(app, script.pathname, script.route, READING)).text());
  const waiting = paths.values();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      for (const { pathname, route, cacheKey } of waiting) {
        const file = fileOf(pathname, route);
        const isKnown = cacheKey !== undefined && known.get(file) === cacheKey;
        tell(isKnown ? { file, key: cacheKey } : await rendered(app, pathname, route, file, cacheKey, reading));
      }
    }),
  );
}

async function rendered(
  app: App,
  pathname: string,
  route: Route,
  file: string,
  key: string | undefined,
  reading: string | undefined,
): Promise<RenderedPage> {
  const response = await answered(app, pathname, route, file);
  const { bytes, told } = finished(file, Buffer.from(await response.arrayBuffer()), reading);
  await mkdir(dirname(join(site, file)), { recursive: true });
  await writeFile(join(site, file), bytes);
  return { file, digest: sha256(bytes), ...(key !== undefined && { key }), ...(told && { told }) };
}

async function answered(app: App, pathname: string, route: Route, file: string): Promise<Response> {
  const response = await app.render(new Request(addressOf(pathname, route)), { routeData: route });
  const isRight = response.ok || (response.status === 404 && file === '404.html');
  if (!isRight || !response.body) throw new Error(`${file}: Astro answered ${response.status}`);
  return response;
}

function finished(file: string, body: Uint8Array, reading?: string): { bytes: Uint8Array; told?: PageTold } {
  if (!file.endsWith('.html')) return { bytes: body };
  const { html, told } = finishedFacts(file, Buffer.from(body).toString('utf8'), reading);
  return { bytes: Buffer.from(html), told };
}

/** Below the site: a page is a folder with an index, but the one for addresses that do not exist. */
function fileOf(pathname: string, { type }: Route): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** A page ends in a slash; a file is asked for by the very name its route made. */
function addressOf(pathname: string, { type }: Route): URL {
  const path = pathname.replace(/^\//, '');
  return new URL(`${base}${type === 'endpoint' ? path : path.replace(/\/?$/, path === '' ? '' : '/')}`, origin);
}

function tell(page: RenderedPage): void {
  parentPort?.postMessage(page);
}

function complain({ message }: { message: string }): void {
  process.stderr.write(`${message}\n`);
}

await renderAll();
