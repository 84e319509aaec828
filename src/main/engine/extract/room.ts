import type { Room } from '#engine/extract/job'

const GIB = 1024 ** 3

/** Files that any file may hold; a larger one as many as it could, were they of 10 KB each: mailboxes of decades have so many messages. */
const FILES = 100_000
const BYTES_PER_FILE = 10_000

/** Room for everything that a file on disk of this size may hold, on all levels together. */
export function roomFor(sizeBytes: number): Room {
  return {
    bytes: Math.max(2 * GIB, sizeBytes * 3),
    files: Math.max(FILES, Math.floor(sizeBytes / BYTES_PER_FILE)),
    archives: 3,
    levels: 8
  }
}

/** Nothing is taken out of the file. */
export const NO_ROOM: Room = { bytes: 0, files: 0, archives: 0, levels: 0 }
