/**
 * Long words that are written as one in German, Dutch and the Scandinavian languages: `verletzungen` finds `Menschenrechtsverletzungen`.
 * Why these limits: docs/decisions/0003-fold-and-compounds.md.
 */
const SHORTEST_HEAD = 6
const SHORTEST_REST = 5
const LONGEST_WORD = 60
const LATIN = /^\p{Script=Latin}+$/u
/** The letters that join the parts: s, n (en), es, er. Without one of them a word that merely ends alike is too likely. */
const LINK = /(?:s|n|er)$/
/** Prefixes that end like a link but make another word: what follows them is no compound's head. */
const PREFIXES: ReadonlySet<string> = new Set(
  'inter trans under super hyper counter hinter unter wieder wider gegen durch uber after cross eigen sonder ausser cyber meta tegen onder achter'.split(
    ' '
  )
)
/** English endings that are words too; before them stands a stem, not a word. */
const ENDINGS: ReadonlySet<string> = new Set([
  'ability',
  'abilities',
  'nation',
  'nations',
  'ration',
  'rations',
  'action',
  'actions'
])

/** True for a query term that can be the head (the last part) of compounds: a folded Latin-script word of six letters or more. */
export function isCompoundHead(term: string): boolean {
  return term.length >= SHORTEST_HEAD && LATIN.test(term) && !ENDINGS.has(term)
}

/**
 * True when `candidate` is a compound with `head` as its last part: what stands before it has five letters or more and ends with a
 * linking s, n or er. Both are folded. Inflected heads are asked for one by one.
 */
export function isCompoundOf(head: string, candidate: string): boolean {
  if (!isCompoundHead(head) || !candidate.endsWith(head) || !keepsReversed(candidate)) return false
  const rest = candidate.slice(0, -head.length)
  return rest.length >= SHORTEST_REST && LINK.test(rest) && !PREFIXES.has(rest)
}

/** True for the index terms worth keeping by their ends, since some head could be found in them. */
export function keepsReversed(term: string): boolean {
  if (term.length < SHORTEST_HEAD + SHORTEST_REST || term.length > LONGEST_WORD || !LATIN.test(term)) return false
  return /s|n|er/.test(term.slice(SHORTEST_REST - 2, -SHORTEST_HEAD))
}
