import { valuesOfField } from '#engine/search/field-values/values-of-field'
import type { ReadDb } from '#engine/store/connection'
import type { FieldValue } from '#shared/model/query-help'
import { indexText } from '#shared/text/index-text'

type Kept = Readonly<{ value: FieldValue; key: string }>

/** Values of the fields of a query as they stand in one archive, each field read once and kept until `forget`. */
export class FieldValues {
  readonly #db: ReadDb
  #kept = new Map<string, readonly Kept[]>()

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** Rows changed: values are read again when they are asked for. */
  forget(): void {
    this.#kept = new Map()
  }

  /**
   * Values of a field that have words beginning as what is typed does, those in most documents first; all while nothing is typed, none
   * for a field whose values are typed freely. Cost: that of `valuesOfField` the first time, then a walk over the values.
   */
  like(field: string, typed: string, limit: number): FieldValue[] {
    const start = indexText(typed)
    return this.#all(field)
      .filter(({ key }) => start === '' || ` ${key}`.includes(` ${start}`))
      .slice(0, limit)
      .map(({ value }) => value)
  }

  #all(field: string): readonly Kept[] {
    const known = this.#kept.get(field)
    if (known) return known
    const values = valuesOfField(this.#db, field)
      .map((value) => ({ value, key: indexText(value.value) }))
      .sort((a, b) => (b.value.documents ?? 0) - (a.value.documents ?? 0))
    this.#kept.set(field, values)
    return values
  }
}
