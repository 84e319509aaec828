// One set-up at a time does the slow work. The lock saves doing it twice; what keeps the cache whole is that every result is
// made in a temporary folder and renamed into place, so even two holders (a lock judged stale by mistake) harm nothing.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './is-alive.mjs'
import { cacheDir } from './paths.mjs'
import { SetupFailure, say } from './say.mjs'

const pollMs = 250
// A holder writes its process number right after it made the file; one that is empty for longer died in between.
const nameless = 5000

function tryTake(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new SetupFailure(
      `Cannot write to ${dirname(file)} (${error.code}).`,
      'Set XDG_CACHE_HOME to a folder you can write to and run this again.'
    )
  }
}

/** The process that holds the lock, 0 when that is not written yet, or undefined when nobody does (any more). */
function holderOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid > 0) return isAlive(pid) ? pid : undefined
    return Date.now() - statSync(file).mtimeMs < nameless ? 0 : undefined
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Runs `work` while holding the lock `name`; waits for another set-up that holds it, and takes over from one that died. */
export async function withLock(name, work) {
  const file = join(cacheDir, 'locks', name)
  makeFolder(dirname(file))
  let told = false
  while (!tryTake(file)) {
    const holder = holderOf(file)
    if (holder === undefined) {
      rmSync(file, { force: true })
      continue
    }
    if (!told) say(`waiting for another set-up that is at work (process ${holder || 'unknown'}) …`)
    told = true
    await sleep(pollMs)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Makes a folder with its parents; a cache folder that cannot be written is a failure with a next step. */
export function makeFolder(path) {
  try {
    mkdirSync(path, { recursive: true })
  } catch (error) {
    throw new SetupFailure(
      `Cannot make the folder ${path} (${error.code}).`,
      'Set XDG_CACHE_HOME to a folder you can write to and run this again.'
    )
  }
}
