import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { recordAddedOriginals } from '#engine/custody/record-originals'
import type { Extractor } from '#engine/extract/job'
import { roomFor } from '#engine/extract/room'
import { BatchWriter } from '#engine/import/batch-writer'
import { Budget } from '#engine/import/budget'
import { Tally } from '#engine/import/counts'
import { Gate } from '#engine/import/gate'
import { TakeDocument } from '#engine/import/take-document'
import { UnitWriter } from '#engine/import/write-unit'
import { Writes } from '#engine/import/writes'
import { keptOriginals } from '#engine/integrity/kept-originals'
import { OriginalHasher } from '#engine/integrity/stored-original'
import type { Work } from '#engine/integrity/work'
import type { Archive } from '#engine/open'
import { type Originals, originalForm } from '#engine/originals/originals'
import { plainFile } from '#engine/sealed/stored-file'
import { durableTransaction } from '#engine/store/connection'
import { insertImport, saveImport } from '#engine/store/imports'
import { findOriginal } from '#engine/store/originals'
import type { ImportId } from '#shared/model/ids'

/** How the folder and the import are called under which they are found. */
export const ADOPTED = 'Found again'

/**
 * Takes up originals that lie in the archive's folder and that its database knows nothing of, after a rebuild or from an older snapshot:
 * each becomes a document again. Its name and place are not known any more; it is called by its SHA-256. One whose bytes are not those
 * of its name is left alone. Answers with how many were taken up.
 */
export async function adoptOriginals(archive: Archive, extractor: Extractor, work: Work): Promise<number> {
  const { db, directory, originals } = archive
  const hasher = new OriginalHasher()
  let taker: ReturnType<typeof takerFor> | undefined
  let adopted = 0
  for (const { path, name } of keptOriginals(directory)) {
    if (!(await work.rest())) break
    const isSealed = originalForm(name) === 'sealed'
    // The name of a sealed one says nothing of its bytes.
    if (!isSealed && findOriginal(db, Buffer.from(name, 'hex')) !== undefined) continue
    const hashed = await hashOf(hasher, originals, path, isSealed, work)
    if (hashed === undefined || findOriginal(db, hashed.sha256) !== undefined || originals.pathOf(hashed.sha256) !== path)
      continue
    taker ??= takerFor(archive, extractor)
    await taker.take(hashed.sha256, hashed.sizeBytes, path)
    adopted += 1
  }
  await taker?.end()
  return adopted
}

type Hashed = Readonly<{ sha256: Uint8Array; sizeBytes: number }>

async function hashOf(
  hasher: OriginalHasher,
  originals: Originals,
  path: string,
  isSealed: boolean,
  work: Work
): Promise<Hashed | undefined> {
  let sizeBytes = 0
  try {
    const file = isSealed ? originals.open(path) : plainFile(path)
    const hashed = await hasher.hash(file, work, (bytes) => {
      sizeBytes += bytes
    })
    return hashed === undefined || 'trouble' in hashed ? undefined : { sha256: hashed.sha256, sizeBytes }
  } catch {
    // Its beginning can not be read: a verification names it.
    return undefined
  }
}

function takerFor(archive: Archive, extractor: Extractor) {
  const { db } = archive
  const startedAt = Date.now()
  const importId: ImportId = durableTransaction(db, () => insertImport(db, ADOPTED, [], startedAt))
  const tally = new Tally()
  const writer = new BatchWriter(
    db,
    tally,
    () => recordAddedOriginals(db, importId),
    () => undefined
  )
  const units = new UnitWriter(db, writer, tally, importId)
  const troubles: unknown[] = []
  const writes = new Writes(units, (error) => troubles.push(error))
  const gate = new Gate()
  const documents = new TakeDocument({ archive, extractor, writer, units, writes, gate, onCurrent: () => undefined })
  const folder = { path: ADOPTED, name: ADOPTED, parent: null }
  return {
    take: async (sha256: Uint8Array, sizeBytes: number, file: string): Promise<void> => {
      // When it was kept; a sealed one does not tell.
      const modifiedAt = originalForm(basename(file)) === 'sealed' ? startedAt : Math.trunc(statSync(file).mtimeMs)
      const path = `${ADOPTED}/${Buffer.from(sha256).toString('hex').slice(0, 16)}`
      const budget = new Budget(roomFor(sizeBytes))
      const taken = { sha256, sizeBytes, modifiedAt, keep: undefined, drop: () => undefined }
      const made = await documents.take({
        place: { path, folder },
        taken,
        declared: null,
        budget,
        depth: budget.depth,
        partsOf: async () => []
      })
      await made.open?.()
    },
    end: async (): Promise<void> => {
      writer.flush()
      await writes.settled()
      const seconds = (Date.now() - startedAt) / 1000
      durableTransaction(db, () =>
        saveImport(db, importId, troubles.length > 0 ? 'failed' : 'finished', tally.counts(), Date.now(), seconds, null)
      )
      if (troubles.length > 0) throw troubles[0]
    }
  }
}
