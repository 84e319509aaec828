import { indexText } from '#shared/text/index-text'

/** A way to look for a name: words next to each other. `terms` are folded index terms, never empty. */
export type NamePhrase = Readonly<{ text: string; terms: readonly string[] }>

/** A name in quotes, as the query language wants it. */
const quoted = (text: string): string => `"${text.replaceAll('"', ' ').trim()}"`

/**
 * The phrases that stand for a line of names: as it is written, "Family, Given" also as "Given Family" (one comma of any script), and
 * the given spellings. Those that fold to the same terms are one.
 */
export function namePhrases(line: string, spellings: readonly string[]): readonly NamePhrase[] {
  const [family, given, ...more] = line.split(/[,،]/)
  const turned = family !== undefined && given !== undefined && more.length === 0 ? [`${given.trim()} ${family.trim()}`] : []
  const byTerms = new Map<string, NamePhrase>()
  for (const text of [line, ...turned, ...spellings]) {
    const folded = indexText(text)
    if (folded !== '' && !byTerms.has(folded)) byTerms.set(folded, { text: text.trim(), terms: folded.split(' ') })
  }
  return [...byTerms.values()]
}

/** The query that finds any of these phrases. */
export const phrasesQuery = (phrases: readonly NamePhrase[]): string => phrases.map(({ text }) => quoted(text)).join(' OR ')
