// Makes a package of the app: builds it, stages what is shipped, and lets electron-builder put both together with the runtime.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../build.mjs'
import { inProject } from '../setup/paths.mjs'
import { findRuntime } from '../setup/runtime.mjs'
import { SetupFailure, say } from '../setup/say.mjs'
import { builderConfiguration } from './configuration.mjs'
import { writeLinuxFiles } from './linux-files.mjs'
import { notices } from './notices.mjs'
import { stageApp } from './stage-app.mjs'

const system = `${process.platform}-${process.arch}`

function chooseRuntime() {
  const runtime = findRuntime()
  if (!runtime) throw new SetupFailure('There is no Electron runtime yet.', 'Run "npm run setup" and then this again.')
  if (!runtime.isOfficial) {
    say(
      `packaging the development runtime, Electron ${runtime.version}: fit for trying the package out, NOT for giving to anybody`
    )
  }
  return runtime
}

/** Last touches on a packed folder. */
function finishFolder(folder) {
  // What a bare runtime runs when it is given a folder; a package has no use for it.
  rmSync(join(folder, 'resources', 'default_app.asar'), { force: true })
  // The sandbox's helper is heeded only when root owns it and it is setuid; unpacked as root, it is both.
  const helper = join(folder, 'chrome-sandbox')
  if (existsSync(helper)) chmodSync(helper, 0o4755)
}

/**
 * Makes packages in `output` (made when missing) of the given electron-builder targets: `dir`, `tar.gz`, `zip` … Resolves to
 * `{ folder, artifacts, isOfficial }`: the unpacked package, and the files made of it.
 */
export async function buildPackage({ output, targets }) {
  await build()
  const runtime = chooseRuntime()
  const work = mkdtempSync(join(tmpdir(), 'sanad-package-'))
  try {
    const staged = join(work, 'app')
    const extra = join(work, 'extra')
    for (const folder of [staged, extra, output]) mkdirSync(folder, { recursive: true })
    const manifest = stageApp(staged, { system, isOfficial: runtime.isOfficial })
    writeFileSync(join(extra, 'LICENSES.txt'), notices())
    if (process.platform === 'linux') writeLinuxFiles(extra, manifest)
    let folder
    const onPacked = (packed) => {
      folder = packed
      finishFolder(packed)
    }
    const { build: pack, Platform } = await import('electron-builder')
    const config = builderConfiguration({ runtime, output, extra, onPacked })
    const artifacts = await pack({
      projectDir: staged,
      targets: Platform.current().createTarget(targets),
      publish: 'never',
      config
    })
    return { folder, artifacts, isOfficial: runtime.isOfficial }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Where packages are made when nothing else is said; not part of the project. */
export const defaultOutput = inProject('dist')
