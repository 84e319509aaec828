import { correspondents } from '#engine/search/examples/archive-sample'
import { languageName, typeWord } from '#engine/search/field-values/value-names'
import type { ReadDb } from '#engine/store/connection'
import { listFolders } from '#engine/store/folders'
import { rows } from '#engine/store/statement'
import { listTags } from '#engine/store/tags'
import type { FieldValue, SuggestedField } from '#shared/model/query-help'
import { addressParts } from '#shared/text/address-parts'
import { indexText } from '#shared/text/index-text'

/**
 * Values that a field has in this archive, the most frequent first: those with words that begin as what is typed does, all while nothing
 * is. Cost: linear in the documents for authors and publishers; senders and recipients are looked for among the newest messages only.
 */
export function listFieldValues(db: ReadDb, field: SuggestedField, text: string, limit: number): FieldValue[] {
  const wanted = indexText(text)
  return valuesOf(db, field)
    .filter(({ value }) => wanted === '' || ` ${indexText(value)}`.includes(` ${wanted}`))
    .sort((a, b) => (b.documents ?? 0) - (a.documents ?? 0))
    .slice(0, limit)
}

function valuesOf(db: ReadDb, field: SuggestedField): FieldValue[] {
  switch (field) {
    case 'tag':
      return listTags(db).map(({ name, documents }) => ({ value: name, documents }))
    case 'folder':
      return foldersByName(db)
    case 'lang':
      return summed(counted(db, 'language').map(({ value, documents }) => ({ value: languageName(value), documents })))
    case 'type':
      return summed(
        counted(db, 'media_type').flatMap(({ value, documents }) => {
          const word = typeWord(value)
          return word === undefined ? [] : [{ value: word, documents }]
        })
      )
    case 'author':
    case 'publisher':
      return counted(db, field)
    case 'name':
      return rows(
        db,
        `SELECT n.label AS value, count(m.document_id) AS documents FROM name n LEFT JOIN mention m ON m.name_id = n.id GROUP BY n.id`
      )
    case 'from':
    case 'to':
      return people(correspondents(db, field, 200))
  }
}

type Counted = Readonly<{ value: string; documents: number }>

function counted(db: ReadDb, column: 'language' | 'media_type' | 'author' | 'publisher'): Counted[] {
  return rows(
    db,
    `SELECT ${column} AS value, count(*) AS documents FROM document WHERE ${column} IS NOT NULL AND ${column} NOT IN ('', 'und')
     GROUP BY ${column}`
  )
}

/** Folders of one name may hold the same documents: then no number is given. */
function foldersByName(db: ReadDb): FieldValue[] {
  const found = new Map<string, FieldValue>()
  for (const { name, documents } of listFolders(db))
    found.set(name, { value: name, documents: found.has(name) ? null : documents })
  return [...found.values()]
}

/** Values of one name together. */
function summed(values: readonly Counted[]): FieldValue[] {
  const found = new Map<string, FieldValue>()
  for (const { value, documents } of values) {
    const known = found.get(value)
    found.set(value, { value, documents: known ? (known.documents ?? 0) + documents : documents })
  }
  return [...found.values()]
}

const people = (lists: readonly string[]): FieldValue[] =>
  [
    ...new Set(
      lists.flatMap((list) =>
        addressParts(list)
          .map(({ text }) => text.trim())
          .filter((name) => /\p{L}/u.test(name) && !name.startsWith('<'))
      )
    )
  ].map((value) => ({ value, documents: null }))
