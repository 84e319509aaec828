import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/canary-beside-tests.ts',
  // Each test starts the real app: one at a time on each display (scripts/journeys.mjs has two). A second try tells a machine that stalled from a program that fails; whoever needed
  // one is counted and named in the report, never silently.
  workers: 1,
  retries: 1,
  timeout: 180_000,
  // Far above what all of it takes on a slow machine, so that a run is never cut; below the 90 minutes of CI, so that one in which
  // everything hangs still ends with a report.
  globalTimeout: 70 * 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list'
})
