const FIELD = /(?:^|\s)-?[\p{L}]+:(?:"[^"]*"|\S*)/gu
const SIGNS = /["()|*~]|(?:^|\s)-\S+|\b(?:AND|OR|NOT)\b/gu

/** The words of a query that may be a name: its fields, exclusions and signs left out. */
export function nameInQuery(query: string): string {
  const named = /(?:^|\s)name:(?:"([^"]*)"|(\S+))/u.exec(query)
  const words = named === null ? query.replace(FIELD, ' ').replace(SIGNS, ' ') : (named[1] ?? named[2] ?? '')
  return words.replace(/\s+/g, ' ').trim()
}
