/** Where an archive keeps its key file: `archive.key`, and `archive.key.copy` for the day on which a sector of the first goes bad. */
import { closeSync, constants, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type KeyFile, LARGEST_KEY_FILE, readKeyFile, writeKeyFile } from '#engine/keys/key-file'
import { replaceFile } from '#engine/keys/replace-file'

export const keyPath = (directory: string): string => join(directory, 'archive.key')
export const keyCopyPath = (directory: string): string => join(directory, 'archive.key.copy')

/** `missing`: neither is there. `damaged`: none can be used. The first counts where both can: the copy may be of an earlier passphrase. */
export type StoredKey =
  | Readonly<{ state: 'missing' | 'damaged' }>
  | Readonly<{ state: 'good'; key: KeyFile; isRepairDue: boolean }>

export function readStoredKey(directory: string): StoredKey {
  const [first, copy] = [bytesOf(keyPath(directory)), bytesOf(keyCopyPath(directory))]
  if (first === undefined && copy === undefined) return { state: 'missing' }
  const key = (first && readKeyFile(first)) ?? (copy && readKeyFile(copy))
  if (!key) return { state: 'damaged' }
  return { state: 'good', key, isRepairDue: first === undefined || copy === undefined || Buffer.compare(first, copy) !== 0 }
}

/** Writes both, each whole or not at all, the first before the copy. What they held before is overwritten. */
export function writeStoredKey(directory: string, key: KeyFile): void {
  const bytes = writeKeyFile(key)
  for (const path of [keyPath(directory), keyCopyPath(directory)]) replaceFile(path, bytes)
}

export function removeStoredKey(directory: string): void {
  for (const path of [keyCopyPath(directory), keyPath(directory)]) rmSync(path, { force: true })
}

function bytesOf(path: string): Uint8Array | undefined {
  let descriptor: number
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    // One byte more than any has, so that a longer file is seen to be none.
    const bytes = Buffer.alloc(Math.min(fstatSync(descriptor).size, LARGEST_KEY_FILE + 1))
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0))
  } finally {
    closeSync(descriptor)
  }
}
