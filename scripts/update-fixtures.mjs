// Writes the expected.json of every golden folder anew. Read the diff before committing it: it is the review.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'unit', 'tests/unit/engine/extract/fixtures.test.ts'],
  {
    cwd: root,
    env: { ...process.env, UPDATE_FIXTURES: '1' },
    stdio: 'inherit'
  }
)
process.exit(status ?? 1)
