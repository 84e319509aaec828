import { statSync } from 'node:fs'
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
  const { db, directory } = archive
  const hasher = new OriginalHasher()
  let taker: ReturnType<typeof takerFor> | undefined
  let adopted = 0
  for (const { path, name } of keptOriginals(directory)) {
    if (!(await work.rest())) break
    const sha256 = Buffer.from(name, 'hex')
    if (findOriginal(db, sha256) !== undefined) continue
    const hashed = await hasher.hash(path, work, () => undefined)
    if (hashed === undefined || 'trouble' in hashed || !sha256.equals(hashed.sha256)) continue
    taker ??= takerFor(archive, extractor)
    await taker.take(sha256, path)
    adopted += 1
  }
  await taker?.end()
  return adopted
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
    take: async (sha256: Uint8Array, file: string): Promise<void> => {
      const { size, mtimeMs } = statSync(file)
      const path = `${ADOPTED}/${Buffer.from(sha256).toString('hex').slice(0, 16)}`
      const budget = new Budget(roomFor(size))
      const taken = { sha256, sizeBytes: size, modifiedAt: Math.trunc(mtimeMs), keep: undefined, drop: () => undefined }
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
