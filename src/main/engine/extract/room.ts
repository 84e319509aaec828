import type { Room } from '#engine/extract/job'

const GIB = 1024 ** 3

/** Room for everything that a file on disk of this size may hold, on all levels together. */
export function roomFor(sizeBytes: number): Room {
  return { bytes: Math.max(2 * GIB, sizeBytes * 3), files: 100_000, archives: 3, levels: 8 }
}

/** Nothing is taken out of the file. */
export const NO_ROOM: Room = { bytes: 0, files: 0, archives: 0, levels: 0 }
