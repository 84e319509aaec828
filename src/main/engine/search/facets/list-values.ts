import type { Counted } from '#engine/search/facets/count-documents'
import { describeValues } from '#engine/search/facets/describe-values'
import type { FacetTable } from '#engine/search/facets/facet-tables'
import type { ReadDb } from '#engine/store/connection'
import type { FacetChoices, FacetGroup, FacetValue, FacetValueId, ListedFacet } from '#shared/model/facets'
import { indexText } from '#shared/text/index-text'
import { labelKey } from '#shared/text/label-key'

type Wanted = Readonly<{ text: string; limit: number }>
type Described = Readonly<{ label: string; detail: string; color: FacetValue['color'] }>

/**
 * The values of a facet whose label holds `text`: the most frequent ones up to `limit`, and all chosen ones, the most frequent first.
 * A choice moves nothing, since it does not change the counts of its own facet. A chosen value is called in the answer what it is
 * called in the filter.
 */
export function listValues(
  db: ReadDb,
  facet: ListedFacet,
  tables: readonly FacetTable[],
  counted: Counted,
  chosen: FacetChoices,
  { text, limit }: Wanted
): FacetGroup {
  const table = tables.find((one) => one.facet === facet)
  const counts: ReadonlyMap<FacetValueId, number> =
    table === undefined ? counted.byName : countValues(table, counted.byCode.get(table) ?? new Uint32Array())
  const choices = choicesOf(facet, chosen)
  const distinct = counts.size
  const sought = ` ${indexText(text)}`
  const isSought = ({ label, detail }: Described): boolean =>
    text.trim() === '' || ` ${indexText(`${label} ${detail}`)}`.includes(sought)
  const of = (id: FacetValueId): number => counts.get(id) ?? 0
  const byCount = [...new Set([...counts.keys(), ...choices.keys()])].sort((a, b) => of(b) - of(a) || (a < b ? -1 : 1))
  // Without words to look for, only what is listed needs a name.
  const named = text.trim() === '' ? byCount.filter((id, index) => index < limit || choices.has(id)) : byCount
  const described = describeValues(db, facet, named, table, counted)
  const values: FacetValue[] = []
  for (const id of named) {
    const words = described.get(id)
    const choice = choices.get(id)
    // A tag or a card that was deleted meanwhile has no name any more.
    if (words === undefined || (values.length >= limit && choice === undefined) || !isSought(words)) continue
    values.push({
      value: choice?.value ?? (isLabel(facet) ? words.label : id),
      ...words,
      documents: of(id),
      chosen: choice?.chosen ?? null
    })
  }
  return { values, distinct }
}

const isLabel = (facet: ListedFacet): boolean => facet === 'publisher' || facet === 'author'

function countValues(table: FacetTable, counts: Uint32Array): Map<FacetValueId, number> {
  const found = new Map<FacetValueId, number>()
  for (let code = 0; code < counts.length; code += 1) {
    const documents = counts[code] ?? 0
    if (documents === 0) continue
    for (const id of table.valuesOf(code)) found.set(id, (found.get(id) ?? 0) + documents)
  }
  return found
}

type Choice = Readonly<{ value: FacetValueId; chosen: 'include' | 'exclude' }>

/** The chosen values by what they are counted under. */
function choicesOf(facet: ListedFacet, chosen: FacetChoices): Map<FacetValueId, Choice> {
  const { include = [], exclude = [] } = chosen[facet] ?? {}
  const choice = (how: Choice['chosen']) => (value: FacetValueId) =>
    [isLabel(facet) ? labelKey(String(value)) : value, { value, chosen: how }] as const
  return new Map([...include.map(choice('include')), ...exclude.map(choice('exclude'))])
}
