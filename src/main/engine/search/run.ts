import { compile } from '#engine/search/compile'
import { formsIn } from '#engine/search/expand'
import { formsOf } from '#engine/search/match-expression'
import { countMatches, listPage } from '#engine/search/rank'
import type { TextCache } from '#engine/search/text-cache'
import { toHit } from '#engine/search/to-hit'
import { understoodTerms } from '#engine/search/understood'
import type { ReadDb } from '#engine/store/connection'
import type { SearchAnswer, SearchRequest } from '#shared/model/search'
import { describeQuery } from '#shared/text/describe-query'
import { buildMatcher } from '#shared/text/matcher'
import { parseQuery } from '#shared/text/parse-query'

/**
 * Answers a search: exact total, one page of hits with their passages. Never fails for what was typed.
 * Cost: the index look-up, ranking of all matches, and reading the texts of the page's hits.
 */
export function runSearch(db: ReadDb, texts: TextCache, request: SearchRequest): SearchAnswer {
  const started = performance.now()
  const forms = formsIn(db)
  const node = parseQuery(request.query, { typing: request.typing })
  const compiled = compile(db, node, request.filter, forms)
  const matcher = buildMatcher(node, forms)
  const total = countMatches(db, compiled)
  const hits =
    request.limit === 0 ? [] : listPage(db, compiled, request).map((found) => toHit(db, texts, found, compiled, matcher))
  return {
    total,
    elapsedMs: performance.now() - started,
    understood: describeQuery(node, (words) => formsOf(words, forms)),
    terms: understoodTerms(node, forms, false),
    hits: hits.filter((hit) => hit !== undefined)
  }
}
