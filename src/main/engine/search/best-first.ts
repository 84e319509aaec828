/** Bounded ranking: the best documents of the query's common words first, then the other matches, newest first. */
import type { Compiled } from '#engine/search/compile'
import { matchSource } from '#engine/search/match-source'
import { holds, matchesOf } from '#engine/search/matches'
import type { Found, Page } from '#engine/search/rank'
import { isUnion } from '#engine/search/ranked-phrases'
import type { RankingPlan } from '#engine/search/ranking-plan'
import { findBestDocuments } from '#engine/store/common-terms'
import type { ReadDb } from '#engine/store/connection'
import { BM25 } from '#engine/store/full-text'
import { IMPACT_SCALE } from '#engine/store/impact'
import { rows, value } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'

type Lists = Extract<RankingPlan, { kind: 'lists' }>

/** Candidates that are looked up one by one (10 µs each) before all matches are walked instead. */
const MOST_PROBES = 150
/** What looking up one candidate costs for each phrase of the expression, and what walking past one match costs, in microseconds. */
const PROBE_COST = 4
const WALK_COST = 0.2
/**
 * Documents of rare phrases whose BM25 is worked out, about 1.2 µs each. Words come before their other forms, so that it is forms for
 * which a document's having them counts, not how often: as if it had them with this impact. They bring no document up by themselves.
 */
const MOST_LOOKED_INTO = 400
const USUAL_IMPACT = 0.5
/** Documents taken of a rare phrase: more than one can have that is not yet known as common. */
const MOST_OF_RARE = 2000

/** Documents with a score, best first: larger is better, and of two equal ones the newer comes first. */
type Candidate = Readonly<{ id: DocumentId; score: number }>

/** A page of the matches of `compiled`, ranked as `plan` says. Cost: reading a few lists, and as many looks as the page needs. */
export function listBestFirst(db: ReadDb, compiled: Compiled, plan: Lists, page: Page): Found[] {
  const scores = scoresOf(db, plan)
  const needed = page.offset + page.limit
  if (allMatch(compiled, plan) && needed <= scores.size) return pageOf(bestOf(scores, needed), page)
  const { ids } = matchesOf(db, compiled)
  if (ids) return pageOf(bestAmong(ids, scores, needed), page)
  const candidates = inOrder(scores)
  const phrases = plan.rare.length + plan.common.length
  // For a beginning FTS5 puts together the documents of all words that begin so, anew for each look.
  const isProbed = !asksForBeginning(compiled) && needed <= MOST_PROBES && needed * phrases * PROBE_COST < plan.total * WALK_COST
  const probed = isProbed ? probe(db, compiled, candidates, needed) : undefined
  if (probed) return pageOf(probed, page)
  const matching = keepMatching(db, compiled, candidates)
  const found = pageOf(matching, page)
  return found.length === page.limit ? found : [...found, ...listRest(db, compiled, candidates, matching.length, page)]
}

/** True when every candidate is known to match: they come from lists of whole words, and any of the words is an answer. */
const allMatch = ({ match, conditions }: Compiled, { common }: Lists): boolean =>
  match !== null &&
  conditions.length === 0 &&
  isUnion(match) &&
  common.every(({ terms, expression }) => terms.length === 1 && expression.startsWith('"'))

const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || b.id - a.id

/** As `quote` of the match expression writes it. */
const asksForBeginning = ({ match }: Compiled): boolean => match?.includes('" *') === true

const inOrder = (scores: ReadonlyMap<DocumentId, number>): Candidate[] =>
  Array.from(scores, ([id, score]) => ({ id, score })).sort(byScore)

/** The first `count` of `inOrder`, without putting the others in order. */
function bestOf(scores: ReadonlyMap<DocumentId, number>, count: number): Candidate[] {
  if (count * 4 > scores.size) return inOrder(scores).slice(0, count)
  // Past twice as many as are wanted, the worse half is dropped, and with it all that is worse than the last one kept.
  let best: Candidate[] = []
  let least = Number.NEGATIVE_INFINITY
  for (const [id, score] of scores) {
    if (score < least) continue
    best.push({ id, score })
    if (best.length < count * 2) continue
    best = best.sort(byScore).slice(0, count)
    least = best.at(-1)?.score ?? least
  }
  return best.sort(byScore).slice(0, count)
}

/** The first `count` of all that match: those with a score, then the others, newest first. */
function bestAmong(ids: Uint32Array, scores: ReadonlyMap<DocumentId, number>, count: number): Candidate[] {
  const matching = new Map<DocumentId, number>()
  for (const [id, score] of scores) if (score > 0 && holds(ids, id)) matching.set(id, score)
  const best = bestOf(matching, count)
  for (let at = ids.length - 1; at >= 0 && best.length < count; at--) {
    const id = ids[at] as DocumentId
    if (!matching.has(id)) best.push({ id, score: 0 })
  }
  return best
}

/** SQLite's sign: smaller is better. */
const pageOf = (candidates: readonly Candidate[], { offset, limit }: Page): Found[] =>
  candidates.slice(offset, offset + limit).map(({ id, score }) => ({ id, score: -score }))

function scoresOf(db: ReadDb, { common, rare }: Lists): Map<DocumentId, number> {
  const documents = value<number>(db, 'SELECT max(id) FROM document') ?? 0
  const scores = new Map<DocumentId, number>()
  const add = (id: DocumentId, score: number): void => {
    scores.set(id, (scores.get(id) ?? 0) + score)
  }
  const terms = new Map(common.flatMap((phrase) => phrase.common.map((term) => [term.term, term])))
  for (const { term, documents: holding } of terms.values()) {
    const best = findBestDocuments(db, term)
    if (!best) continue
    const weight = idf(documents, holding) / IMPACT_SCALE
    best.ids.forEach((id, at) => {
      add(id as DocumentId, weight * (best.impacts[at] ?? 0))
    })
  }
  let left = MOST_LOOKED_INTO
  for (const { expression } of rare) {
    const holding = rows<{ id: DocumentId }>(db, `SELECT rowid AS id FROM fts WHERE fts MATCH ? LIMIT ${MOST_OF_RARE}`, [
      expression
    ])
    left -= holding.length
    if (left < 0) {
      const flat = idf(documents, holding.length) * USUAL_IMPACT
      for (const { id } of holding) if (scores.has(id)) add(id, flat)
      continue
    }
    // One by one: BM25 of many phrases at once looks for each of them in every document of any.
    const found = rows<Found>(db, `SELECT rowid AS id, ${BM25} AS score FROM fts WHERE fts MATCH ?`, [expression])
    for (const { id, score } of found) add(id, -score)
  }
  return scores
}

/** BM25's inverse document frequency, never below what a word of every document still says. */
const idf = (documents: number, holding: number): number =>
  Math.max(0.05, Math.log((documents - holding + 0.5) / (holding + 0.5)))

/** The first `needed` candidates that match, or undefined when too few do among those looked at. */
function probe(db: ReadDb, compiled: Compiled, candidates: readonly Candidate[], needed: number): Candidate[] | undefined {
  const { id, sql, params } = matchSource(compiled)
  const matching: Candidate[] = []
  for (const candidate of candidates.slice(0, MOST_PROBES)) {
    if (value(db, `SELECT 1 ${sql} AND ${id} = ?`, [...params, candidate.id]) !== undefined) matching.push(candidate)
    if (matching.length === needed) return matching
  }
  return undefined
}

/** The candidates that match, in their order. Cost: a walk over all matches. */
function keepMatching(db: ReadDb, compiled: Compiled, candidates: readonly Candidate[]): Candidate[] {
  const { id, sql, params } = matchSource(compiled)
  const found = rows<{ id: DocumentId }>(db, `SELECT ${id} AS id ${sql} AND +${id} IN (SELECT value FROM json_each(?))`, [
    ...params,
    idsOf(candidates)
  ])
  const matching = new Set(found.map((one) => one.id))
  return candidates.filter((candidate) => matching.has(candidate.id))
}

/** What comes after the candidates: the other matches, newest first. */
function listRest(
  db: ReadDb,
  compiled: Compiled,
  candidates: readonly Candidate[],
  matching: number,
  { offset, limit }: Page
): Found[] {
  const { id, sql, params } = matchSource(compiled)
  return rows<Found>(
    db,
    `SELECT ${id} AS id, 0 AS score ${sql} AND +${id} NOT IN (SELECT value FROM json_each(?)) ORDER BY ${id} DESC LIMIT ? OFFSET ?`,
    [...params, idsOf(candidates), limit - Math.max(0, matching - offset), Math.max(0, offset - matching)]
  )
}

const idsOf = (candidates: readonly Candidate[]): string => JSON.stringify(candidates.map(({ id }) => id))
