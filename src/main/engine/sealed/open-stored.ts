import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { SealedReader } from '#engine/sealed/sealed-reader'
import type { StoredFile } from '#engine/sealed/stored-file'

/** A stored file held open, its size taken once. Reading is synchronous: for processes and threads that have nothing else to do. */
export type OpenStored = Readonly<{
  sizeBytes: number
  /** Up to `length` bytes from `position`; fewer where the file ends. The memory is the caller's. */
  read: (position: number, length: number) => Uint8Array
  close: () => void
}>

/** Never through a link, never waiting on a pipe: whoever can write in the archive's folder must not choose what is read as an original. */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Opens a file of the archive, sealed or not. Throws errors of the file system, and `SealedFault` (here or in `read`) when a sealed file
 * is not as it was written.
 */
export function openStored({ path, key }: StoredFile): OpenStored {
  const descriptor = openSync(path, READ)
  const close = (): void => closeSync(descriptor)
  try {
    if (key) {
      const reader = new SealedReader(descriptor, key)
      return { sizeBytes: reader.sizeBytes, read: (position, length) => reader.read(position, length), close }
    }
    const sizeBytes = fstatSync(descriptor).size
    return { sizeBytes, read: (position, length) => readPlain(descriptor, sizeBytes, position, length), close }
  } catch (error) {
    close()
    throw error
  }
}

function readPlain(descriptor: number, sizeBytes: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(Math.min(length, sizeBytes - position), 0))
  let used = 0
  while (used < bytes.length) {
    const read = readSync(descriptor, bytes, used, bytes.length - used, position + used)
    if (read === 0) break
    used += read
  }
  return bytes.subarray(0, used)
}
