import { openStored } from '#engine/sealed/open-stored'
import type { StoredFile } from '#engine/sealed/stored-file'

/** A file held open for reading, its size taken once; `held` are its bytes where it exists only in memory. */
export type OpenFile = Readonly<{
  size: number
  /** Up to `length` bytes from `position`; fewer where the file ends. */
  read: (position: number, length: number) => Uint8Array
  held?: Uint8Array
}>

/**
 * Opens a file, hands it over, and closes it whatever happens. Reading is synchronous: this process has one job at a time and nothing
 * else to do, and small files are read in half the time.
 */
export async function withFile<T>(file: StoredFile, work: (file: OpenFile) => Promise<T>): Promise<T> {
  const stored = openStored(file)
  try {
    return await work({ size: stored.sizeBytes, read: stored.read })
  } finally {
    stored.close()
  }
}

/** A file that exists only in memory. */
export const heldFile = (bytes: Uint8Array): OpenFile => ({
  size: bytes.length,
  held: bytes,
  read: (position, length) => bytes.subarray(position, position + Math.max(length, 0))
})

/** Up to `length` bytes from `position`; fewer where the file ends. */
export const readBytes = (file: OpenFile, position: number, length: number): Uint8Array => file.read(position, length)
