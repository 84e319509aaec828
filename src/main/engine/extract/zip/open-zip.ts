/**
 * The one reader of ZIP archives, for archives themselves and for every format that is one inside (Office, EPUB, WACZ).
 *
 * It reads by position and never holds the archive in memory. Nothing in an archive is trusted: entries that lie over each other, that
 * unpack to more than they say or to more than text can shrink, and directories larger than their limits are refused before they cost
 * anything. Names are labels.
 */
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { errorSentence } from '#engine/extract/error-sentence'
import type { OpenFile } from '#engine/extract/read-file'
import { MOST_RATIO, streamEntry, unpackEntry } from '#engine/extract/zip/entry-content'
import { describeEntries, type ZipEntry } from '#engine/extract/zip/zip-entry'
import { ZipFault } from '#engine/extract/zip/zip-fault'

/** Unpacked sizes together: small archives of very repetitive files are no bombs. */
const HARMLESS_BYTES = 10 * 1024 * 1024
const LOCAL_HEADER = 30

/** An open archive, whose entries are unpacked when they are asked for. */
export type Zip = Readonly<{
  /** In the order of the directory. */
  entries: readonly ZipEntry[]
  /** The archive's own comment; empty without one. */
  comment: string
  /** Why the directory could be read only up to the last entry listed; null when it is whole. */
  damage: string | null
  /** The entry with exactly this name (the last one, when several have it); undefined without one. */
  find: (name: string) => ZipEntry | undefined
  /** All bytes of an entry. Throws `ZipFault`; `bomb` when there are more than `limitBytes`. */
  read: (entry: ZipEntry, limitBytes: number) => Uint8Array
  /** The bytes of an entry piece by piece, as `streamEntry`. Throws `ZipFault` on the way. */
  stream: (entry: ZipEntry, stepBytes?: number) => AsyncGenerator<Uint8Array>
}>

/**
 * Reads the directory of a ZIP archive. Throws `ZipFault`: `too-many-files` beyond `maxEntries`, `bomb` for entries that overlap or
 * promise more than 200 times the archive, `damaged` when there is no directory.
 */
export async function openZip(file: OpenFile, { maxEntries }: Readonly<{ maxEntries: number }>): Promise<Zip> {
  const { listed, comment, damage } = await readDirectory(file, maxEntries)
  const entries = withLimits(await describeEntries(listed))
  const most = file.size * MOST_RATIO + HARMLESS_BYTES
  if (entries.reduce((total, { size }) => total + size, 0) > most) throw new ZipFault('bomb', 'It is too large when opened.')
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    entries,
    comment,
    damage,
    find: (name) => byName.get(name),
    // No entry gives more bytes than it promises, so that what all of them promise bounds what comes out.
    read: (entry, limitBytes) => unpackEntry(file, entry, limitBytes),
    stream: (entry, stepBytes) => streamEntry(file, entry, stepBytes)
  }
}

type Directory = Readonly<{ listed: readonly Entry[]; comment: string; damage: string | null }>

async function readDirectory(file: OpenFile, maxEntries: number): Promise<Directory> {
  const zip = await open(file).catch((error: unknown) => {
    throw new ZipFault('damaged', `The list of files in it can not be read: ${errorSentence(error)}`)
  })
  if (zip.entryCount > maxEntries) {
    throw new ZipFault('too-many-files', `It holds more than ${maxEntries.toLocaleString('en')} files.`)
  }
  const comment = new TextDecoder().decode(Buffer.from(zip.comment))
  const listed: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) listed.push(entry)
  } catch (error) {
    if (listed.length === 0) throw new ZipFault('damaged', `The list of files in it can not be read: ${errorSentence(error)}`)
    return { listed, comment, damage: `The list of files in it is damaged: ${errorSentence(error)}` }
  }
  return { listed, comment, damage: null }
}

async function open(file: OpenFile): Promise<ZipFile> {
  const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false } as const
  return await fromRandomAccessReaderPromise(new OpenFileReader(file), file.size, options)
}

/** How the library reads the list of files; their contents are read by `unpackEntry` and `streamEntry`. */
class OpenFileReader extends RandomAccessReader {
  readonly #file: OpenFile

  constructor(file: OpenFile) {
    super()
    this.#file = file
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    let error: Error | null = null
    try {
      const bytes = this.#file.read(position, length)
      buffer.set(bytes, offset)
      if (bytes.length < length) error = new Error('the file ends before that')
    } catch (caught) {
      error = caught instanceof Error ? caught : new Error(String(caught))
    }
    // Subtle: called later, as the library expects of a disk; at once, long lists would fill the stack.
    process.nextTick(callback, error)
  }
}

/** Sets up to where each entry's data may reach. Two that can not both be where they say are one over the other. */
function withLimits(entries: readonly ZipEntry[]): ZipEntry[] {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset)
  const limits = new Map<ZipEntry, number>()
  inOrder.forEach((entry, at) => {
    const limit = inOrder[at + 1]?.offset ?? Number.POSITIVE_INFINITY
    if (entry.offset + LOCAL_HEADER + entry.packedSize > limit)
      throw new ZipFault('bomb', 'Files in it lie over each other, as they do only in archives made to fill disks.')
    limits.set(entry, limit)
  })
  return entries.map((entry) => ({ ...entry, limit: limits.get(entry) ?? entry.limit }))
}
