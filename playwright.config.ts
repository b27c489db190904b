import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests of the built extension. The project's name chooses the browser (tests/e2e/fixture.ts): Playwright drives
 * Chromium; Firefox is driven by Puppeteer, because Playwright's own Firefox cannot be had from a package registry.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 30_000,
  workers: 1,
  // A browser that was just started can put a page of its own in front, and a popup can close before it has answered. What needed a second
  // try is said at the end of its step.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  outputDir: 'test-results',
  projects: [
    { name: 'chromium', testIgnore: '**/firefox-only/**' },
    { name: 'firefox', testIgnore: '**/chromium-only/**', timeout: 45_000 },
  ],
});
