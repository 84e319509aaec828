import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Each test starts the real app: one at a time. A second try tells a machine that stalled from a program that fails; whoever needed
  // one is counted and named in the report, never silently.
  workers: 1,
  retries: 1,
  timeout: 120_000,
  // Whatever hangs: the run ends in time to be read.
  globalTimeout: 40 * 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list'
})
