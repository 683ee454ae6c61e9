import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { readSealed, writeSealed } from '#pipeline/build/memory/sealed-file.ts';
import { programDigest } from '#pipeline/commands/program-digest.ts';
import { sha256 } from '#pipeline/release/site-files.ts';

/** The site's components as Astro compiled them: what makes pages of content, and knows none itself. */
export interface Bundle {
  /** Tells this program, at this address, from every other. */
  digest: string;
  folder: string;
  /** The module to begin with, below the folder. */
  entry: string;
  styles: readonly PageStyles[];
  /** SHA-256 of every file below the folder. */
  files: ReadonlyMap<string, string>;
}

/** What Astro keeps of a route's style sheets beside the modules. */
interface PageStyles {
  key: string;
  styles: readonly object[];
}

export interface BundleOptions {
  /** Of the repository. */
  root: string;
  base: string;
  /** Scheme and host of the site's address. */
  origin: string;
  /** A folder of this build alone, below the repository, since what is compiled asks for its libraries. */
  staging: string;
}

/** What decides about a page beside the content. */
const PROGRAM = ['src', 'astro.config.mjs', 'package-lock.json'];

/**
 * The bundle of this program for this address: kept below `folder` from build to build, and compiled anew where a byte of the program or
 * of what was kept is another.
 * @param kept where and under which key to keep it; absent: it is compiled, and nothing is kept
 */
export async function openBundle(options: BundleOptions, kept?: { folder: string; key: Buffer }): Promise<Bundle> {
  const digest = await programDigest(PROGRAM, options.base, options.origin);
  if (!kept) return compiled(options, digest);
  const record = join(kept.folder, `${digest}.bundle`);
  const known = await readSealed<Bundle>(record, kept.key);
  if (known && (await isWhole(known))) return known;
  const fresh = await compiled(options, digest);
  const folder = await mkdtemp(join(kept.folder, 'bundle-'));
  await rm(folder, { recursive: true });
  await rename(fresh.folder, folder);
  const bundle = { ...fresh, folder };
  await writeSealed(record, kept.key, bundle);
  await forgetOthers(kept, bundle);
  return bundle;
}

async function isWhole({ folder, files }: Bundle): Promise<boolean> {
  const found = await filesOf(folder).catch(() => new Map<string, string>());
  return found.size === files.size && [...files].every(([name, digest]) => found.get(name) === digest);
}

/** Bundles of the program as it was before are of no use; those of another address may be. */
async function forgetOthers({ folder, key }: { folder: string; key: Buffer }, own: Bundle): Promise<void> {
  const records = (await readdir(folder)).filter((name) => name.endsWith('.bundle'));
  const others = await Promise.all(
    records
      .filter((name) => name !== `${own.digest}.bundle`)
      .map(async (name) => ({ name, bundle: await readSealed<Bundle>(join(folder, name), key) })),
  );
  for (const { name, bundle } of others.slice(0, Math.max(0, others.length - MOST_OTHERS))) {
    await rm(join(folder, name), { force: true });
    if (bundle) await rm(bundle.folder, { recursive: true, force: true });
  }
}

const MOST_OTHERS = 4;

async function compiled({ root, base, origin, staging }: BundleOptions, digest: string): Promise<Bundle> {
  const [out, folder] = [join(staging, 'compiled'), join(staging, 'bundle')];
  const taken: { entry?: string; styles?: PageStyles[] } = {};
  const { build } = await import('astro');
  process.env['JIANGBANG_COMPILE'] = '1';
  try {
    await build({
      root,
      base,
      outDir: out,
      cacheDir: join(staging, 'cache'),
      site: origin,
      logLevel: 'error',
      integrations: [taking(join(out, '.prerender'), folder, taken)],
    });
  } finally {
    delete process.env['JIANGBANG_COMPILE'];
  }
  await rm(out, { recursive: true, force: true });
  if (taken.entry === undefined || !taken.styles) throw new Error('Astro compiled no pages');
  return { digest, folder, entry: taken.entry, styles: taken.styles, files: await filesOf(folder) };
}

/** Lets Astro compile and takes what it compiled away before it would render. */
function taking(
  compiledTo: string,
  folder: string,
  taken: { entry?: string; styles?: PageStyles[] },
): AstroIntegration {
  return {
    name: 'jiangbang-bundle',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((given: AstroPrerenderer & { app?: AstroApp }) => ({
          ...given,
          name: 'jiangbang-bundle',
          getStaticPaths: async () => {
            const pages = Object.values(given.app?.getOptions().allPages ?? {});
            taken.styles = pages.map(({ key, styles }) => ({ key, styles: [...styles] }));
            await mkdir(folder);
            await cp(compiledTo, folder, { recursive: true });
            taken.entry = (await readdir(folder)).find((name) => name.startsWith('prerender-entry'));
            return [];
          },
        }));
      },
    },
  };
}

/** What of Astro's application for builds is asked here; it is none of its declared interface. */
interface AstroApp {
  getOptions(): { allPages: Record<string, PageStyles> };
}

async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((one) => !one.isDirectory())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), sha256(await readFile(path)));
  }
  return files;
}
