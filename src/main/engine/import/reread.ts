import { recordCustody } from '#engine/custody/record'
import { recordAddedOriginals } from '#engine/custody/record-originals'
import type { ExtractedDocument, Extractor } from '#engine/extract/job'
import { roomFor } from '#engine/extract/room'
import { BatchWriter } from '#engine/import/batch-writer'
import { Budget } from '#engine/import/budget'
import { claimsOf } from '#engine/import/claims'
import { Tally } from '#engine/import/counts'
import { declaredOf } from '#engine/import/declared-of'
import { Gate } from '#engine/import/gate'
import { depthBelow, placeOf } from '#engine/import/place-of'
import { type OriginalReading, readOriginal } from '#engine/import/read-original'
import { TakeDocument } from '#engine/import/take-document'
import { isWorseReading, writeKeptReading, writeReadAgain } from '#engine/import/write-document'
import { UnitWriter } from '#engine/import/write-unit'
import { Writes } from '#engine/import/writes'
import type { Archive } from '#engine/open'
import type { TakenFile } from '#engine/originals/take-file'
import { durableTransaction, type WriteDb } from '#engine/store/connection'
import { type DocumentState, findDocumentSha256, findDocumentState } from '#engine/store/documents'
import { listOcrTexts } from '#engine/store/ocr-pages'
import { findOriginalSize } from '#engine/store/originals'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'

export type ReadingChanges = Readonly<{
  /** Null: guess again. Left out: as before. */
  charset?: string | null
  password?: string
}>

export type ReadAgainOptions = Readonly<{
  /** Ends the taking of what the document holds between two members; the next reading completes it. */
  gate?: Gate
  onCommit?: () => void
}>

/** `isKept`: reading failed, and the earlier reading stays with a word about the trouble. */
export type ReadAgain = Readonly<{ isKept: boolean; extracted: ExtractedDocument }>

/**
 * Reads a document again from its original, with the character set, password, declarations and OCR texts it has. Tags, marks and
 * corrections stay; what it holds is taken again. Its new reading is on disk when this resolves. A reading that fails never replaces one
 * that has text. Throws SanadError `not-found`, and `wrong-password` when a given password does not open it: then nothing is changed.
 */
export async function readAgain(
  archive: Archive,
  extractor: Extractor,
  id: DocumentId,
  changes: ReadingChanges = {},
  options: ReadAgainOptions = {}
): Promise<ReadAgain> {
  const { db } = archive
  const sha256 = findDocumentSha256(db, id)
  const place = placeOf(db, id)
  if (!sha256 || !place) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const taken = takenFile(sha256, findOriginalSize(db, sha256) ?? 0, place.modifiedAt)
  const budget = new Budget(roomFor(taken.sizeBytes))
  const depth = place.isOnDisk ? budget.depth : depthBelow(db, id, budget.depth)
  const release = await claimsOf(db).take(sha256, () => undefined)
  const close = claimsOf(db).open(sha256)
  try {
    const { reading, answer } = await readNow(archive, extractor, id, changes, budget, depth, sha256).finally(release)
    if (answer.isKept || reading.extracted.members.length === 0) {
      reading.spool.remove()
      return answer
    }
    const documents = takerFor(archive, extractor, findDocumentState(db, id), options)
    await documents.takeMembersOf(id, { place, taken, declared: null, budget, depth }, reading)
    await documents.parts.writes.settled()
    return answer
  } finally {
    close()
  }
}

async function readNow(
  archive: Archive,
  extractor: Extractor,
  id: DocumentId,
  changes: ReadingChanges,
  budget: Budget,
  depth: Budget['depth'],
  sha256: Uint8Array
): Promise<{ reading: OriginalReading; answer: ReadAgain }> {
  const { db } = archive
  const state = findDocumentState(db, id)
  if (!state) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const given = {
    charset: changes.charset === undefined ? state.chosenCharset : changes.charset,
    password: changes.password ?? state.password
  }
  const known = { declared: declaredOf(db, id), ocr: listOcrTexts(db, id) }
  const { fileName, mediaType } = state
  const reading = await readOriginal(archive, extractor, { sha256, fileName, mediaType, ...given, ...known }, budget, depth)
  const { extracted } = reading
  if (changes.password !== undefined && extracted.status === 'locked') {
    reading.spool.remove()
    throw new SanadError('wrong-password', 'This password does not open the document. Nothing was changed.')
  }
  const isKept = isWorseReading(state, extracted)
  const version = extracted.members.length > 0 ? 0 : extracted.extractorVersion
  durableTransaction(db, () => {
    if (isKept) writeKeptReading(db, id, extracted)
    else {
      writeReadAgain(db, id, { ...extracted, extractorVersion: version }, given)
      recordChanges(db, sha256, state.chosenCharset, changes)
    }
  })
  return { reading, answer: { isKept, extracted } }
}

/** Reading again by itself is not recorded here: whoever reads many again records that once for all. */
function recordChanges(db: WriteDb, sha256: Uint8Array, from: string | null, { charset: to, password }: ReadingChanges): void {
  const hex = Buffer.from(sha256).toString('hex')
  if (to !== undefined && to !== from) recordCustody(db, 'charset-chosen', { sha256: hex, from, to })
  if (password !== undefined) recordCustody(db, 'document-unlocked', { sha256: hex })
}

/** What is inside belongs to the import that brought the file around it. */
function takerFor(
  archive: Archive,
  extractor: Extractor,
  state: DocumentState | undefined,
  { gate = new Gate(), onCommit = () => undefined }: ReadAgainOptions
): TakeDocument {
  if (!state) throw new Error('a document vanished while it was read again')
  const tally = new Tally()
  const { db } = archive
  const writer = new BatchWriter(db, tally, () => recordAddedOriginals(db, state.importId), onCommit)
  const units = new UnitWriter(db, writer, tally, state.importId)
  const onTrouble = (error: unknown): void => {
    console.error('reading again', error)
    gate.close()
  }
  const writes = new Writes(units, onTrouble)
  return new TakeDocument({ archive, extractor, writer, units, writes, gate, onCurrent: () => undefined })
}

const takenFile = (sha256: Uint8Array, sizeBytes: number, modifiedAt: number): TakenFile => ({
  sha256,
  sizeBytes,
  modifiedAt,
  keep: undefined,
  drop: () => undefined
})
