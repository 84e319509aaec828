/** Counts beside the filters: for any query, what its documents have in common. */

import type { Compiled } from '#engine/search/compile'
import { compileQuery } from '#engine/search/compile-query'
import { type Counted, countDocuments } from '#engine/search/facets/count-documents'
import { DocumentColumns } from '#engine/search/facets/document-columns'
import { type FacetTable, facetTables } from '#engine/search/facets/facet-tables'
import { listValues } from '#engine/search/facets/list-values'
import { matchingDocuments } from '#engine/search/facets/matching-documents'
import { MentionCache } from '#engine/search/facets/mentioned-names'
import { type GiveWay, NEVER_WAITS } from '#engine/search/facets/turns'
import type { AskedQuery } from '#engine/search/read-query'
import type { ReadDb } from '#engine/store/connection'
import { FACETS, type FacetGroup, LISTED_FACETS, type ListedFacet, type SearchFacets } from '#shared/model/facets'
import type { SearchFilter } from '#shared/model/search'

/** Document ids looked up between giving way. */
const SLICE = 100_000
/** Values of a facet in an answer; the others are found by their names. Those the window names itself are all there. */
const LISTED = 60
const LISTED_CODES = 300

/** A search without its page. */
export type FacetRequest = AskedQuery & Readonly<{ filter: SearchFilter }>

/** Counts facets of one archive. Keeps what it counts in memory: about 40 MB at a million documents. */
export class FacetCounter {
  readonly #db: ReadDb
  readonly #columns: DocumentColumns
  readonly #mentions: MentionCache

  constructor(db: ReadDb) {
    this.#db = db
    this.#columns = new DocumentColumns(db)
    this.#mentions = new MentionCache(db)
  }

  /** Reads what is counted before it is asked for, so that the first answer is as quick as the others. */
  prepare(giveWay: GiveWay = NEVER_WAITS): Promise<void> {
    return this.#columns.whenCurrent(giveWay, () => undefined)
  }

  /** The counts of every facet. A facet's own choice does not narrow its counts; everything else does. */
  async count(request: FacetRequest, giveWay: GiveWay = NEVER_WAITS): Promise<SearchFacets> {
    const started = performance.now()
    const { tables, counted } = await this.#count(request, giveWay)
    const list = (facet: ListedFacet): FacetGroup =>
      listValues(this.#db, facet, tables, counted, request.filter.facets, {
        text: '',
        limit: facet === 'type' || facet === 'language' ? LISTED_CODES : LISTED
      })
    const groups = Object.fromEntries(LISTED_FACETS.map((facet) => [facet, list(facet)])) as Record<ListedFacet, FacetGroup>
    return { total: counted.total, groups, years: yearsOf(tables, counted), elapsedMs: performance.now() - started }
  }

  /** Values of one facet whose label holds the words of `text`, the most frequent first. */
  async find(
    request: FacetRequest & Readonly<{ facet: ListedFacet; text: string; limit: number }>,
    giveWay: GiveWay = NEVER_WAITS
  ): Promise<FacetGroup> {
    const { tables, counted } = await this.#count(request, giveWay)
    return listValues(this.#db, request.facet, tables, counted, request.filter.facets, request)
  }

  async #count({ filter, ...asked }: FacetRequest, giveWay: GiveWay): Promise<{ tables: FacetTable[]; counted: Counted }> {
    const db = this.#db
    // What is chosen in the facets is applied while counting: each facet needs the documents that its own choice leaves out.
    const start = await this.#columns.whenCurrent(giveWay, () => {
      const compiled = compileQuery(db, asked, { ...filter, facets: {} })
      const last = this.#columns.lastDocument
      return {
        compiled,
        last,
        tables: facetTables(db, this.#columns),
        names: this.#mentions.get(last),
        ids: isEverything(compiled) ? this.#columns.documents() : matchingDocuments(db, compiled, 1, Math.min(SLICE, last))
      }
    })
    const ids = await this.#others(start, giveWay)
    return { tables: start.tables, counted: await countDocuments(ids, start.tables, start.names, filter.facets, giveWay) }
  }

  /** The ids after the first slice. */
  async #others(
    { compiled, last, ids }: Readonly<{ compiled: Compiled; last: number; ids: Uint32Array }>,
    giveWay: GiveWay
  ): Promise<Uint32Array> {
    if (last <= SLICE || isEverything(compiled)) return ids
    const slices = [ids]
    for (let from = SLICE + 1; from <= last; from += SLICE) {
      await giveWay()
      slices.push(matchingDocuments(this.#db, compiled, from, Math.min(from + SLICE - 1, last)))
    }
    const all = new Uint32Array(slices.reduce((sum, slice) => sum + slice.length, 0))
    let at = 0
    for (const slice of slices) {
      all.set(slice, at)
      at += slice.length
    }
    return all
  }
}

const isEverything = ({ match, conditions }: Compiled): boolean => match === null && conditions.length === 0

function yearsOf(tables: readonly FacetTable[], counted: Counted): SearchFacets['years'] {
  const table = tables.find(({ facet }) => facet === 'year')
  const counts = table === undefined ? undefined : counted.byCode.get(table)
  if (table === undefined || counts === undefined) throw new Error(`years are not among ${FACETS.join(', ')}`)
  const years: { year: number; documents: number }[] = []
  for (let code = 1; code < counts.length; code += 1) {
    const documents = counts[code] ?? 0
    const [year] = table.valuesOf(code)
    if (documents > 0 && year !== undefined) years.push({ year: Number(year), documents })
  }
  return { years: years.sort((a, b) => a.year - b.year), undated: counts[0] ?? 0 }
}
