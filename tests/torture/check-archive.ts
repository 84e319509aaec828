import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { openArchive } from '#engine/open'
import type { Originals } from '#engine/originals/originals'
import { openStored } from '#engine/sealed/open-stored'
import type { ReadDb } from '#engine/store/connection'

/** What an archive holds, without ids and times: two archives of the same files must agree on it. */
export type Holdings = Readonly<{
  documents: readonly string[]
  originals: readonly string[]
  sightings: readonly string[]
  parts: readonly string[]
  /** Which document lies where in which. */
  embeddings: readonly string[]
}>

/** Opens an archive as the program does and reports everything in it that is not whole; an empty list is what one wants. */
export function checkArchive(directory: string, keys: ArchiveKeys | null = null): { problems: string[]; holdings: Holdings } {
  const archive = openArchive(directory, { keys })
  try {
    const { db, originals } = archive
    const problems = [...checkDatabase(db), ...checkDocuments(db), ...checkOriginals(db, originals)]
    return { problems, holdings: holdingsOf(db) }
  } finally {
    archive.close()
  }
}

/** Files under `originals` that no row of the archive names. A kill may leave some; the next import of the same files takes them up. */
export function strayOriginals(directory: string): string[] {
  const archive = openArchive(directory)
  try {
    const known = new Set(column(archive.db, 'SELECT lower(hex(sha256)) FROM original'))
    return originalFiles(directory).filter((name) => !known.has(name))
  } finally {
    archive.close()
  }
}

function column(db: ReadDb, sql: string): string[] {
  return db.prepare<[], string>(sql).pluck().all().map(String)
}

function checkDatabase(db: ReadDb): string[] {
  const integrity = column(db, 'PRAGMA integrity_check')
  const strangers = db.prepare('PRAGMA foreign_key_check').all()
  const index = ((): string[] => {
    try {
      db.exec("INSERT INTO fts (fts) VALUES ('integrity-check')")
      return []
    } catch (error) {
      return [`full-text index: ${String(error)}`]
    }
  })()
  return [
    ...(integrity.join() === 'ok' ? [] : integrity),
    ...(strangers.length === 0 ? [] : [`${strangers.length} rows name rows that are not there`]),
    ...index
  ]
}

/** A document, its text, its index row and the place it was seen at exist together or not at all. */
function checkDocuments(db: ReadDb): string[] {
  const none = (what: string, sql: string): string[] => column(db, sql).map((id) => `document ${id} ${what}`)
  return [
    ...none('has no index row', 'SELECT id FROM document WHERE id NOT IN (SELECT rowid FROM fts)'),
    ...none('is gone but still indexed', 'SELECT rowid FROM fts WHERE rowid NOT IN (SELECT id FROM document)'),
    ...none(
      'has no text',
      "SELECT id FROM document WHERE status = 'searchable' AND id NOT IN (SELECT document_id FROM document_text)"
    ),
    ...none('was never seen anywhere', 'SELECT id FROM document WHERE id NOT IN (SELECT document_id FROM sighting)')
  ]
}

function checkOriginals(db: ReadDb, originals: Originals): string[] {
  const rows = db
    .prepare<[], { sha256: string; size: number }>('SELECT lower(hex(sha256)) AS sha256, size_bytes AS size FROM original')
    .all()
  return rows.flatMap(({ sha256, size }) => {
    const found = originals.find(Buffer.from(sha256, 'hex'))
    if (!found) return [`original ${sha256} is missing`]
    const stored = openStored(found)
    const bytes = stored.read(0, stored.sizeBytes)
    stored.close()
    if (bytes.length !== size) return [`original ${sha256} is cut short`]
    const actual = createHash('sha256').update(bytes).digest('hex')
    return actual === sha256 ? [] : [`original ${sha256} has other bytes: ${actual}`]
  })
}

function originalFiles(directory: string): string[] {
  return readdirSync(join(directory, 'originals'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
}

function holdingsOf(db: ReadDb): Holdings {
  return {
    documents: column(
      db,
      `SELECT json_array(lower(hex(o.sha256)), d.status, d.title, d.date, d.language, d.media_type, d.word_count,
         (SELECT json_group_array(hex(t.chunks)) FROM (SELECT chunks FROM document_text WHERE document_id = d.id ORDER BY view, start) t))
       FROM document d JOIN original o ON o.id = d.original_id ORDER BY 1`
    ),
    originals: column(db, 'SELECT lower(hex(sha256)) FROM original ORDER BY 1'),
    sightings: column(
      db,
      `SELECT json_array(lower(hex(o.sha256)), s.path) FROM sighting s JOIN document d ON d.id = s.document_id
       JOIN original o ON o.id = d.original_id ORDER BY 1`
    ),
    parts: column(
      db,
      `SELECT json_array(lower(hex(page.sha256)), p.key, lower(hex(o.sha256))) FROM page_part p JOIN original o ON o.id = p.original_id
       JOIN document d ON d.id = p.document_id JOIN original page ON page.id = d.original_id ORDER BY 1`
    ),
    embeddings: column(
      db,
      `SELECT json_array(lower(hex(holder.sha256)), e.ordinal, e.relation, e.path, lower(hex(o.sha256))) FROM embedding e
       JOIN document c ON c.id = e.container_id JOIN original holder ON holder.id = c.original_id
       JOIN document d ON d.id = e.document_id JOIN original o ON o.id = d.original_id ORDER BY 1`
    )
  }
}
