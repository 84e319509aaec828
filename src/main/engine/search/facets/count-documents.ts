import { type FacetTable, leftOut } from '#engine/search/facets/facet-tables'
import type { MentionedNames } from '#engine/search/facets/mentioned-names'
import type { GiveWay } from '#engine/search/facets/turns'
import type { FacetChoices } from '#shared/model/facets'

/** Documents counted between giving way: a few milliseconds. */
const SLICE = 100_000

export type Counted = Readonly<{
  /** Documents that pass every facet. */
  total: number
  /** For each table, the documents of each code that pass every other facet. */
  byCode: ReadonlyMap<FacetTable, Uint32Array>
  /** For each name card, the documents that mention it and pass every other facet. */
  byName: ReadonlyMap<number, number>
}>

type Counting = { table: FacetTable; counts: Uint32Array; out: Uint8Array | undefined; codes: Uint32Array; bit: number }

/** The facet of names has the bit after those of all tables. */
const nameBit = (tables: readonly FacetTable[]): number => 1 << tables.length

/**
 * Counts documents by their values, each facet as if nothing were chosen in it. One pass: a document that fails no facet counts in
 * all of them, one that fails a single facet counts in that one.
 * Cost: linear in `ids`, some tens of nanoseconds each, and in the mentions of all names.
 */
export async function countDocuments(
  ids: Uint32Array,
  tables: readonly FacetTable[],
  names: MentionedNames,
  chosen: FacetChoices,
  giveWay: GiveWay
): Promise<Counted> {
  const counting = tables.map((table, index) => ({
    table,
    counts: new Uint32Array(table.column.size),
    out: leftOut(table, chosen),
    codes: table.column.codes,
    bit: 1 << index
  }))
  const named = new NameCounting(names, chosen, nameBit(tables))
  let total = 0
  for (let from = 0; from < ids.length; from += SLICE) {
    if (from > 0) await giveWay()
    total += countSlice(ids.subarray(from, from + SLICE), counting, named)
  }
  return { total, byCode: new Map(counting.map(({ table, counts }) => [table, counts])), byName: named.counts() }
}

function countSlice(ids: Uint32Array, counting: readonly Counting[], named: NameCounting): number {
  const narrowing = counting.filter(({ out }) => out !== undefined)
  let passed = 0
  for (const id of ids) {
    let fails = named.failOf(id)
    for (const { out, codes, bit } of narrowing) if (out?.[codes[id] ?? 0] === 1) fails |= bit
    if (fails === 0) passed += 1
    // More than one facet says no: it is in no count.
    else if ((fails & (fails - 1)) !== 0) continue
    for (const { counts, codes, bit } of counting) {
      const code = codes[id] ?? 0
      if (fails === 0 || fails === bit) counts[code] = (counts[code] ?? 0) + 1
    }
    named.take(id, fails)
  }
  return passed
}

/** Counts the documents that mention each name: which documents count is marked first, then each name's documents are looked up. */
class NameCounting {
  readonly #names: MentionedNames
  readonly #bit: number
  readonly #fails: Uint8Array | undefined
  readonly #counts: Uint8Array

  constructor(names: MentionedNames, chosen: FacetChoices, bit: number) {
    this.#names = names
    this.#bit = bit
    this.#fails = failing(names, chosen)
    this.#counts = new Uint8Array(names.documentsOf.size === 0 ? 0 : names.size)
  }

  failOf(id: number): number {
    return this.#fails?.[id] === 1 ? this.#bit : 0
  }

  take(id: number, fails: number): void {
    if (fails === 0 || fails === this.#bit) this.#counts[id] = 1
  }

  counts(): Map<number, number> {
    const found = new Map<number, number>()
    for (const [name, documents] of this.#names.documentsOf) {
      let count = 0
      for (const id of documents) count += this.#counts[id] ?? 0
      if (count > 0) found.set(name, count)
    }
    return found
  }
}

function failing(names: MentionedNames, chosen: FacetChoices): Uint8Array | undefined {
  const { include = [], exclude = [] } = chosen.name ?? {}
  if (include.length + exclude.length === 0) return undefined
  const fails = new Uint8Array(names.size).fill(include.length === 0 ? 0 : 1)
  for (const name of include) for (const id of names.documentsOf.get(name) ?? []) fails[id] = 0
  for (const name of exclude) for (const id of names.documentsOf.get(name) ?? []) fails[id] = 1
  return fails
}
