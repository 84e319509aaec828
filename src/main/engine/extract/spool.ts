/**
 * Where a format puts what a file holds: attachments, files of an archive, messages of a mailbox, captured pages.
 *
 * Members are written as numbered files into a folder that the engine made inside the archive. Their names are labels that travel
 * beside them and never become a path. In an encrypted archive each is sealed as it is written, with a key of this spool.
 */
import { closeSync, constants, copyFileSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Declared, FoundMember, Room, SpoolPlace } from '#engine/extract/job'
import type { SealGroup } from '#engine/sealed/sealed-format'
import { SealedWriter } from '#engine/sealed/sealed-writer'
import type { ProblemCode } from '#shared/model/document'
import type { Relation } from '#shared/model/family'

/** A member as the container names it. */
export type NewMember = Readonly<{
  /** Path inside the container as it is written there; a label. */
  path: string
  relation: Relation
  declared?: Declared
  /** Milliseconds since 1970; null when the container does not tell. */
  modifiedAt?: number | null
}>

/** Thrown when what a file holds is more than its `Room`; members put before stay. Formats let it pass. */
export class SpoolFull extends Error {
  readonly code: 'bomb' | 'too-many-files'

  constructor(code: SpoolFull['code'], message: string) {
    super(message)
    this.code = code
  }
}

type Content = Uint8Array | AsyncIterable<Uint8Array>

/** A piece that lies in the spool, and is no member yet. */
export type HeldContent = Readonly<{ file: string; sizeBytes: number }>

/** Takes what a format finds in a file, within its room. */
export type Spool = Readonly<{
  /** False when nothing is to be taken out: then `add` and the others do nothing. */
  isOpen: boolean
  room: Room
  /** Keeps one member. Rejects with `SpoolFull`, or with the content's own error (the member is then not kept). */
  add: (member: NewMember, content: Content | HeldContent) => Promise<void>
  /** Writes down content whose use shows later. It goes with the spool unless it is given to `add` or `addResource`; each takes a copy of it after the first. */
  hold: (content: Content) => Promise<HeldContent>
  /** Keeps a picture, style or other resource of the pages in this container, under the address by which they ask for it. */
  addResource: (key: string, mediaType: string | null, content: Content | HeldContent) => Promise<void>
  /** Records a member that can not be taken, so that it has a row. It counts as a file: throws `SpoolFull` beyond the room for them. */
  refuse: (path: string, relation: Relation, code: ProblemCode, message: string) => void
}>

/**
 * Opens a spool into the folder of `place`, which is made with the first member where it is not there yet: most files hold none, and a folder for
 * each would cost more than reading a short text. Null: closed. `members` grows as members come.
 */
export function openSpool(place: SpoolPlace | null, room: Room, members: FoundMember[]): Spool {
  const directory = place?.path ?? ''
  let bytes = 0
  let files = 0
  let refused = 0
  const used = new Set<string>()
  const checkCount = (): void => {
    if (files + refused > room.files)
      throw new SpoolFull('too-many-files', `It holds more than ${room.files.toLocaleString('en')} files.`)
  }
  const newFile = (): string => {
    files++
    checkCount()
    return String(files)
  }
  const hold = async (content: Content): Promise<HeldContent> => {
    const file = newFile()
    const before = bytes
    if (files === 1) mkdirSync(directory, { recursive: true, mode: 0o700 })
    const descriptor = openSync(join(directory, file), 'wx', 0o600)
    try {
      const piece = openPiece(descriptor, place?.seal ?? null)
      for await (const chunk of content instanceof Uint8Array ? [content] : content) {
        bytes += chunk.byteLength
        if (bytes > room.bytes) throw new SpoolFull('bomb', 'It is too large when opened.')
        piece.write(chunk)
      }
      piece.finish()
    } finally {
      closeSync(descriptor)
    }
    return { file, sizeBytes: bytes - before }
  }
  const keep = async (content: Content | HeldContent): Promise<HeldContent> => {
    if (!('file' in content)) return await hold(content)
    if (!used.has(content.file)) {
      used.add(content.file)
      return content
    }
    const file = newFile()
    bytes += content.sizeBytes
    if (bytes > room.bytes) throw new SpoolFull('bomb', 'It is too large when opened.')
    copyFileSync(join(directory, content.file), join(directory, file), constants.COPYFILE_EXCL)
    return { file, sizeBytes: content.sizeBytes }
  }
  const isOpen = place !== null
  return {
    isOpen,
    room,
    add: async ({ path, relation, declared, modifiedAt }, content) => {
      if (!isOpen) return
      const kept = await keep(content)
      members.push({ kind: 'document', ...kept, path, relation, declared: declared ?? null, modifiedAt: modifiedAt ?? null })
    },
    hold: async (content) => (isOpen ? await hold(content) : { file: '', sizeBytes: 0 }),
    addResource: async (key, mediaType, content) => {
      if (isOpen) members.push({ kind: 'resource', ...(await keep(content)), key, mediaType })
    },
    refuse: (path, relation, code, message) => {
      if (!isOpen) return
      refused++
      checkCount()
      members.push({ kind: 'refused', path, relation, code, message })
    }
  }
}

function openPiece(descriptor: number, seal: SealGroup | null): Pick<SealedWriter, 'write' | 'finish'> {
  if (seal) return new SealedWriter(descriptor, seal)
  const write = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(descriptor, bytes, at)
  }
  return { write, finish: () => undefined }
}
