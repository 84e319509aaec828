import { findFact, setFact } from '#engine/store/archive-facts'
import { durableTransaction, type ReadDb, type WriteDb } from '#engine/store/connection'

const PAUSED = 'ocr.paused'

/** Whether a person has paused OCR in this archive; it stays so after a restart. */
export function isOcrPaused(db: ReadDb): boolean {
  return findFact(db, PAUSED) === '1'
}

export function setOcrPaused(db: WriteDb, paused: boolean): void {
  durableTransaction(db, () => setFact(db, PAUSED, paused ? '1' : '0'))
}
