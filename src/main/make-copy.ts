import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { CopySource } from '#engine/export/copy-source'
import type { EngineClient } from '#main/engine-client'
import { originalChunks } from '#main/original-chunks'
import { writeCopy } from '#main/write-copy'
import { SanadError } from '#shared/errors'
import type { CopyKind, Remainder, SavedCopy, Trace, UnsavedCopy } from '#shared/model/copy'
import { copyName, numberedName } from '#shared/model/copy-name'
import type { DocumentId } from '#shared/model/ids'

/** A copy that is ready to be written. */
export type ReadyCopy = Readonly<{
  id: DocumentId
  kind: CopyKind
  source: CopySource
  /** Neutral; with the hash of the copy. */
  name: string
  chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  sha256: string
  removed: readonly Trace[]
  remains: readonly Remainder[]
}>

const NOTHING = { removed: [], remains: [] } as const

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Makes the copy without writing it; or says why there is none. Nothing else is ever made in its place. */
export async function makeCopy(client: EngineClient, id: DocumentId, kind: CopyKind): Promise<ReadyCopy | UnsavedCopy> {
  const source = await client.copySource(id)
  const { sha256: original, mediaType, fileName, file } = source
  if (kind === 'exact') {
    const name = copyName(kind, original, mediaType, fileName)
    return { id, kind, source, name, chunks: () => originalChunks(file), sha256: original, ...NOTHING }
  }
  if (kind === 'text') {
    const text = await client.copyText(id)
    if (text === null) return { id, reason: 'no-text' }
    const bytes = Buffer.from(text, 'utf8')
    const sha256 = sha256Of(bytes)
    return { id, kind, source, name: copyName(kind, sha256, mediaType, fileName), chunks: () => [bytes], sha256, ...NOTHING }
  }
  const made = await client.cleanCopy(id)
  if ('reason' in made) return { id, reason: made.reason }
  const { bytes, left, removed, remains } = made
  if (bytes === null || left.length > 0) return { id, reason: 'not-understood' }
  const sha256 = sha256Of(bytes)
  return { id, kind, source, name: copyName(kind, sha256, mediaType, fileName), chunks: () => [bytes], sha256, removed, remains }
}

/**
 * Writes a copy and reads it again from the disk: its hash must be what was made, and a copy without metadata is looked through once more.
 * With `isNew` under the first free name in the place of `file`. Throws SanadError `copy-not-whole`, and leaves no copy.
 */
export async function saveCopy(
  client: EngineClient,
  copy: ReadyCopy,
  file: string,
  isNew: boolean
): Promise<Readonly<{ file: string; saved: Omit<SavedCopy, 'name'> }>> {
  const { id, kind, source, sha256, removed, remains } = copy
  let place = file
  let written = await writeCopy(place, copy.chunks(), isNew)
  for (let number = 2; written === undefined && number < 10_000; number++) {
    place = numberedName(file, number)
    written = await writeCopy(place, copy.chunks(), isNew)
  }
  if (written === undefined || written.sha256 !== sha256) {
    // Above all not another document's original, exchanged on the disk, under this one's name.
    if (written !== undefined) await rm(place, { force: true })
    throw new SanadError('copy-not-whole', `the copy has another SHA-256 than what was to be written`)
  }
  const left = kind === 'clean' ? await client.copyTraces(place, source.mediaType) : []
  return {
    file: place,
    saved: { id, kind, sizeBytes: written.sizeBytes, sha256, original: source.sha256, removed, remains, left }
  }
}
