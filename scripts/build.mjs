// Builds the app into out/, unless that was built from these very sources (`--force` builds all the same).
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { isBuilt, markBuilt, sourcesKey } from './build-state.mjs'
import { withLock } from './setup/lock.mjs'
import { inProject, projectDir, projectKey } from './setup/paths.mjs'
import { run } from './setup/run.mjs'
import { runScript, SetupFailure, say } from './setup/say.mjs'

// The oldest Electron the output must run on. Without it electron-vite would aim at the newer one in node_modules.
const lowestElectron = '33'

/** Builds when the sources have changed (or when forced). Throws SetupFailure with the builder's own words when they do not build. */
export async function build({ force = false, quiet = false } = {}) {
  if (!force && isBuilt()) return
  await withLock(`build-${projectKey}`, async () => {
    // Taken before the build: what changes during it makes the stamp stale, as it should.
    const key = sourcesKey()
    if (!force && isBuilt(key)) return
    if (!quiet) say('building the app …')
    const start = performance.now()
    rmSync(inProject('out'), { recursive: true, force: true })
    const result = await run(
      process.execPath,
      [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: projectDir,
        env: { ...process.env, ELECTRON_MAJOR_VER: lowestElectron, NODE_ENV: 'production' }
      }
    )
    if (result.code !== 0) {
      process.stderr.write(`${result.stdout}${result.stderr}\n`)
      throw new SetupFailure('The app could not be built.', 'The lines above say why; correct that and run this again.')
    }
    markBuilt(key)
    if (!quiet) say(`  built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  })
}

if (import.meta.filename === resolve(process.argv[1] ?? '')) {
  await runScript(() => build({ force: process.argv.includes('--force') }))
}
