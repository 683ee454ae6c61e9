import { env } from 'node:process';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

const { JIANGBANG_BASE = '/', JIANGBANG_OUT = 'dist' } = env;

export default defineConfig({
  base: JIANGBANG_BASE,
  outDir: JIANGBANG_OUT,
  trailingSlash: 'always',
  // 'jsx' drops line breaks between elements: between Han characters they would show as gaps.
  compressHTML: 'jsx',
  build: { format: 'directory', inlineStylesheets: 'always', concurrency: 4 },
  devToolbar: { enabled: false },
  integrations: [mdx()],
  vite: {
    build: {
      // A page is one request: what it needs of style and script stands inside it.
      assetsInlineLimit: 65_536,
      modulePreload: { polyfill: false },
      // Older engines of WeChat's browser.
      cssTarget: ['chrome87', 'safari14'],
      target: ['chrome87', 'safari14'],
    },
  },
});
