import { EXPANSION_KINDS, type Expansion, type ExpansionKind, type UnderstoodTerm } from '#shared/model/search'

/** The words of a query that find more than themselves, or could; each once, in the order of the query. */
export function switchedTerms(terms: readonly UnderstoodTerm[]): UnderstoodTerm[] {
  const found = new Map<string, UnderstoodTerm>()
  for (const term of terms) if (term.expansions.length > 0 && !found.has(term.text)) found.set(term.text, term)
  return [...found.values()]
}

export type ExpansionGroup = Readonly<{ kind: ExpansionKind; expansions: readonly Expansion[] }>

/** Expansions by kind, each kind in the order in which the engine gives them; kinds without any are left out. */
export function expansionGroups(expansions: readonly Expansion[]): ExpansionGroup[] {
  return EXPANSION_KINDS.map((kind) => ({ kind, expansions: expansions.filter((expansion) => expansion.kind === kind) })).filter(
    (group) => group.expansions.length > 0
  )
}
