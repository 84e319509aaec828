import { compile } from '#engine/search/compile'
import { nameSpellings } from '#engine/search/name-spellings'
import { countMatches, listPage } from '#engine/search/rank'
import { readQuery } from '#engine/search/read-query'
import type { TextCache } from '#engine/search/text-cache'
import { toHit } from '#engine/search/to-hit'
import { textsOf, understoodTerms } from '#engine/search/understood'
import { type ReadDb, snapshot } from '#engine/store/connection'
import { listSummaries } from '#engine/store/summaries'
import type { SearchAnswer, SearchRequest } from '#shared/model/search'
import { describeQuery } from '#shared/text/describe-query'
import { buildMatcher } from '#shared/text/matcher'

/**
 * Answers a search: exact total, one page of hits with their passages, all of one moment. Never fails for what was typed.
 * Cost: the index look-up, ranking of all matches, and reading the texts of the page's hits.
 */
export function runSearch(db: ReadDb, texts: TextCache, request: SearchRequest): SearchAnswer {
  return snapshot(db, () => answer(db, texts, request))
}

function answer(db: ReadDb, texts: TextCache, request: SearchRequest): SearchAnswer {
  const started = performance.now()
  const read = readQuery(db, request)
  const compiled = compile(db, read, request.filter)
  const looked = {
    compiled,
    matcher: buildMatcher(read.node, read.expansions.wanted),
    names: nameSpellings(read.node, read.expansions)
  }
  const total = countMatches(db, compiled)
  const page = listPage(db, compiled, request, total)
  const summaries = listSummaries(
    db,
    page.map(({ id }) => id)
  )
  const hits = page.flatMap(({ id, score }) => {
    const summary = summaries.get(id)
    return summary ? [toHit(db, texts, { summary, score }, looked)] : []
  })
  return {
    total,
    elapsedMs: performance.now() - started,
    understood: describeQuery(read.node, (part) => textsOf(read.expansions, part)),
    terms: understoodTerms(read.node, read.expansions),
    notes: read.expansions.notes(),
    hits
  }
}
