// Type-checks every TypeScript project in turn. Each sees only the libraries its code may use: that is the point of having five.
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const projects = ['shared', 'node', 'preload', 'web', 'tests']
let failed = 0
for (const name of projects) {
  const run = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', `tsconfig.${name}.json`], {
    cwd: root,
    stdio: 'inherit'
  })
  if (run.status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
