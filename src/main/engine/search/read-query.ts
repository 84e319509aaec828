import { Expansions } from '#engine/search/expansions'
import type { ReadDb } from '#engine/store/connection'
import type { ExpansionSwitches } from '#shared/model/search'
import { parseQuery } from '#shared/text/parse-query'
import type { QueryNode } from '#shared/text/query-node'

/** A query as a request carries it. */
export type AskedQuery = Readonly<{ query: string; typing?: boolean; expansions?: ExpansionSwitches }>

/** A query as it is carried out in one archive. */
export type ReadQuery = Readonly<{ node: QueryNode; expansions: Expansions }>

/** Reads a query for this archive; never fails for what was typed. What is found with its words is looked up when it is asked for. */
export function readQuery(db: ReadDb, { query, typing = false, expansions = {} }: AskedQuery): ReadQuery {
  return { node: parseQuery(query, { typing }), expansions: new Expansions(db, expansions) }
}
