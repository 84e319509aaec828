import { type AskedQuery, readQuery } from '#engine/search/read-query'
import { understoodTerms, withOtherScripts } from '#engine/search/understood'
import type { ReadDb } from '#engine/store/connection'
import type { UnderstoodTerm } from '#shared/model/search'

/**
 * How each word of a query is read, with all that can be found with it, other scripts included. Cost: for each new word a walk over the
 * vocabulary, some milliseconds, which is why `runSearch` leaves those out unless one is on.
 */
export function listTerms(db: ReadDb, asked: AskedQuery): UnderstoodTerm[] {
  const { node, expansions } = readQuery(db, asked)
  return understoodTerms(node, withOtherScripts(expansions))
}
