import { preview } from 'astro';

export interface ServedSite {
  address: string;
  stop(): Promise<void>;
}

/** Serves a built site on this machine only. `port` 0 takes any free one. */
export async function serveSite(site: { root: string; out: string; base: string; port: number }): Promise<ServedSite> {
  const server = await preview({
    root: site.root,
    base: site.base,
    outDir: site.out,
    server: { host: '127.0.0.1', port: site.port },
    logLevel: 'error',
  });
  return {
    address: `http://127.0.0.1:${server.port}${site.base}`,
    stop: () => server.stop(),
  };
}
