import { chosenIn } from '#renderer/features/search/facets/choices.ts'
import type { About } from '#renderer/features/search/facets/conditions.ts'
import { kindsOfTypes } from '#renderer/features/search/facets/kinds-of-types.ts'
import type { FacetChoices, FacetGroup, FacetValue, ListedFacet } from '#shared/model/facets'

/** A row of the panel: a value of a facet, or the media types that people call by one name. */
export type FacetRow = Readonly<{
  key: string
  about: About
  /** What a press puts into the filter. */
  values: readonly FacetValue['value'][]
  detail: string
  color: FacetValue['color']
  documents: number
  chosen: FacetValue['chosen']
}>

/** The rows of a facet, in the order of its values; types by kind. What is chosen is read from the filter: counts may be of the one before. */
export function facetRows(facet: ListedFacet, { values }: Pick<FacetGroup, 'values'>, choices: FacetChoices): FacetRow[] {
  const chosenOf = (of: readonly FacetValue['value'][]): FacetRow['chosen'] => {
    for (const direction of ['include', 'exclude'] as const)
      if (chosenIn(choices, facet, direction).some((value) => of.some((one) => one === value))) return direction
    return null
  }
  if (facet === 'type') {
    return kindsOfTypes(values).map(({ key, types, documents }) => ({
      key,
      about: { facet, kind: key },
      values: types,
      detail: '',
      color: null,
      documents,
      chosen: chosenOf(types)
    }))
  }
  return values.map(({ value, detail, color, documents }) => ({
    key: String(value),
    about: { facet, value },
    values: [value],
    detail,
    color,
    documents,
    chosen: chosenOf([value])
  }))
}

/** Facets in which one value alone says nothing: every document has some. */
const OF_EVERY_DOCUMENT: ReadonlySet<ListedFacet> = new Set(['type', 'language', 'folder', 'import'])

/** Whether a facet has something to choose, or something chosen. */
export function isWorthShowing(facet: ListedFacet, rows: readonly FacetRow[]): boolean {
  return rows.some((row) => row.chosen !== null) || rows.length > (OF_EVERY_DOCUMENT.has(facet) ? 1 : 0)
}
