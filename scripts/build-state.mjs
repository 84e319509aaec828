// Whether `out/` belongs to the sources as they are now. The key is made of the path, size and time of change of everything that a
// build reads: it costs a few milliseconds, and a wrong "changed" only costs a build.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inProject, projectDir } from './setup/paths.mjs'

const files = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'bundling.config.ts',
  'tsconfig.base.json',
  'scripts/build.mjs'
]
const stamp = inProject('out', '.stamp')

function* filesUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else yield path
  }
}

/** The key of the sources as they are now. */
export function sourcesKey() {
  const all = [...filesUnder(inProject('src')), ...files.map((file) => inProject(file))]
  const hash = createHash('sha256')
  for (const path of all.sort()) {
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat) hash.update(`${relative(projectDir, path)}:${stat.size}:${stat.mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Whether the last build was made of the sources with this key. */
export function isBuilt(key = sourcesKey()) {
  try {
    return readFileSync(stamp, 'utf8') === key
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

/** Notes that `out/` was built of the sources with this key. */
export const markBuilt = (key) => writeFileSync(stamp, key)

/** Notes that `out/` holds something else than a build of the sources, such as what the development server puts there. */
export const markForeign = () => rmSync(stamp, { force: true })
