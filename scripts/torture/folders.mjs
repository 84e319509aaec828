// Where a run of the torture keeps everything: one folder, named after its process, so that the next run can clear what a killed one left.
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../setup/is-alive.mjs'

const MEMORY = '/dev/shm'
const ENOUGH = 2 ** 30
const NAME = /^sanad-torture-(\d+)-/

/** The disk that is a disk, for what is killed. */
const onDisk = () => tmpdir()

/** Memory that looks like a disk, where there is enough: fuzzers write and remove small files by the hundred thousand. */
function inMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ENOUGH ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** Makes the folder of this run. */
export const makeFolder = (isFast) => mkdtempSync(join(isFast ? inMemory() : onDisk(), `sanad-torture-${process.pid}-`))

/** Removes the folders of runs that are no more. */
export function clearFolders() {
  for (const base of new Set([onDisk(), inMemory()]))
    for (const name of readdirSync(base)) {
      const owner = NAME.exec(name)?.[1]
      if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(base, name), { recursive: true, force: true })
    }
}
