/** What somebody is typing: a word, or the value of a field, that ends at the caret. */
export type TypedPart = Readonly<{
  /** Null: a word. */
  field: string | null
  text: string
  /** Where it begins in the query; for a field's value, after the colon. */
  start: number
}>

const FIELD_VALUE = /(?:^|[\s(-])([a-z]{2,9}):("[^"]*|[^\s"()]*)$/i
const WORD = /(?:[\p{L}\p{N}\p{M}\u200c'’]|\u200d)+$/u
/** Nothing longer is looked at: such a text was pasted, not typed. */
const LONGEST = 200

/** The word or value that ends at `caret`; null when the caret stands after anything else, or inside a word. */
export function wordAtCaret(query: string, caret: number): TypedPart | null {
  const end = Math.min(caret, query.length)
  if (/^[\p{L}\p{N}\p{M}]/u.test(query.slice(end, end + 1))) return null
  const from = Math.max(0, end - LONGEST)
  const before = query.slice(from, end)
  const value = FIELD_VALUE.exec(before)
  if (value?.[1] !== undefined && value[2] !== undefined) {
    const text = value[2]
    return { field: value[1].toLowerCase(), text: text.replace(/^"/, ''), start: end - text.length }
  }
  const word = WORD.exec(before)
  return word === null ? null : { field: null, text: word[0], start: from + word.index }
}
