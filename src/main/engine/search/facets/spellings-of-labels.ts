/** How publishers and authors are spelled in this archive: a filter names one of the spellings and means them all. */

import { authorNames } from '#engine/search/facets/author-names'
import { dataVersion, type ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import { labelKey } from '#shared/text/label-key'

const LABELS = {
  publisher: {
    sql: 'SELECT DISTINCT publisher AS text FROM document WHERE publisher IS NOT NULL',
    split: (text: string) => [text]
  },
  author: { sql: 'SELECT DISTINCT author AS text FROM document WHERE author IS NOT NULL', split: authorNames }
} as const

type Spellings = { version: number; byKey: Map<string, readonly string[]> }
const kept = new WeakMap<ReadDb, Map<keyof typeof LABELS, Spellings>>()

/**
 * What stands in the column `column` of the documents that have any of `labels` there.
 * Cost: each different entry of the column is folded once for each state of the archive that is asked about.
 */
export function spellingsOfLabels(db: ReadDb, column: keyof typeof LABELS, labels: readonly string[]): string[] {
  const byKey = spellingsByKey(db, column)
  return [...new Set(labels.flatMap((label) => byKey.get(labelKey(label)) ?? []))]
}

function spellingsByKey(db: ReadDb, column: keyof typeof LABELS): ReadonlyMap<string, readonly string[]> {
  // Changes of other connections, and of this one.
  const version = dataVersion(db)
  const ofDb = kept.get(db) ?? new Map<keyof typeof LABELS, Spellings>()
  kept.set(db, ofDb)
  const known = ofDb.get(column)
  if (known?.version === version) return known.byKey
  const byKey = new Map<string, string[]>()
  for (const { text } of rows<{ text: string }>(db, LABELS[column].sql)) {
    for (const key of new Set(LABELS[column].split(text).map(labelKey))) {
      const written = byKey.get(key)
      if (written === undefined) byKey.set(key, [text])
      else written.push(text)
    }
  }
  ofDb.set(column, { version, byKey })
  return byKey
}
