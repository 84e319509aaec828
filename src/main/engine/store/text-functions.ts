/** SQL functions over text as people type it. */
import type Database from 'better-sqlite3'
import { regexFits } from '#engine/store/linear-regex'
import { indexText } from '#shared/text/index-text'
import { pathFits } from '#shared/text/path-fits'

type Connection = InstanceType<typeof Database>

const isText = (value: unknown): value is string => typeof value === 'string'

/** True when the index terms of `text` hold `wanted`: terms with a space before each, and one at the end unless it is a beginning. */
const holdsWords = (wanted: unknown, text: unknown): number =>
  isText(wanted) && isText(text) && ` ${indexText(text)} `.includes(wanted) ? 1 : 0

type Named = Readonly<{ name?: unknown; value?: unknown }>

/** The same for the values of some facts of a document, as they are stored. `names` are joined by commas. */
function factHoldsWords(names: unknown, wanted: unknown, facts: unknown): number {
  if (!isText(names) || !isText(facts)) return 0
  const list: unknown = JSON.parse(facts)
  if (!Array.isArray(list)) return 0
  const asked = names.split(',')
  return list.some(({ name, value }: Named) => isText(name) && asked.includes(name) && holdsWords(wanted, value) === 1) ? 1 : 0
}

const fileName = (path: unknown): string | null => (isText(path) ? path.slice(path.search(/[^/\\]*$/)) : null)

/**
 * Gives a connection `holds_words(wanted, text)`, `fact_holds_words(names, wanted, facts)`, `path_fits(pattern, path)`, `file_name(path)`
 * and `regex_fits(source, text)`. They may be used in statements of this program only, not in the schema.
 */
export function addTextFunctions(db: Connection): void {
  const options = { deterministic: true, directOnly: true }
  db.function('holds_words', options, holdsWords)
  db.function('fact_holds_words', options, factHoldsWords)
  db.function('path_fits', options, (pattern: unknown, path: unknown) =>
    isText(pattern) && isText(path) && pathFits(pattern, path) ? 1 : 0
  )
  db.function('file_name', options, fileName)
  db.function('regex_fits', options, (source: unknown, text: unknown) =>
    isText(source) && isText(text) && regexFits(source, text) ? 1 : 0
  )
}
