/** What is chosen in the facets, and the filter's changes that choose more or less. Pure. */

import * as v from 'valibot'
import { type FacetChoices, type FacetName, type FacetValueId, facetChoicesSchema, type YearSpan } from '#shared/model/facets'
import type { SearchFilter } from '#shared/model/search'

/** What a facet's choice is made of. */
export type Chosen = FacetValueId | YearSpan
export type Direction = 'include' | 'exclude'

/** The values chosen in a facet in one direction. */
export function chosenIn(choices: FacetChoices, facet: FacetName, direction: Direction): readonly Chosen[] {
  return choices[facet]?.[direction] ?? []
}

const isSame = (a: Chosen, b: Chosen): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The change that includes the values, excludes them, or (null) does neither any more; the facet's other values stay as they are.
 * No change when more values would be chosen than a filter holds.
 */
export function choose(
  { facets }: SearchFilter,
  facet: FacetName,
  values: readonly Chosen[],
  direction: Direction | null
): Partial<SearchFilter> {
  const rest = (of: Direction): readonly Chosen[] =>
    chosenIn(facets, facet, of).filter((known) => !values.some((value) => isSame(known, value)))
  const added = (of: Direction): readonly Chosen[] => (direction === of ? [...rest(of), ...values] : rest(of))
  return withChoice(facets, facet, added('include'), added('exclude'))
}

/** The change that makes `span` the only stretch of years, included or excluded; null: no stretch. "Without a date" stays chosen. */
export function chooseYears(
  { facets }: SearchFilter,
  span: Exclude<YearSpan, 'undated'> | null,
  direction: Direction = 'include'
): Partial<SearchFilter> {
  const kept = (of: Direction): readonly Chosen[] => chosenIn(facets, 'year', of).filter((value) => value === 'undated')
  const added = (of: Direction): readonly Chosen[] => (span !== null && direction === of ? [span, ...kept(of)] : kept(of))
  return withChoice(facets, 'year', added('include'), added('exclude'))
}

/** The stretch of years that is chosen, with its direction; null when none is. */
export function chosenYears(choices: FacetChoices): Readonly<{ from: number; to: number; direction: Direction }> | null {
  for (const direction of ['include', 'exclude'] as const)
    for (const span of choices.year?.[direction] ?? []) if (span !== 'undated') return { ...span, direction }
  return null
}

function withChoice(
  facets: FacetChoices,
  facet: FacetName,
  include: readonly Chosen[],
  exclude: readonly Chosen[]
): Partial<SearchFilter> {
  const { [facet]: _, ...others } = facets
  // A facet without a choice is left out, so that an empty filter is always the same value.
  const changed = include.length + exclude.length === 0 ? others : { ...others, [facet]: { include, exclude } }
  const parsed = v.safeParse(facetChoicesSchema, changed)
  return parsed.success ? { facets: parsed.output } : {}
}
