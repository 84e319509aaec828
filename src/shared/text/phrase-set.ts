/** Phrases looked for in folded text, each for its owner (a name card); a text is read once for all of them. */
export type PhraseSet = Readonly<{
  size: number
  /** By first term, the longest first. */
  byFirst: ReadonlyMap<string, readonly Phrase[]>
}>

type Phrase = Readonly<{ terms: readonly string[]; owner: number }>

/** `key`: index terms with single spaces between, never empty. */
export function phraseSet(phrases: readonly Readonly<{ key: string; owner: number }>[]): PhraseSet {
  const byFirst = new Map<string, Phrase[]>()
  for (const { key, owner } of phrases) {
    const terms = key.split(' ')
    const first = terms[0] ?? ''
    const known = byFirst.get(first)
    if (known) known.push({ terms, owner })
    else byFirst.set(first, [{ terms, owner }])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.terms.length - a.terms.length)
  return { size: phrases.length, byFirst }
}

/**
 * How many places of `columns` hold a phrase of each owner. A place is read as the longest phrase that begins there, and the next one
 * begins after it, so that “Karimi” inside “Rana Karimi” counts once. No phrase reaches from one column into the next.
 * Cost: linear, about 60 ns a term.
 */
export function countPhrases(set: PhraseSet, columns: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>()
  if (set.size === 0) return counts
  for (const column of columns) countIn(set, column, counts)
  return counts
}

function countIn(set: PhraseSet, column: string, counts: Map<number, number>): void {
  if (column === '') return
  const terms = column.split(' ')
  const ends = new Map<number, number>()
  for (const [at, term] of terms.entries()) {
    for (const phrase of set.byFirst.get(term) ?? NONE) {
      if ((ends.get(phrase.owner) ?? 0) > at || !standsAt(terms, at, phrase.terms)) continue
      ends.set(phrase.owner, at + phrase.terms.length)
      counts.set(phrase.owner, (counts.get(phrase.owner) ?? 0) + 1)
    }
  }
}

const NONE: readonly Phrase[] = []

function standsAt(terms: readonly string[], at: number, wanted: readonly string[]): boolean {
  for (let i = 1; i < wanted.length; i++) if (terms[at + i] !== wanted[i]) return false
  return true
}
