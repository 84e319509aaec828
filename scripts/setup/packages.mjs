// The npm packages: installed when node_modules is missing or does not hold what package-lock.json asks for.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { inProject, projectDir, projectKey } from './paths.mjs'
import { npm, npmError } from './run.mjs'
import { longStep, SetupFailure } from './say.mjs'
import { isKnownGood, rememberGood } from './state.mjs'

const lockfile = inProject('package-lock.json')
// npm's own account of what it put into node_modules. It is written last, so it is absent from a half-made folder.
const installedFile = inProject('node_modules', '.package-lock.json')

const lockKey = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex')
const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** Whether every package of the lockfile is there in its version. Optional ones (for other systems) may be absent. */
function holdsLockfile() {
  if (!existsSync(installedFile)) return false
  const installed = packagesOf(installedFile)
  return Object.entries(packagesOf(lockfile)).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true
    const found = installed[path]
    return found ? found.version === wanted.version : wanted.optional === true
  })
}

/** Whether the packages are in place. Cheap: a hash of the lockfile when that was seen before. */
export function arePackagesReady() {
  const key = lockKey()
  if (existsSync(installedFile) && isKnownGood('packages', key)) return true
  if (!holdsLockfile()) return false
  rememberGood('packages', key)
  return true
}

/**
 * Makes sure that node_modules holds what package-lock.json asks for. Install scripts of dependencies never run: none is needed,
 * and one that downloads would break the installation on a machine that only reaches the registry.
 */
export async function ensurePackages() {
  if (arePackagesReady()) return
  await withLock(`packages-${projectKey}`, async () => {
    if (arePackagesReady()) return
    await longStep('installing the npm packages (about half a minute)', async () => {
      const result = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: projectDir })
      if (result.code === 0) return
      throw new SetupFailure(
        `npm could not install the packages: ${npmError(result)}.`,
        'Check that npm reaches its registry (npm ping), then run this again.'
      )
    })
    if (!arePackagesReady()) {
      throw new SetupFailure(
        'The installed packages differ from package-lock.json.',
        'Run "npm install", look at "git diff package-lock.json", and run this again.'
      )
    }
  })
}
