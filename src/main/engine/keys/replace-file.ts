import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { wipeFile } from '#engine/keys/wipe-file'

/** What a file was called that is being replaced, until it has been overwritten. */
export const oldName = (path: string): string => `${path}.old`
/** What will take a file's place, until it is whole. */
export const newName = (path: string): string => `${path}.new`

/** Writes what is to take a file's place with `putInPlace`: whatever needs room on the disk has been done then. */
export function prepareFile(path: string, bytes: Uint8Array): void {
  const fresh = newName(path)
  writeFileSync(fresh, bytes, { mode: 0o600 })
  flushFile(fresh)
}

/**
 * Puts the file under `newName`, whole and flushed, in the place of `path`. At every moment one of both has that name. The old one goes once
 * the new one is sure to stay; it is overwritten (`wipeFile`) unless it `isSealed`.
 */
export function putInPlace(path: string, isSealed = false): void {
  takePlace(path)
  if (isSealed) rmSync(oldName(path), { force: true })
  else wipeFile(oldName(path))
}

/** As `putInPlace`; the old one stays under `oldName`, for `wipeFile`. */
export function takePlace(path: string): void {
  const old = oldName(path)
  rmSync(old, { force: true })
  try {
    linkSync(path, old)
  } catch (error) {
    // There was none; or the file system knows no second names: then what was there is given up without being overwritten.
    if (!(error instanceof Error)) throw error
  }
  renameSync(newName(path), path)
  flushFolder(dirname(path))
}

/** Completes what was cut off between two steps of `putInPlace`. What is unfinished goes; what is old is overwritten. */
export function settleReplacement(path: string): void {
  wipeFile(newName(path))
  wipeFile(oldName(path))
}

export function flushFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** What network disks (SMB) and some others answer that know no flushing of folders: there a rename is on the disk by itself, or never surely. */
const UNKNOWN_OF_FOLDERS = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** A rename is on the disk once its folder is. Throws what the disk says, unless it is that folders are not flushed on it. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && UNKNOWN_OF_FOLDERS.has(String(error.code)))) throw error
  } finally {
    closeSync(descriptor)
  }
}
