/** Where an archive keeps its key file: `archive.key`, and `archive.key.copy` for the day on which a sector of the first goes bad. */
import { closeSync, constants, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type KeyFile, LARGEST_KEY_FILE, readKeyFile, writeKeyFile } from '#engine/keys/key-file'
import { oldName, prepareFile, takePlace } from '#engine/keys/replace-file'
import { wipeFile } from '#engine/keys/wipe-file'

export const keyPath = (directory: string): string => join(directory, 'archive.key')
export const keyCopyPath = (directory: string): string => join(directory, 'archive.key.copy')

/**
 * `missing`: neither is there. `damaged`: none can be used. `keys` are those that can, the first before the copy: they differ where a change of the
 * passphrase was cut off between them.
 */
export type StoredKey =
  | Readonly<{ state: 'missing' | 'damaged' }>
  | Readonly<{ state: 'good'; keys: readonly KeyFile[]; isRepairDue: boolean }>

export function readStoredKey(directory: string): StoredKey {
  const [first, copy] = [bytesOf(keyPath(directory)), bytesOf(keyCopyPath(directory))]
  if (first === undefined && copy === undefined) return { state: 'missing' }
  const isSame = first !== undefined && copy !== undefined && Buffer.compare(first, copy) === 0
  const keys = (isSame ? [first] : [first, copy]).flatMap((bytes) => (bytes && readKeyFile(bytes)) ?? [])
  return keys.length === 0 ? { state: 'damaged' } : { state: 'good', keys, isRepairDue: !isSame }
}

/** Writes both, each whole or not at all, the first before the copy. What they held before is overwritten. */
export function writeStoredKey(directory: string, key: KeyFile): void {
  prepareStoredKey(directory, key)
  placeStoredKey(directory)
}

/** Writes what `placeStoredKey` puts in place, for which no room is needed any more. */
export function prepareStoredKey(directory: string, key: KeyFile): void {
  const bytes = writeKeyFile(key)
  for (const path of [keyPath(directory), keyCopyPath(directory)]) prepareFile(path, bytes)
}

/**
 * Throws only where the key file could not be put in place: the copy then opens by the passphrase of before. What fails later is done again: the
 * copy with the next unlocking, overwriting the old ones with the next opening.
 */
export function placeStoredKey(directory: string): void {
  const [first, copy] = [keyPath(directory), keyCopyPath(directory)]
  takePlace(first)
  try {
    takePlace(copy)
    for (const path of [first, copy]) wipeFile(oldName(path))
  } catch (error) {
    console.error(
      'a key file was replaced, and not all of the old one yet:',
      error instanceof Error && 'code' in error ? error.code : ''
    )
  }
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
