import { defineConfig } from "@playwright/test";

/**
 * The browser is found by scripts/browser.mjs; each test that changes anything starts a server of its own on a copy of a seeded site.
 * What a test did is recorded only when asked for, with `--trace on`: recording makes every step slower.
 */
export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/seed.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(process.env.GHOSTDESK_BROWSER ? { executablePath: process.env.GHOSTDESK_BROWSER } : {}),
      args: ["--disable-background-networking", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    },
  },
});
