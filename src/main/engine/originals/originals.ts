/**
 * The kept files: `originals/<first 2 hex>/<sha256>`, byte for byte as they came.
 *
 * A file is written under a temporary name in the same folder tree, flushed, and renamed: under its own name it is always whole.
 */
import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const CHUNK_BYTES = 1 << 20

/** Never through a link, and never waiting on a pipe, whatever took the file's place since the walk. */
const READ_REGULAR = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

const ZEROS = Buffer.alloc(CHUNK_BYTES)

const toHex = (sha256: Uint8Array): string => Buffer.from(sha256).toString('hex')

/** Where the original with this SHA-256 (32 bytes) is, whether it is there or not. */
export function originalFile(directory: string, sha256: Uint8Array): string {
  const hex = toHex(sha256)
  return join(directory, 'originals', hex.slice(0, 2), hex)
}

/** Whether the original with this SHA-256 is on the disk. */
export const isOriginalKept = (directory: string, sha256: Uint8Array): boolean => existsSync(originalFile(directory, sha256))

/** Where files are until they are whole: in the same file system, so that they get their names by being renamed. */
export const unfinishedFolder = (directory: string): string => join(directory, 'originals', 'unfinished')

/** Makes the folders and clears what a crash left unfinished. Whole originals are never touched. */
export function prepareOriginals(directory: string): void {
  const unfinished = unfinishedFolder(directory)
  mkdirSync(unfinished, { recursive: true })
  for (const name of readdirSync(unfinished)) removeUnfinished(join(unfinished, name))
}

/**
 * Removes an unfinished file or folder. What a parser process of a crashed program is still writing into stays until the archive is
 * opened again.
 */
export function removeUnfinished(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 4, retryDelay: 50 })
  } catch (error) {
    console.error('an unfinished file could not be removed', error)
  }
}

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
 * The first chunk decides for small files, so an unchanged one costs no writing at all. Errors are those of the file system, or
 * `ChangedWhileReading`. `afterChunk` lets other work of this thread go on during a large file.
 */
export async function takeFile(
  directory: string,
  path: string,
  isKnown: (sha256: Uint8Array) => boolean,
  afterChunk: () => Promise<void>
): Promise<TakenFile> {
  const source = openSync(path, READ_REGULAR)
  try {
    const before = fstatSync(source)
    const taken =
      before.size < CHUNK_BYTES
        ? takeSmall(directory, source, before.size, isKnown)
        : await takeLarge(directory, source, isKnown, afterChunk)
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

function takeSmall(directory: string, source: number, size: number, isKnown: (sha256: Uint8Array) => boolean): Taken {
  // One byte more than the size, so that a file that grew is seen to have grown.
  const buffer = Buffer.allocUnsafe(size + 1)
  let length = 0
  for (let n = -1; n !== 0 && length < buffer.length; length += n)
    n = readSync(source, buffer, length, buffer.length - length, null)
  const bytes = buffer.subarray(0, length)
  const sha256 = createHash('sha256').update(bytes).digest()
  if (isKnown(sha256)) return { sha256, sizeBytes: length, keep: undefined, drop: () => undefined }
  const copy = new Copy(directory)
  copy.write(bytes)
  return { sha256, sizeBytes: length, keep: () => copy.keep(sha256), drop: () => copy.drop() }
}

async function takeLarge(
  directory: string,
  source: number,
  isKnown: (sha256: Uint8Array) => boolean,
  afterChunk: () => Promise<void>
): Promise<Taken> {
  const copy = new Copy(directory)
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
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
    return { sha256, sizeBytes: length, keep: () => copy.keep(sha256), drop: () => copy.drop() }
  } catch (error) {
    copy.drop()
    throw error
  }
}

const flush = promisify(fsync)

/** A copy that has no name yet. */
class Copy {
  readonly #directory: string
  readonly #file: string
  #descriptor: number | undefined
  #length = 0

  constructor(directory: string) {
    this.#directory = directory
    this.#file = join(unfinishedFolder(directory), randomUUID())
    this.#descriptor = openSync(this.#file, 'wx', 0o600)
  }

  /** A whole chunk of zeros stays a hole, so that a disk image takes no more room here than where it came from. */
  write(bytes: Uint8Array): void {
    if (this.#descriptor === undefined) throw new Error('the copy is closed')
    const isHole = bytes.length === CHUNK_BYTES && ZEROS.equals(bytes)
    for (let done = isHole ? bytes.length : 0; done < bytes.length; )
      done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#length + done)
    this.#length += bytes.length
  }

  async keep(sha256: Uint8Array): Promise<void> {
    if (this.#descriptor === undefined) return
    ftruncateSync(this.#descriptor, this.#length)
    await flush(this.#descriptor)
    this.#close()
    const target = originalFile(this.#directory, sha256)
    mkdirSync(join(target, '..'), { recursive: true })
    if (existsSync(target)) rmSync(this.#file)
    else renameSync(this.#file, target)
  }

  drop(): void {
    if (this.#descriptor === undefined) return
    this.#close()
    rmSync(this.#file, { force: true })
  }

  #close(): void {
    if (this.#descriptor === undefined) return
    closeSync(this.#descriptor)
    this.#descriptor = undefined
  }
}
