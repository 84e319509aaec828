import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    pool: 'forks',
    // Two cores: a third worker only makes the others slower.
    maxWorkers: 2,
    // Generous: these limits catch what hangs, they do not measure.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'] } },
      { extends: true, test: { name: 'security', include: ['tests/security/**/*.test.ts'] } },
      { extends: true, test: { name: 'fuzz', include: ['tests/fuzz/**/*.test.ts'] } }
    ]
  }
})
