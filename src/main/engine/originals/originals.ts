/**
 * The kept files of an archive: `originals/<2 hex>/<sha256>`, byte for byte as they came; in an encrypted archive
 * `originals/<2 hex>/<name>.sealed`, where the name is made from the SHA-256 with a key.
 *
 * A file is written under a temporary name in the same folder tree, flushed, and renamed: under its own name it is always whole.
 */
import { createHmac } from 'node:crypto'
import { closeSync, constants, existsSync, lstatSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { flushNames, shelvesOf } from '#engine/originals/flush-names'
import { PlainLeft } from '#engine/originals/plain-left'
import { type TakenFile, takeFile } from '#engine/originals/take-file'
import { newSpoolFolder, type SpoolFolder, takeSpooled } from '#engine/originals/take-spooled'
import { fileKey, HEADER_BYTES, readHeader, type SealGroup, sealGroup, veilOf } from '#engine/sealed/sealed-format'
import { plainFile, type StoredFile } from '#engine/sealed/stored-file'

/** Of groups whose keys were made; spools of many containers make many. */
const GROUPS_KEPT = 256
const SEALED = '.sealed'

const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Where the original with this SHA-256 is in an archive that is not encrypted, whether it is there or not. For all archives: `Originals`. */
export function originalFile(directory: string, sha256: Uint8Array): string {
  const hex = toHex(sha256)
  return join(directory, 'originals', hex.slice(0, 2), hex)
}

/** Tells what a file in `originals` is by its name; undefined for what no archive puts there. */
export function originalForm(name: string): 'plain' | 'sealed' | undefined {
  if (/^[0-9a-f]{64}$/.test(name)) return 'plain'
  return /^[0-9a-f]{64}\.sealed$/.test(name) ? 'sealed' : undefined
}

/** The originals of one archive, and the only way to them. Made by `openArchive` (`archive.originals`) and by the reading thread. */
export class Originals {
  readonly #directory: string
  readonly #keys: ArchiveKeys | null
  readonly #groups = new Map<string, SealGroup>()
  /** What this session seals is one group. */
  readonly #own: Required<SealGroup> | null
  readonly #plainLeft: PlainLeft | undefined
  /** Folders in which an original was given its name since the last `flushNames`. */
  readonly #shelves = new Set<string>()

  /**
   * `keys`: those of an encrypted archive. `isConverting`: its database says that a change of the passphrase was cut off (`findConversion`),
   * so that some originals may still, or already, be plain. In every other encrypted archive one that is plain is nobody's.
   */
  constructor(directory: string, keys: ArchiveKeys | null, isConverting = false) {
    this.#directory = directory
    this.#keys = keys
    if (keys && isConverting) this.#plainLeft = new PlainLeft()
    this.#own = keys && { ...sealGroup(keys.originals), veil: veilOf(keys.originals) }
  }

  /** Whether new originals are sealed. */
  get isSealed(): boolean {
    return this.#keys !== null
  }

  /** Whether an original of this encrypted archive may be plain: a change of the passphrase was cut off. */
  get isConverting(): boolean {
    return this.#plainLeft !== undefined
  }

  /** For whatever else is written into the archive's folder: what it is to be sealed with (`SealedWriter`); null: it stays plain. */
  get sealWith(): SealGroup | null {
    return this.#own
  }

  /**
   * The original with this SHA-256 (32 bytes), ready to be read with `openStored` or `streamStored`; undefined when it is not on the disk.
   * One whose header is damaged is found, and can not be opened. A plain one in an encrypted archive is found only where a change of the
   * passphrase was cut off, and only when its bytes have this SHA-256: anybody could have put it there.
   * Cost: a look at the disk; of a sealed one, its first bytes; of one that such a change has not reached, the first time all of it.
   */
  find(sha256: Uint8Array): StoredFile | undefined {
    const sealed = this.#sealedPath(sha256)
    // Of what is no file, a link above all, no header is read: whoever opens it is told what is in the place of the original.
    if (sealed !== undefined && existsSync(sealed))
      return lstatSync(sealed).isFile() ? this.open(sealed) : { path: sealed, key: new Uint8Array(32) }
    const plain = this.#plainPath(sha256)
    const isIts = sealed === undefined ? existsSync(plain) : this.#plainLeft?.is(plain, sha256)
    return isIts ? plainFile(plain) : undefined
  }

  /** As `find`; what is not there is named all the same, and whoever opens it meets `ENOENT`. */
  locate(sha256: Uint8Array): StoredFile {
    return this.find(sha256) ?? plainFile(this.pathOf(sha256))
  }

  /** Where an original is when this archive keeps it now, whether it is there or not. */
  pathOf(sha256: Uint8Array): string {
    return this.#sealedPath(sha256) ?? this.#plainPath(sha256)
  }

  /** Whether the original is on the disk. */
  isKept(sha256: Uint8Array): boolean {
    return existsSync(this.pathOf(sha256)) || (this.isConverting && this.find(sha256) !== undefined)
  }

  /** A sealed file of this archive by its path, whatever it is; `sealWith` or a spool sealed it. Throws errors of the file system. */
  open(path: string): StoredFile {
    if (!this.#keys || !this.#own) return plainFile(path)
    const salts = readHeader(headOf(path), this.#own.veil)
    // A key that opens nothing: whoever reads the file is told that it is damaged.
    if (!salts) return { path, key: new Uint8Array(32) }
    return { path, key: fileKey(this.#group(salts.groupSalt, this.#keys), salts.fileSalt) }
  }

  /** Reads a file once: hashes it and, unless `isKnown` says the archive has it, copies it; see `takeFile`. */
  take(path: string, isKnown: (sha256: Uint8Array) => boolean, afterChunk: () => Promise<void>): Promise<TakenFile> {
    return takeFile(this.#place(), path, isKnown, afterChunk)
  }

  /** A place for a new folder, which whoever puts something into it makes. What a crash leaves of it is cleared when the archive is opened again. */
  newSpool(): SpoolFolder {
    return newSpoolFolder(this.#directory, this.#keys && sealGroup(this.#keys.originals))
  }

  /** Takes one piece of a spool among the originals, without a second copy and without sealing it again; see `takeSpooled`. */
  takeSpooled(
    folder: SpoolFolder,
    name: string,
    isKnown: (sha256: Uint8Array) => boolean,
    afterChunk: () => Promise<void>
  ): Promise<Omit<TakenFile, 'modifiedAt'>> {
    const stored = (path: string): StoredFile => this.open(path)
    return takeSpooled({ ...this.#place(), stored, veil: this.#own?.veil ?? null }, folder, name, isKnown, afterChunk)
  }

  /**
   * Makes sure that the names of the originals that were kept are on the disk. `isAll`: also of those kept before this program was started.
   * Throws errors of the file system. Cost: a flush for each of at most 256 folders.
   */
  flushNames(isAll = false): void {
    flushNames(this.#directory, isAll ? shelvesOf(this.#directory) : this.#shelves)
    this.#shelves.clear()
  }

  #place() {
    const pathOf = (sha256: Uint8Array): string => {
      const path = this.pathOf(sha256)
      this.#shelves.add(dirname(path))
      return path
    }
    return { directory: this.#directory, group: this.#own, pathOf }
  }

  #plainPath(sha256: Uint8Array): string {
    return originalFile(this.#directory, sha256)
  }

  #sealedPath(sha256: Uint8Array): string | undefined {
    if (!this.#keys) return undefined
    const name = createHmac('sha256', this.#keys.names).update(sha256).digest('hex')
    return join(this.#directory, 'originals', name.slice(0, 2), `${name}${SEALED}`)
  }

  #group(salt: Uint8Array, keys: ArchiveKeys): SealGroup {
    const name = toHex(salt)
    const known = this.#groups.get(name)
    if (known) return known
    const group = sealGroup(keys.originals, salt)
    if (this.#groups.size >= GROUPS_KEPT) this.#groups.clear()
    this.#groups.set(name, group)
    return group
  }
}

function headOf(path: string): Uint8Array {
  const descriptor = openSync(path, READ)
  try {
    const head = new Uint8Array(HEADER_BYTES)
    return head.subarray(0, readSync(descriptor, head, 0, HEADER_BYTES, 0))
  } finally {
    closeSync(descriptor)
  }
}
