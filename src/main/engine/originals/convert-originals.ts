/** Sealing all originals of an archive, or opening all: one by one, each whole in one of the two forms at every moment. */
import { createHash } from 'node:crypto'
import { type Dirent, existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { flushFolder } from '#engine/keys/replace-file'
import { wipeFile } from '#engine/keys/wipe-file'
import { hideTimes } from '#engine/originals/give-name'
import { newCopy, PIECE_BYTES } from '#engine/originals/new-copy'
import { type Originals, originalFile, originalForm } from '#engine/originals/originals'
import { unfinishedFolder } from '#engine/originals/unfinished'
import { openStored } from '#engine/sealed/open-stored'
import { plainFile, type StoredFile } from '#engine/sealed/stored-file'

/** What an original is converted to next; `done` counts files. */
export type TellConversion = (progress: Readonly<{ done: number; total: number }>) => void

/** So many are converted before the old files are removed together: each time all folders concerned are flushed. */
const FILES_AT_ONCE = 64
const BYTES_AT_ONCE = 64 << 20

/**
 * Converts every original that has not the wanted form yet. Answers with whether all have it now: one that can not be read, or is not what
 * its name says, stays as it is. Throws when the archive's own disk can not be written. `originals` are those of the encrypted archive.
 *
 * What was plain is overwritten before it is removed, as far as a program reaches (see `wipeFile`).
 */
export function convertOriginals(directory: string, originals: Originals, to: 'plain' | 'sealed', tell: TellConversion): boolean {
  const waiting = filesToConvert(directory, to)
  const batch = new Batch(to)
  let isComplete = true
  for (const [done, path] of waiting.entries()) {
    tell({ done, total: waiting.length })
    const bytes = convert(directory, originals, path, to, (target) => batch.add(path, target))
    if (bytes === undefined) isComplete = false
    batch.countBytes(bytes ?? 0)
  }
  batch.end()
  tell({ done: waiting.length, total: waiting.length })
  return isComplete
}

function filesToConvert(directory: string, to: 'plain' | 'sealed'): string[] {
  const folder = join(directory, 'originals')
  const entries = (path: string): Dirent[] => (existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [])
  return entries(folder)
    .filter((shelf) => shelf.isDirectory() && /^[0-9a-f]{2}$/.test(shelf.name))
    .flatMap((shelf) =>
      entries(join(folder, shelf.name))
        .filter((file) => file.isFile() && (originalForm(file.name) ?? to) !== to)
        .map((file) => join(folder, shelf.name, file.name))
    )
}

/** The bytes that were written; undefined when the file can not be converted. */
function convert(
  directory: string,
  originals: Originals,
  path: string,
  to: 'plain' | 'sealed',
  converted: (target: string) => void
): number | undefined {
  const known = to === 'sealed' ? originals.pathOf(Buffer.from(basename(path), 'hex')) : undefined
  if (known !== undefined && existsSync(known)) {
    // Sealed before, and cut off before the plain one was removed.
    converted(known)
    return 0
  }
  const copy = newCopy(unfinishedFolder(directory), to === 'sealed' ? originals.sealWith : null)
  try {
    const read = readInto(to === 'sealed' ? plainFile(path) : originals.open(path), copy.write)
    const isAsNamed = read !== undefined && (to === 'sealed' || originals.pathOf(read.sha256) === path)
    if (!isAsNamed) return undefined
    const target = known ?? originalFile(directory, read.sha256)
    copy.keepNow(target)
    converted(target)
    return read.bytes
  } finally {
    copy.drop()
  }
}

/** Undefined when the file can not be read to its end; trouble with writing is thrown. */
function readInto(
  file: StoredFile,
  write: (bytes: Uint8Array) => void
): Readonly<{ sha256: Uint8Array; bytes: number }> | undefined {
  const stored = unlessBroken(() => openStored(file))
  if (!stored) return undefined
  try {
    const hash = createHash('sha256')
    let position = 0
    while (position < stored.sizeBytes) {
      const bytes = unlessBroken(() => stored.read(position, PIECE_BYTES))
      if (!bytes || bytes.length === 0) return undefined
      hash.update(bytes)
      write(bytes)
      position += bytes.length
    }
    return { sha256: hash.digest(), bytes: position }
  } finally {
    stored.close()
  }
}

function unlessBroken<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    // No path and no name: what is logged is plain.
    console.error('an original can not be read, and stays as it is:', error instanceof Error && 'code' in error ? error.code : '')
    return undefined
  }
}

/** Old files whose new ones are written; they go when the new ones are sure to stay. */
class Batch {
  readonly #to: 'plain' | 'sealed'
  #old: string[] = []
  readonly #folders = new Set<string>()
  #bytes = 0

  constructor(to: 'plain' | 'sealed') {
    this.#to = to
  }

  add(old: string, target: string): void {
    this.#old.push(old)
    this.#folders.add(dirname(target))
  }

  countBytes(bytes: number): void {
    this.#bytes += bytes
    if (this.#old.length >= FILES_AT_ONCE || this.#bytes >= BYTES_AT_ONCE) this.end()
  }

  end(): void {
    for (const folder of this.#folders) flushFolder(folder)
    for (const path of this.#old) {
      if (this.#to === 'sealed') {
        wipeFile(path)
        hideTimes(dirname(path))
      } else rmSync(path, { force: true })
    }
    this.#old = []
    this.#folders.clear()
    this.#bytes = 0
  }
}
