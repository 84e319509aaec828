import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test starts the real app: one at a time, and none is allowed a second try.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  // Whatever hangs: the run ends in time to be read.
  globalTimeout: 40 * 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list'
})
