// The official Electron release that package.json pins: fetched by the electron package's own installer.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './lock.mjs'
import { cacheDir, inProject, projectDir } from './paths.mjs'
import { lastWords, run } from './run.mjs'
import { say } from './say.mjs'

const packageDir = inProject('node_modules', 'electron')
// A download that has brought nothing for this long is dead; one that moves may take as long as it needs.
const stalledMs = 20_000
const retryAfterMs = 7 * 24 * 3600 * 1000

const wantedVersion = () => JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).version
const failureFile = () => join(cacheDir, `electron-${wantedVersion()}.unavailable.json`)

/** The executable of the official release, or undefined when it is not installed (or not whole: path.txt is written last). */
export function findOfficialRuntime() {
  try {
    const version = readFileSync(join(packageDir, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const path = join(packageDir, 'dist', readFileSync(join(packageDir, 'path.txt'), 'utf8').trim())
    return version === wantedVersion() && existsSync(path) ? { path, version, isOfficial: true } : undefined
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Whether the download failed here in the last week, so that it is not tried at each start. */
export function hasFailedLately() {
  const stat = statSync(failureFile(), { throwIfNoEntry: false })
  return stat !== undefined && Date.now() - stat.mtimeMs < retryAfterMs
}

/** Forgets a failed download: the next set-up tries again. */
export const forgetFailure = () => rmSync(failureFile(), { force: true })

const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true }).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0
  )

/** Ends the installer once nothing has been written to its temporary folder for a while. */
function watchProgress(child, folder) {
  let size = -1
  let movedAt = Date.now()
  const timer = setInterval(() => {
    const now = sizeOf(folder)
    if (now !== size) movedAt = Date.now()
    size = now
    if (Date.now() - movedAt > stalledMs) child.kill('SIGKILL')
  }, 500)
  child.on('close', () => clearInterval(timer))
}

/** Tries to fetch the official release. Resolves to it, or to undefined when that does not work from here. */
export async function fetchOfficialRuntime() {
  if (hasFailedLately()) return undefined
  makeFolder(cacheDir)
  const folder = mkdtempSync(join(cacheDir, 'download-'))
  try {
    say(`downloading Electron ${wantedVersion()} (about 110 MB) …`)
    const result = await run(process.execPath, [join(packageDir, 'install.js')], {
      cwd: projectDir,
      env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
      onStart: (child) => watchProgress(child, folder)
    })
    const found = result.code === 0 ? findOfficialRuntime() : undefined
    if (found) return found
    const thrown = result.stderr.split('\n').find((line) => line.includes('Error'))
    const reason = result.signal ? `nothing arrived for ${stalledMs / 1000} s` : (thrown ?? lastWords(result, 1))
    writeFileSync(failureFile(), JSON.stringify({ reason }))
    say('  it cannot be downloaded from here; "npm run setup -- --retry-runtime" tries again')
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
