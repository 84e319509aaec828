import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { type ExtractEvents, extract, type Header } from 'tar-stream'
import type { ArchiveEntries } from '#engine/extract/archive/archive-entries'
import { TarNames } from '#engine/extract/archive/tar-names'
import { SpoolFull } from '#engine/extract/spool'

type Entry = ExtractEvents['entry'][1]

// Names are decoded here: the library takes every name for UTF-8. Its declarations leave both options out.
const OPTIONS: Parameters<typeof extract>[0] & Readonly<{ filenameEncoding: string; allowUnknownFormat: boolean }> = {
  filenameEncoding: 'latin1',
  allowUnknownFormat: true
}

const LINK = 'This is a link to another place in the archive; links are not followed.'
const IN_A_SPECIAL_WAY =
  'It is stored in a special way (for example with its empty stretches left out), which Sanad can not undo. Unpack the archive with another program and import what it holds.'
const DEVICE = 'This is a device or a pipe, not a file.'

/**
 * Puts the files of a tar archive into `entries`, in one pass over `chunks`. Damage ends the reading and is told to `entries`;
 * `SpoolFull` is thrown on.
 */
export async function readTar(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, entries: ArchiveEntries): Promise<void> {
  const tar = extract(OPTIONS)
  const taken = new TarEntries(entries)
  const fed = pipeline(Readable.from(patiently(chunks, taken)), tar).then(
    () => undefined,
    (error: unknown) => error
  )
  try {
    for await (const entry of tar) await taken.take(entry)
    const failure = await fed
    if (failure !== undefined) throw failure
  } catch (error) {
    tar.destroy()
    // What the source of the bytes says is nearer to the cause than what the reader of entries makes of it.
    const failure = (await fed) ?? error
    if (error instanceof SpoolFull) throw error
    if (failure instanceof SpoolFull) throw failure
    entries.end(error instanceof CutOff ? error : inWords(failure))
  }
}

/** Ends, or fails, only when all that came before has been taken: the library throws away what nobody has asked for by then. */
async function* patiently(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  taken: TarEntries
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } finally {
    for (let rounds = 0; rounds < 2; rounds = taken.isWaiting ? rounds + 1 : 0) await setImmediate()
  }
}

/** A file at whose bytes the archive ends, or can not be read on. */
class CutOff extends Error {
  constructor(cause: unknown) {
    super('its last file is cut off.', { cause })
  }
}

/** The library speaks to programmers. */
function inWords(error: unknown): unknown {
  const message = error instanceof Error ? error.message : ''
  if (message.startsWith('Invalid tar header'))
    return new Error('what stands before the next file in it is damaged.', { cause: error })
  if (message.startsWith('Unexpected end of data')) return new Error('its end is missing.', { cause: error })
  return error
}

/** Takes the entries of one archive, one after the other. */
class TarEntries {
  readonly #entries: ArchiveEntries
  readonly #names = new TarNames()
  /** True while it could take more than there is. */
  isWaiting = true

  constructor(entries: ArchiveEntries) {
    this.#entries = entries
  }

  async take(entry: Entry): Promise<void> {
    this.isWaiting = false
    try {
      await this.#take(entry)
    } finally {
      this.isWaiting = true
    }
  }

  async #take(entry: Entry): Promise<void> {
    const { header } = entry
    const path = await this.#names.decode(header)
    const kind = header.type
    const isFile = kind === 'file' || kind === 'contiguous-file'
    // The library has no name for GNU's own kinds. Their bytes are not those of the file; the label of a volume has none.
    if ((kind === null && (header.size ?? 0) > 0) || isSparse(header))
      this.#entries.refuse(sparseName(header) ?? path, 'not-readable-yet', IN_A_SPECIAL_WAY)
    else if (isFile && !path.endsWith('/') && !this.#entries.leavesOut(path)) {
      const content = new EntryContent(entry, this)
      await this.#entries.take(path, header.mtime?.getTime() ?? null, () => content)
      // An archive that breaks off inside a file can not be read on. What there is of the file has been kept.
      if (content.failure !== undefined) throw content.failure
      if (content.isRead) return
    } else if (kind === 'link' || kind === 'symlink') this.#entries.refuse(path, 'link-not-followed', LINK)
    else if (kind === 'character-device' || kind === 'block-device' || kind === 'fifo')
      this.#entries.refuse(path, 'not-a-regular-file', DEVICE)
    this.isWaiting = true
    for await (const _rest of entry);
  }
}

const sparseName = ({ pax }: Header): string | undefined =>
  Object.entries(pax ?? {}).find(([key]) => key === 'GNU.sparse.name')?.[1]

/** A file whose empty stretches were left out, as PAX archives of GNU tar say it. */
const isSparse = ({ pax }: Header): boolean => pax != null && Object.keys(pax).some((key) => key.startsWith('GNU.sparse.'))

/** The bytes of one entry, up to where they can be read, and what went wrong there. */
class EntryContent implements AsyncIterable<Uint8Array> {
  readonly #entry: Entry
  readonly #owner: TarEntries
  isRead = false
  failure: unknown

  constructor(entry: Entry, owner: TarEntries) {
    this.#entry = entry
    this.#owner = owner
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      this.#owner.isWaiting = true
      for await (const chunk of this.#entry) {
        this.#owner.isWaiting = false
        if (chunk instanceof Uint8Array) yield chunk
        this.#owner.isWaiting = true
      }
      this.isRead = true
    } catch (error) {
      // Half a testimony is better than none; the archive says that its last file is cut off.
      this.failure = new CutOff(error)
    }
  }
}
