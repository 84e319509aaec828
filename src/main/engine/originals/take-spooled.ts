/** What an extract process takes out of a file lies in a folder among the unfinished originals, until each piece is moved to its place. */
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, constants, existsSync, fsync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { giveName } from '#engine/originals/give-name'
import { PIECE_BYTES } from '#engine/originals/new-copy'
import type { TakenFile } from '#engine/originals/take-file'
import { removeUnfinished, unfinishedFolder } from '#engine/originals/unfinished'
import { openStored } from '#engine/sealed/open-stored'
import { HEADER_BYTES, type SealGroup, veiledHeader } from '#engine/sealed/sealed-format'
import type { StoredFile } from '#engine/sealed/stored-file'

/** `seal`: what its pieces are sealed with, a group of their own. */
export type SpoolFolder = Readonly<{ path: string; seal: SealGroup | null; remove: () => void }>

export function newSpoolFolder(directory: string, seal: SealGroup | null): SpoolFolder {
  const path = join(unfinishedFolder(directory), randomUUID())
  return {
    path,
    seal,
    remove: () => {
      if (existsSync(path)) removeUnfinished(path)
    }
  }
}

/** Flushing needs the right to write on some systems. Never through a link: the process that wrote it reads untrusted files. */
const OPEN = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
/** How the pieces are named; anything else was not put there by a spool. */
const PIECE = /^\d{1,9}$/
const flush = promisify(fsync)

type Place = Readonly<{
  pathOf: (sha256: Uint8Array) => string
  stored: (path: string) => StoredFile
  /** That of an encrypted archive. */
  veil: Uint8Array | null
}>

/**
 * Hashes one piece of a spool folder. `keep` flushes it and moves it among the originals, without a second copy; when the archive has
 * these bytes already it is removed at once. Throws for a name that is none and with errors of the file system.
 */
export async function takeSpooled(
  { pathOf, stored, veil }: Place,
  folder: SpoolFolder,
  name: string,
  isKnown: (sha256: Uint8Array) => boolean,
  afterChunk: () => Promise<void>
): Promise<Omit<TakenFile, 'modifiedAt'>> {
  if (!PIECE.test(name)) throw new Error('an extract process named a piece that it can not have written')
  const file = join(folder.path, name)
  const { sha256, sizeBytes } = await hashOf(stored(file), afterChunk)
  const drop = (): void => rmSync(file, { force: true })
  if (isKnown(sha256)) {
    drop()
    return { sha256, sizeBytes, keep: undefined, drop }
  }
  return { sha256, sizeBytes, keep: () => move(file, pathOf(sha256), veil), drop }
}

async function hashOf(file: StoredFile, afterChunk: () => Promise<void>): Promise<{ sha256: Uint8Array; sizeBytes: number }> {
  const piece = openStored(file)
  try {
    const hash = createHash('sha256')
    let sizeBytes = 0
    for (let bytes = piece.read(0, PIECE_BYTES); bytes.length > 0; bytes = piece.read(sizeBytes, PIECE_BYTES)) {
      hash.update(bytes)
      sizeBytes += bytes.length
      if (bytes.length === PIECE_BYTES) await afterChunk()
    }
    return { sha256: hash.digest(), sizeBytes }
  } finally {
    piece.close()
  }
}

async function move(file: string, target: string, veil: Uint8Array | null): Promise<void> {
  const descriptor = openSync(file, OPEN)
  try {
    if (veil) hideGroup(descriptor, veil)
    await flush(descriptor)
  } finally {
    closeSync(descriptor)
  }
  giveName(file, target, veil !== null)
}

/** All pieces of a spool are of one group: nobody is to see which originals came out of the same file. */
function hideGroup(descriptor: number, veil: Uint8Array): void {
  const head = Buffer.alloc(HEADER_BYTES)
  const read = readSync(descriptor, head, 0, HEADER_BYTES, 0)
  const header = veiledHeader(head.subarray(0, read), veil)
  for (let at = 0; at < header.length; ) at += writeSync(descriptor, header, at, header.length - at, at)
}
