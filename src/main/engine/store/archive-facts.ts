import type { ReadDb, WriteDb } from '#engine/store/connection'
import { rows, run, value } from '#engine/store/statement'
import type { ArchiveInfo } from '#shared/model/app'

/** A fact about the archive as a whole, or undefined. */
export function findFact(db: ReadDb, key: string): string | undefined {
  return value<string>(db, 'SELECT value FROM archive WHERE key = ?', [key])
}

export function setFact(db: WriteDb, key: string, fact: string): void {
  run(db, 'INSERT INTO archive (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [key, fact])
}

export function removeFact(db: WriteDb, key: string): void {
  run(db, 'DELETE FROM archive WHERE key = ?', [key])
}

/** Exact counts. Cost: one scan of the documents' language index and of the originals. */
export function countArchive(db: ReadDb): Pick<ArchiveInfo, 'documents' | 'originals' | 'bytes' | 'languages'> {
  const languages: Record<string, number> = {}
  let documents = 0
  for (const entry of rows<{ language: string; n: number }>(
    db,
    'SELECT language, count(*) AS n FROM document GROUP BY language ORDER BY n DESC, language'
  )) {
    languages[entry.language] = entry.n
    documents += entry.n
  }
  const originals = rows<{ n: number; bytes: number }>(
    db,
    'SELECT count(*) AS n, coalesce(sum(size_bytes), 0) AS bytes FROM original'
  )[0]
  return { documents, originals: originals?.n ?? 0, bytes: originals?.bytes ?? 0, languages }
}
