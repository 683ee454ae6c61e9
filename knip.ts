import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'scripts/*.ts',
    'src/pages/**/*.{astro,ts,mdx}',
    'playwright.config.ts',
    'tests/**/*.test.ts',
    'tests/e2e/*.spec.ts',
    'tests/campaigns/commands/*.ts',
    // Started as a process or a thread of its own, by its path.
    'src/pipeline/intake/photos/photo-drawings.ts',
    'tests/campaigns/lock-worker.ts',
    'tests/campaigns/portable-life.ts',
    'tests/campaigns/paper-{browser,typst}.ts',
    'tests/campaigns/publish-once.ts',
    'tests/campaigns/search/index-alone.ts',
    'tests/campaigns/scale/build-alone.ts',
    'tests/pipeline/commands/what-loads.ts',
    'tests/pipeline/one-entry/{act,channel,field}-probe.ts',
    'tests/run/one-process.ts',
  ],
  project: ['src/**/*.{ts,astro,mdx}', 'scripts/**/*.ts', 'tests/**/*.ts', '!tests/fixtures/**', '*.{ts,mjs}'],
  ignoreDependencies: [
    // Its files are looked up by a path that names the weight (src/pipeline/build/pictures/typeface.ts).
    '@expo-google-fonts/noto-sans-sc',
    // Its data file is looked up where it is installed (src/pipeline/office/calendar-command.ts).
    'chinese-days',
    // What `astro check` loads by itself.
    '@astrojs/check',
  ],
  // Programs of the system, which tests ask for by name (tests/system-program.ts) and the product offers to use.
  ignoreBinaries: [
    'Xvfb',
    'WebKitWebDriver',
    'ffmpeg',
    'go',
    'openssl',
    'rclone',
    'sha256sum',
    'systemd-analyze',
    'unshare',
  ],
};

export default config;
