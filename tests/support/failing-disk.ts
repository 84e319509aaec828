/** A disk that fails at a given operation: a small library that is preloaded into a program (see failing-disk.c). */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export type DiskFault = 'EIO' | 'ENOSPC' | 'KILL'

const source = resolve(import.meta.dirname, 'failing-disk.c')

/** The compiled library; undefined where there is no compiler, or no way to preload. `remove` it at the end. */
export function compileFailingDisk(): { library: string; remove: () => void } | undefined {
  if (process.platform !== 'linux') return undefined
  const folder = mkdtempSync(join(tmpdir(), 'sanad-disk-'))
  const library = join(folder, 'failing-disk.so')
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const compiled = spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { encoding: 'utf8' })
  if (compiled.status === 0) return { library, remove }
  remove()
  if (compiled.error === undefined) throw new Error(`the failing disk could not be compiled: ${compiled.stderr}`)
  return undefined
}

/**
 * The environment of a program whose operations on files under `folder` fail after the first `after` that write. `when`: only while this
 * file is there, and counted from then.
 */
export const failingAfter = (
  library: string,
  folder: string,
  fault: DiskFault,
  after: number,
  when?: string
): Record<string, string> => ({
  ...(when === undefined ? {} : { SANAD_DISK_WHEN: when }),
  LD_PRELOAD: library,
  SANAD_DISK: folder,
  SANAD_DISK_FAULT: fault,
  SANAD_DISK_AFTER: String(after)
})

/** The environment of a program whose flushes and renames of files under `folder` are written to the file `notes`. */
export const notingFlushes = (library: string, folder: string, notes: string): Record<string, string> => ({
  LD_PRELOAD: library,
  SANAD_DISK: folder,
  SANAD_DISK_NOTES: notes
})

/** The environment of a program for which the folder is on a disk that knows no flushing of folders, as network disks do. */
export const withoutFolderFlushes = (library: string, folder: string): Record<string, string> => ({
  LD_PRELOAD: library,
  SANAD_DISK: folder,
  SANAD_DISK_NO_FOLDERS: '1'
})
