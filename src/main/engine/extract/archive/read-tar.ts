import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ExtractEvents, extract, type Header } from 'tar-stream'
import type { ArchiveEntries } from '#engine/extract/archive/archive-entries'
import { decodeText } from '#engine/extract/charset'
import { SpoolFull } from '#engine/extract/spool'

type Entry = ExtractEvents['entry'][1]

// Names are decoded here: the library takes every name for UTF-8. Its declarations leave both options out.
const OPTIONS: Parameters<typeof extract>[0] & Readonly<{ filenameEncoding: string; allowUnknownFormat: boolean }> = {
  filenameEncoding: 'latin1',
  allowUnknownFormat: true
}

const LINK = 'This is a link to another place in the archive; links are not followed.'
const DEVICE = 'This is a device or a pipe, not a file.'

/**
 * Puts the files of a tar archive into `entries`, in one pass over `chunks`. Damage ends the reading and is told to `entries`;
 * `SpoolFull` is thrown on.
 */
export async function readTar(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, entries: ArchiveEntries): Promise<void> {
  const tar = extract(OPTIONS)
  const fed = pipeline(Readable.from(chunks), tar).then(
    () => undefined,
    (error: unknown) => error
  )
  try {
    for await (const entry of tar) await takeEntry(entry, entries)
    const failure = await fed
    if (failure !== undefined) throw failure
  } catch (error) {
    tar.destroy()
    // What the source of the bytes says is nearer to the cause than what the reader of entries makes of it.
    const failure = (await fed) ?? error
    if (error instanceof SpoolFull) throw error
    if (failure instanceof SpoolFull) throw failure
    entries.end(failure)
  }
}

async function takeEntry(entry: Entry, entries: ArchiveEntries): Promise<void> {
  const { header } = entry
  const path = await nameOf(header)
  const kind = header.type ?? 'file'
  const isFile = kind === 'file' || kind === 'contiguous-file'
  if (isFile && !path.endsWith('/') && !entries.leavesOut(path)) {
    const content = new EntryContent(entry)
    await entries.take(path, header.mtime?.getTime() ?? null, () => content)
    // An archive that breaks off inside a file can not be read on.
    if (content.failure !== undefined) throw content.failure
    if (content.isRead) return
  } else if (kind === 'link' || kind === 'symlink') entries.refuse(path, 'link-not-followed', LINK)
  else if (kind === 'character-device' || kind === 'block-device' || kind === 'fifo')
    entries.refuse(path, 'not-a-regular-file', DEVICE)
  for await (const _rest of entry);
}

/** The bytes of one entry, with what went wrong while they were read. */
class EntryContent implements AsyncIterable<Uint8Array> {
  readonly #entry: Entry
  isRead = false
  failure: unknown

  constructor(entry: Entry) {
    this.#entry = entry
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#entry) if (chunk instanceof Uint8Array) yield chunk
      this.isRead = true
    } catch (error) {
      this.failure = error
      throw error
    }
  }
}

/** Names of the PAX standard are UTF-8 and decoded by the library; older ones are bytes in whatever the packing system used. */
async function nameOf({ name }: Header): Promise<string> {
  if (/^[\u0000-\u007f]*$/.test(name) || /[^\u0000-\u00ff]/.test(name)) return name
  return (await decodeText(Buffer.from(name, 'latin1'), null, false)).text
}
