/** What an extract process takes out of a file lies in a folder among the unfinished originals, until each piece is moved to its place. */
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, constants, existsSync, fsync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { originalFile, removeUnfinished, type TakenFile, unfinishedFolder } from '#engine/originals/originals'

export type SpoolFolder = Readonly<{ path: string; remove: () => void }>

/** A place for a new folder, which whoever puts something into it makes. What a crash leaves of it is cleared when the archive is opened again. */
export function newSpoolFolder(directory: string): SpoolFolder {
  const path = join(unfinishedFolder(directory), randomUUID())
  return {
    path,
    remove: () => {
      if (existsSync(path)) removeUnfinished(path)
    }
  }
}

const CHUNK_BYTES = 1 << 20
/** Flushing needs the right to write on some systems. Never through a link: the process that wrote it reads untrusted files. */
const OPEN = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
/** How the pieces are named; anything else was not put there by a spool. */
const PIECE = /^\d{1,9}$/
const flush = promisify(fsync)

/**
 * Hashes one piece of a spool folder. `keep` flushes it and moves it among the originals, without a second copy; when the archive has
 * these bytes already it is removed at once. Throws for a name that is none and with errors of the file system.
 */
export async function takeSpooled(
  directory: string,
  folder: SpoolFolder,
  name: string,
  isKnown: (sha256: Uint8Array) => boolean,
  afterChunk: () => Promise<void>
): Promise<Omit<TakenFile, 'modifiedAt'>> {
  if (!PIECE.test(name)) throw new Error('an extract process named a piece that it can not have written')
  const file = join(folder.path, name)
  const { sha256, sizeBytes } = await hashOf(file, afterChunk)
  const drop = (): void => rmSync(file, { force: true })
  if (isKnown(sha256)) {
    drop()
    return { sha256, sizeBytes, keep: undefined, drop }
  }
  return { sha256, sizeBytes, keep: () => move(file, originalFile(directory, sha256)), drop }
}

async function hashOf(file: string, afterChunk: () => Promise<void>): Promise<{ sha256: Uint8Array; sizeBytes: number }> {
  const descriptor = openSync(file, OPEN)
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
    let sizeBytes = 0
    for (let n = readSync(descriptor, buffer); n > 0; n = readSync(descriptor, buffer)) {
      hash.update(buffer.subarray(0, n))
      sizeBytes += n
      if (n === CHUNK_BYTES) await afterChunk()
    }
    return { sha256: hash.digest(), sizeBytes }
  } finally {
    closeSync(descriptor)
  }
}

async function move(file: string, target: string): Promise<void> {
  const descriptor = openSync(file, OPEN)
  try {
    await flush(descriptor)
  } finally {
    closeSync(descriptor)
  }
  mkdirSync(join(target, '..'), { recursive: true })
  if (existsSync(target)) rmSync(file)
  else renameSync(file, target)
}
