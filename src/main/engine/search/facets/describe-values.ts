import { authorNames } from '#engine/search/facets/author-names'
import type { Counted } from '#engine/search/facets/count-documents'
import type { FacetTable } from '#engine/search/facets/facet-tables'
import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import type { FacetValue, FacetValueId, ListedFacet } from '#shared/model/facets'
import { labelKey } from '#shared/text/label-key'

type Words = Readonly<Pick<FacetValue, 'label' | 'detail' | 'color'>>
type Row = Readonly<{ id: number; label: string; detail: string | null; color: FacetValue['color'] }>

const IDS = '(SELECT value FROM json_each(?))'
const FOLDERS = `SELECT f.id, f.name AS label, p.name AS detail, NULL AS color FROM folder f LEFT JOIN folder p ON p.id = f.parent_id
  WHERE f.id IN ${IDS}`

const NAMED: Readonly<Partial<Record<ListedFacet, string>>> = {
  folder: FOLDERS,
  container: FOLDERS,
  import: `SELECT id, name AS label, date(started_at / 1000, 'unixepoch') AS detail, NULL AS color FROM import WHERE id IN ${IDS}`,
  tag: `SELECT id, name AS label, NULL AS detail, color FROM tag WHERE id IN ${IDS}`,
  name: `SELECT id, label, NULL AS detail, NULL AS color FROM name WHERE id IN ${IDS}`
}

/**
 * What values are called. Ids are looked up; types and languages are called by their codes; publishers and authors as they are spelled
 * most often. Ids that no longer exist are left out.
 */
export function describeValues(
  db: ReadDb,
  facet: ListedFacet,
  ids: readonly FacetValueId[],
  table: FacetTable | undefined,
  counted: Counted
): Map<FacetValueId, Words> {
  const sql = NAMED[facet]
  if (sql !== undefined) {
    const found = rows<Row>(db, sql, [JSON.stringify(ids)])
    return new Map(found.map(({ id, label, detail, color }) => [id, { label, detail: detail ?? '', color }]))
  }
  const plain = (label: string): Words => ({ label, detail: '', color: null })
  if (table === undefined || facet === 'type' || facet === 'language') return new Map(ids.map((id) => [id, plain(String(id))]))
  const spelled = usualSpellings(table, counted.byCode.get(table) ?? new Uint32Array(), new Set(ids))
  return new Map(ids.map((id) => [id, plain(spelled.get(id) ?? String(id))]))
}

/** The spelling of each key that most documents of the archive have, among those counted. */
function usualSpellings(
  { facet, column }: FacetTable,
  counts: Uint32Array,
  wanted: ReadonlySet<FacetValueId>
): Map<FacetValueId, string> {
  const best = new Map<FacetValueId, { label: string; uses: number }>()
  for (let code = 1; code < counts.length; code += 1) {
    if ((counts[code] ?? 0) === 0) continue
    const entry = column.entry(code)
    const uses = column.uses(code)
    for (const label of facet === 'author' ? authorNames(entry) : [entry]) {
      const key = labelKey(label)
      if (wanted.has(key) && uses > (best.get(key)?.uses ?? 0)) best.set(key, { label, uses })
    }
  }
  return new Map([...best].map(([key, { label }]) => [key, label]))
}
