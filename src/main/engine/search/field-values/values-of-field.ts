import { correspondents } from '#engine/search/examples/archive-sample'
import { WORDS_OF_FIELDS } from '#engine/search/field-values/field-words'
import { languageName, typeWord } from '#engine/search/field-values/value-names'
import type { ReadDb } from '#engine/store/connection'
import { listFolders } from '#engine/store/folders'
import { rows } from '#engine/store/statement'
import { listTags } from '#engine/store/tags'
import type { FieldValue } from '#shared/model/query-help'
import { addressParts } from '#shared/text/address-parts'

type Counted = Readonly<{ value: string; documents: number }>

/** Messages are looked through, the newest first, until they have named this many senders or recipients. */
const MOST_CORRESPONDENTS = 200

/**
 * All values that a field of the query language has in this archive, in no order; none for a field whose values are typed freely.
 * Cost: linear in the documents for authors and publishers; senders and recipients are looked for among the newest messages only.
 */
export function valuesOfField(db: ReadDb, field: string): readonly FieldValue[] {
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
      return people(correspondents(db, field, MOST_CORRESPONDENTS))
    case 'is':
    case 'has':
      return WORDS_OF_FIELDS[field].map((value) => ({ value, documents: null }))
    default:
      return []
  }
}

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
function summed(values: readonly Counted[]): Counted[] {
  const found = new Map<string, number>()
  for (const { value, documents } of values) found.set(value, (found.get(value) ?? 0) + documents)
  return [...found].map(([value, documents]) => ({ value, documents }))
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
