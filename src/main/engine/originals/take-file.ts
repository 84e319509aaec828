import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { newCopy, PIECE_BYTES } from '#engine/originals/new-copy'
import { unfinishedFolder } from '#engine/originals/unfinished'
import type { SealGroup } from '#engine/sealed/sealed-format'

/** Never through a link, and never waiting on a pipe, whatever took the file's place since the walk. */
const READ_REGULAR = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Where originals of an archive are put, and whether they are sealed. */
export type OriginalsPlace = Readonly<{
  directory: string
  group: SealGroup | null
  pathOf: (sha256: Uint8Array) => string
}>

export type TakenFile = Readonly<{
  sha256: Uint8Array
  sizeBytes: number
  modifiedAt: number
  /** Flushes the copy to disk and gives it its name. Undefined when the archive had these bytes already. */
  keep: (() => Promise<void>) | undefined
  /** Drops the copy that was not kept. Safe to call after `keep`. */
  drop: () => void
}>

/** Thrown when a file's size or time changed while it was read: what was read may be half of one version and half of another. */
export class ChangedWhileReading extends Error {}

/**
 * Reads a file once: hashes it and, unless `isKnown` says the archive has it, copies it.
 *
 * The first piece decides for small files, so an unchanged one costs no writing at all. Errors are those of the file system, or
 * `ChangedWhileReading`. `afterChunk` lets other work of this thread go on during a large file.
 */
export async function takeFile(
  place: OriginalsPlace,
  path: string,
  isKnown: (sha256: Uint8Array) => boolean,
  afterChunk: () => Promise<void>
): Promise<TakenFile> {
  const source = openSync(path, READ_REGULAR)
  try {
    const before = fstatSync(source)
    const taken =
      before.size < PIECE_BYTES
        ? takeSmall(place, source, before.size, isKnown)
        : await takeLarge(place, source, isKnown, afterChunk)
    const after = fstatSync(source)
    if (after.size !== taken.sizeBytes || after.mtimeMs !== before.mtimeMs) {
      taken.drop()
      throw new ChangedWhileReading(`${path} changed while it was read`)
    }
    return { ...taken, modifiedAt: Math.trunc(before.mtimeMs) }
  } finally {
    closeSync(source)
  }
}

type Taken = Omit<TakenFile, 'modifiedAt'>

const copyIn = ({ directory, group }: OriginalsPlace) => newCopy(unfinishedFolder(directory), group)

function takeSmall(place: OriginalsPlace, source: number, size: number, isKnown: (sha256: Uint8Array) => boolean): Taken {
  // One byte more than the size, so that a file that grew is seen to have grown.
  const buffer = Buffer.allocUnsafe(size + 1)
  let length = 0
  for (let n = -1; n !== 0 && length < buffer.length; length += n)
    n = readSync(source, buffer, length, buffer.length - length, null)
  const bytes = buffer.subarray(0, length)
  const sha256 = createHash('sha256').update(bytes).digest()
  if (isKnown(sha256)) return { sha256, sizeBytes: length, keep: undefined, drop: () => undefined }
  const copy = copyIn(place)
  try {
    copy.write(bytes)
  } catch (error) {
    copy.drop()
    throw error
  }
  return { sha256, sizeBytes: length, keep: () => copy.keep(place.pathOf(sha256)), drop: copy.drop }
}

async function takeLarge(
  place: OriginalsPlace,
  source: number,
  isKnown: (sha256: Uint8Array) => boolean,
  afterChunk: () => Promise<void>
): Promise<Taken> {
  const copy = copyIn(place)
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(PIECE_BYTES)
    let length = 0
    for (let n = readSync(source, buffer); n > 0; n = readSync(source, buffer)) {
      const bytes = buffer.subarray(0, n)
      hash.update(bytes)
      copy.write(bytes)
      length += n
      await afterChunk()
    }
    const sha256 = hash.digest()
    if (isKnown(sha256)) {
      copy.drop()
      return { sha256, sizeBytes: length, keep: undefined, drop: () => undefined }
    }
    return { sha256, sizeBytes: length, keep: () => copy.keep(place.pathOf(sha256)), drop: copy.drop }
  } catch (error) {
    copy.drop()
    throw error
  }
}
