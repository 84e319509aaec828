import { FIELDS_OF_WORDS } from '#engine/search/field-words'
import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import { indexText } from '#shared/text/index-text'

export type FieldValue = Readonly<{ text: string; documents: number | null }>

const COUNTED: Readonly<Record<string, string>> = {
  tag: `SELECT t.name AS text, (SELECT count(*) FROM document_tag WHERE tag_id = t.id) AS documents FROM tag t`,
  lang: `SELECT language AS text, count(*) AS documents FROM document WHERE language <> 'und' GROUP BY language`,
  folder: `SELECT f.name AS text, count(DISTINCT s.document_id) AS documents FROM folder f
           JOIN folder_ancestor a ON a.ancestor_id = f.id JOIN sighting s ON s.folder_id = a.folder_id GROUP BY f.name`,
  author: 'SELECT author AS text, count(*) AS documents FROM document WHERE author IS NOT NULL GROUP BY author',
  publisher: 'SELECT publisher AS text, count(*) AS documents FROM document WHERE publisher IS NOT NULL GROUP BY publisher',
  name: 'SELECT n.label AS text, count(m.document_id) AS documents FROM name n LEFT JOIN mention m ON m.name_id = n.id GROUP BY n.id'
}

/** Values of the fields of a query as they stand in one archive, asked for once and kept until `forget`. */
export class FieldValues {
  readonly #db: ReadDb
  #kept = new Map<string, readonly (FieldValue & { key: string })[]>()

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** Rows changed: values are read again when they are asked for. */
  forget(): void {
    this.#kept = new Map()
  }

  /** Values of a field of which a word begins with what is typed, those in most documents first. Nothing for other fields. */
  like(field: string, typed: string, limit: number): FieldValue[] {
    const start = indexText(typed)
    return this.#all(field)
      .filter(({ key }) => start === '' || key.startsWith(start) || key.includes(` ${start}`))
      .slice(0, limit)
      .map(({ text, documents }) => ({ text, documents }))
  }

  #all(field: string): readonly (FieldValue & { key: string })[] {
    let values = this.#kept.get(field)
    if (!values) {
      const sql = Object.hasOwn(COUNTED, field) ? COUNTED[field] : undefined
      const words = Object.hasOwn(FIELDS_OF_WORDS, field) ? (FIELDS_OF_WORDS[field] ?? []) : []
      const found = sql === undefined ? words.map((text) => ({ text, documents: null })) : rows<FieldValue>(this.#db, sql)
      values = found
        .map((value) => ({ ...value, key: indexText(value.text) }))
        .sort((a, b) => (b.documents ?? 0) - (a.documents ?? 0) || (a.key < b.key ? -1 : 1))
      this.#kept.set(field, values)
    }
    return values
  }
}
