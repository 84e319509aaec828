// The order of the set-up. Each step is cheap when its work has been done before.
import { makeFolder } from './lock.mjs'
import { ensureNative, isNativeKnownGood, needsCompiler } from './native.mjs'
import { arePackagesReady, ensurePackages } from './packages.mjs'
import { cacheDir } from './paths.mjs'
import { makeDevelopmentRuntime, tryOfficialRuntime } from './runtime.mjs'
import { ensureSystem } from './system.mjs'

/** Makes the desktop app runnable. Resolves to the runtime: `{ path, version, isOfficial }`. Throws SetupFailure. */
export async function setUpApp({ retryRuntime = false } = {}) {
  makeFolder(cacheDir)
  await ensurePackages()
  const found = await tryOfficialRuntime({ retry: retryRuntime })
  // Asked for together, so that a fresh machine runs its package manager once: the development runtime always needs the compiler,
  // because its Node-API is older than the shipped module.
  const willCompile = found ? await needsCompiler(found) : true
  await ensureSystem({ willUnpack: !found, willCompile })
  const runtime = found ?? (await makeDevelopmentRuntime())
  await ensureNative(runtime)
  return runtime
}

/** Whether the command line can run: packages, and a SQLite module that loads in this Node.js. Takes a few milliseconds. */
export const isCommandLineReady = () => arePackagesReady() && isNativeKnownGood(undefined)

/** Makes the command line runnable; it needs no Electron and no display. Throws SetupFailure. */
export async function setUpCommandLine() {
  makeFolder(cacheDir)
  await ensurePackages()
  if (await needsCompiler(undefined)) await ensureSystem({ app: false, willCompile: true })
  await ensureNative(undefined)
}
