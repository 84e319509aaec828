/** The facets as tables that can be counted: for each document a code, and for each code the values it stands for. */

import { authorNames } from '#engine/search/facets/author-names'
import type { Column } from '#engine/search/facets/column'
import type { DocumentColumns } from '#engine/search/facets/document-columns'
import { folderTree } from '#engine/search/facets/folder-tree'
import type { ReadDb } from '#engine/store/connection'
import type { FacetChoices, FacetName, FacetValueId, YearSpan } from '#shared/model/facets'
import { labelKey } from '#shared/text/label-key'

/** Names are counted apart: a document mentions too many for one code. */
export type CountedFacet = Exclude<FacetName, 'name'>

export type FacetTable = Readonly<{
  facet: CountedFacet
  column: Column
  /** The values of a code: ids, codes of types and languages, keys of publishers and authors, years. Distinct. */
  valuesOf: (code: number) => readonly FacetValueId[]
}>

const number = (entry: string): number[] => (entry === '' ? [] : entry.split(' ').map(Number))
const once = <T>(list: readonly T[]): T[] => [...new Set(list)]

/** All tables, over the columns as they are now. */
export function facetTables(db: ReadDb, columns: DocumentColumns): FacetTable[] {
  const folders = folderTree(db)
  const above = (kind: string) => (entry: string) =>
    once(number(entry).flatMap((id) => folders.above.get(id) ?? [])).filter((id) => folders.kind.get(id) === kind)
  const table = (facet: CountedFacet, column: Column, read: (entry: string) => readonly FacetValueId[]): FacetTable => ({
    facet,
    column,
    valuesOf: remembered((code) => read(column.entry(code)))
  })
  return [
    table('type', columns.type, (entry) => (entry === '' ? [] : [entry])),
    table('language', columns.language, (entry) => (entry === '' ? [] : entry.split('\n'))),
    table('folder', columns.folders, above('folder')),
    table('container', columns.folders, above('container')),
    table('import', columns.import, number),
    table('tag', columns.tags, number),
    table('publisher', columns.publisher, (entry) => (entry === '' ? [] : [labelKey(entry)])),
    table('author', columns.author, (entry) => once(authorNames(entry).map(labelKey))),
    table('year', columns.year, number)
  ]
}

function remembered(read: (code: number) => readonly FacetValueId[]): FacetTable['valuesOf'] {
  const known = new Map<number, readonly FacetValueId[]>()
  return (code) => {
    const values = known.get(code) ?? read(code)
    known.set(code, values)
    return values
  }
}

/** For each code of the table, whether documents with it are left out by what was chosen; undefined when nothing was. */
export function leftOut(table: FacetTable, chosen: FacetChoices): Uint8Array | undefined {
  const { include = [], exclude = [] } = chosen[table.facet] ?? {}
  if (include.length + exclude.length === 0) return undefined
  const isIncluded = test(table.facet, include)
  const isExcluded = test(table.facet, exclude)
  const out = new Uint8Array(table.column.size)
  for (let code = 0; code < out.length; code += 1) {
    const values = table.valuesOf(code)
    const isIn = include.length === 0 || isIncluded(values)
    out[code] = isIn && !isExcluded(values) ? 0 : 1
  }
  return out
}

/** Whether any of a document's values is among the chosen ones. */
function test(facet: CountedFacet, chosen: readonly unknown[]): (values: readonly FacetValueId[]) => boolean {
  if (facet === 'year') {
    const spans = chosen as readonly YearSpan[]
    return ([year]) => spans.some((span) => (span === 'undated' ? year === undefined : isWithin(Number(year), span)))
  }
  const isLabel = facet === 'publisher' || facet === 'author'
  const wanted = new Set(isLabel ? chosen.map((label) => labelKey(String(label))) : chosen)
  return (values) => values.some((value) => wanted.has(value))
}

const isWithin = (year: number, span: Exclude<YearSpan, 'undated'>): boolean => year >= span.from && year <= span.to
