import { defineConfig } from 'playwright/test';

// `npm test` builds the site, serves it and names both here.
const { CHROMIUM_PATH = '/usr/bin/chromium', E2E_ADDRESS = 'http://127.0.0.1:4321/' } = process.env;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // Patience for a busy machine: a test waits for what it names, and says nothing about how fast it came.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    baseURL: E2E_ADDRESS,
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
