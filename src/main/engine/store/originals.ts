import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, run } from '#engine/store/statement'

/** The row id of the original with this SHA-256 (32 bytes), or undefined. */
export function findOriginal(db: ReadDb, sha256: Uint8Array): number | undefined {
  return row<{ id: number }>(db, 'SELECT id FROM original WHERE sha256 = ?', [sha256])?.id
}

/** Records an original that is on disk already; the id of the existing row when there is one. */
export function recordOriginal(db: WriteDb, sha256: Uint8Array, sizeBytes: number, now: number): number {
  return (
    findOriginal(db, sha256) ??
    run(db, 'INSERT INTO original (sha256, size_bytes, stored_at) VALUES (?, ?, ?)', [sha256, sizeBytes, now]).id
  )
}

/** Bytes of the original with this SHA-256; undefined when the archive has none. */
export function findOriginalSize(db: ReadDb, sha256: Uint8Array): number | undefined {
  return row<{ sizeBytes: number }>(db, 'SELECT size_bytes AS sizeBytes FROM original WHERE sha256 = ?', [sha256])?.sizeBytes
}
