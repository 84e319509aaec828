import { defineConfig } from 'vitest/config'

const stage = (name: string, more: Readonly<{ isolate?: boolean }> = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], globalSetup: 'tests/support/run-folder.ts', ...more }
})

export default defineConfig({
  test: {
    pool: 'forks',
    // Two cores: a third worker only makes the others slower.
    maxWorkers: 2,
    // Generous: these limits catch what hangs, they do not measure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      // Hundreds of small files: a process for each cost nearly half of what all of them cost. What a file changes in its process it puts
      // back (`onTestFinished`).
      stage('unit', { isolate: false }),
      stage('integration'),
      stage('security'),
      stage('fuzz')
    ]
  }
})
