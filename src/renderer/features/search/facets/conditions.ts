/** The conditions of a filter as they are drawn: one chip each. Pure. */

import { type Chosen, choose, chosenIn, type Direction } from '#renderer/features/search/facets/choices.ts'
import { kindsOfTypes } from '#renderer/features/search/facets/kinds-of-types.ts'
import type { MediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { FACETS, type FacetName, type SearchFacets } from '#shared/model/facets'
import type { SearchFilter } from '#shared/model/search'

/** What a condition is about: a value of a facet, or media types that people call by one name. */
export type About =
  | Readonly<{ facet: 'type'; kind: MediaTypeKey }>
  | Readonly<{ facet: Exclude<FacetName, 'type'>; value: Chosen }>

export type Condition = Readonly<{
  key: string
  about: About
  isExcluded: boolean
  /** The filter's change that takes it away. */
  without: Partial<SearchFilter>
}>

/** A condition that does not hold and can be added by one press. */
export type Offer = Readonly<{ key: string; about: About; with: Partial<SearchFilter> }>

/** The conditions that hold, in the order they are drawn. The section is not among them: the navigation shows it. */
export function conditionsOf(filter: SearchFilter): Condition[] {
  const place = (facet: 'folder' | 'import', value: number, without: Partial<SearchFilter>): Condition => ({
    key: `in-${facet}-${value}`,
    about: { facet, value },
    isExcluded: false,
    without
  })
  return [
    ...(filter.folderId === null ? [] : [place('folder', filter.folderId, { folderId: null })]),
    ...(filter.importId === null ? [] : [place('import', filter.importId, { importId: null })]),
    ...filter.tagIds.map((id) => ({
      key: `in-tag-${id}`,
      about: { facet: 'tag' as const, value: id },
      isExcluded: false,
      without: { tagIds: filter.tagIds.filter((other) => other !== id) }
    })),
    ...FACETS.flatMap((facet) => [...chosenConditions(filter, facet, 'include'), ...chosenConditions(filter, facet, 'exclude')])
  ]
}

function chosenConditions(filter: SearchFilter, facet: FacetName, direction: Direction): Condition[] {
  const chosen = chosenIn(filter.facets, facet, direction)
  const isExcluded = direction === 'exclude'
  const key = `${direction}-${facet}`
  if (facet === 'type') {
    return kindsOfTypes(chosen.map((type) => ({ value: String(type), documents: 0 }))).map((kind) => ({
      key: `${key}-${kind.key}`,
      about: { facet, kind: kind.key },
      isExcluded,
      without: choose(filter, facet, kind.types, null)
    }))
  }
  return chosen.map((value) => ({
    key: `${key}-${JSON.stringify(value)}`,
    about: { facet, value },
    isExcluded,
    without: choose(filter, facet, [value], null)
  }))
}

/**
 * The conditions worth offering at once: the commonest values of a facet that has several, kinds and languages in turn, none of a facet
 * that is narrowed already, and not the unknown language.
 */
export function quickOffers({ groups }: Pick<SearchFacets, 'groups'>, filter: SearchFilter, most: number): Offer[] {
  const isOpen = (facet: FacetName, values: readonly unknown[]): boolean =>
    filter.facets[facet] === undefined && values.length > 1
  const known = groups.language.values.filter(({ value, documents }) => value !== 'und' && documents > 0)
  const languages = isOpen('language', groups.language.values) ? known : []
  const kinds = kindsOfTypes(groups.type.values)
  const types = isOpen('type', kinds) ? kinds : []
  const offered: Offer[] = []
  for (let at = 0; offered.length < most && at < Math.max(languages.length, types.length); at += 1) {
    const language = languages[at]?.value
    const kind = types[at]
    if (language !== undefined)
      offered.push({
        key: `language-${language}`,
        about: { facet: 'language', value: language },
        with: choose(filter, 'language', [language], 'include')
      })
    if (kind !== undefined)
      offered.push({
        key: `type-${kind.key}`,
        about: { facet: 'type', kind: kind.key },
        with: choose(filter, 'type', kind.types, 'include')
      })
  }
  return offered.slice(0, most)
}
