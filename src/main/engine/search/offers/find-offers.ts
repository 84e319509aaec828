import { listTerms } from '#engine/search/list-terms'
import { BoundedCount, type CountedSearch } from '#engine/search/offers/bounded-count'
import { NO_FILTER, withoutEachCondition } from '#engine/search/offers/filter-conditions'
import { anyWord, nearestOfAll, otherSpellings, unquoted, withoutEachPart } from '#engine/search/offers/other-queries'
import type { ReadDb } from '#engine/store/connection'
import type { NothingFound, SearchOffer } from '#shared/model/query-help'
import { partsOf, type QueryPart } from '#shared/text/query-parts'

const LIMITS = { milliseconds: 600, searches: 60 } as const
/** Parts of a query that are looked at, from the left. */
const MOST_PARTS = 8
const MOST_SPELLINGS = 3
const MOST_SCRIPTS = 4

type Candidate = CountedSearch & Pick<SearchOffer, 'kind' | 'subject' | 'typed'>

/**
 * Why a search found nothing, and searches near it that find something, the likeliest first; each with its exact number, and none that
 * finds nothing. Bounded: after 0.6 s or 60 counts what is not counted is not offered. Never fails for what was typed.
 */
export function findOffers(db: ReadDb, asked: CountedSearch): NothingFound {
  const count = new BoundedCount(db, LIMITS)
  const parts = partsOf(asked.query).slice(0, MOST_PARTS)
  const alone = parts
    .filter((part) => !part.negated)
    .map((part) => ({ text: part.text, documents: count.of({ ...asked, query: part.text, filter: NO_FILTER }) }))
  const missing = alone.filter(({ documents }) => documents === 0).map(({ text }) => text)
  const known = alone.flatMap(({ text, documents }) => (documents === undefined ? [] : [{ text, documents }]))
  const isFiltered = JSON.stringify(asked.filter) !== JSON.stringify(NO_FILTER)
  const near = [
    ...spellings(db, count, asked, parts, missing),
    ...found(count, scripts(db, asked)),
    ...found(count, withoutConditions(asked, isFiltered)),
    ...found(count, otherReadings(asked, parts))
  ]
  const offers = near.length > 0 ? near : withoutSeveralParts(count, asked, parts)
  return {
    missing,
    apart: missing.length > 0 || known.length < 2 ? [] : known,
    withoutFilters: isFiltered ? (count.of({ ...asked, filter: NO_FILTER }) ?? 0) : 0,
    offers: distinct(offers)
  }
}

/**
 * The words that stand nowhere, each in its nearest spellings that help: at most three a word. Where something else is missing too, no
 * spelling of one word would help: then of each the nearest, all together.
 */
function spellings(
  db: ReadDb,
  count: BoundedCount,
  asked: CountedSearch,
  parts: readonly QueryPart[],
  missing: readonly string[]
): SearchOffer[] {
  if (missing.length > 1) {
    const all = nearestOfAll(db, asked.query, parts)
    return all === null ? [] : found(count, [{ ...asked, kind: 'spelling', ...all }])
  }
  return otherSpellings(db, asked.query, parts).flatMap(({ typed, spelled }) =>
    found(
      count,
      spelled.map(({ query, subject }) => ({ ...asked, kind: 'spelling', query, subject, typed }))
    ).slice(0, MOST_SPELLINGS)
  )
}

function scripts(db: ReadDb, asked: CountedSearch): Candidate[] {
  return listTerms(db, asked)
    .flatMap((term) => term.expansions.map((expansion) => ({ typed: term.text, expansion })))
    .filter(({ expansion }) => !expansion.isOn)
    .slice(0, MOST_SCRIPTS)
    .map(({ typed, expansion }) => ({
      ...asked,
      kind: 'script',
      subject: expansion.text,
      typed,
      expansions: { ...asked.expansions, [expansion.key]: true }
    }))
}

function withoutConditions(asked: CountedSearch, isFiltered: boolean): Candidate[] {
  if (!isFiltered) return []
  const each = withoutEachCondition(asked.filter)
  const one: Candidate[] = each.map(({ name, filter }) => ({
    ...asked,
    kind: 'without-condition',
    filter,
    subject: name,
    typed: ''
  }))
  if (each.length === 1) return one
  return [...one, { ...asked, kind: 'without-filters', filter: NO_FILTER, subject: '', typed: '' }]
}

function otherReadings(asked: CountedSearch, parts: readonly QueryPart[]): Candidate[] {
  const any = anyWord(parts)
  const bare = unquoted(asked.query, parts)
  return [
    ...(any === null ? [] : [{ ...asked, kind: 'any-word', query: any, subject: '', typed: '' } as const]),
    ...(bare === null ? [] : [{ ...asked, kind: 'unquoted', query: bare, subject: '', typed: '' } as const]),
    ...withoutEachPart(asked.query, parts).map(
      ({ query, subject }) => ({ ...asked, kind: 'without-part', query, subject, typed: '' }) as const
    )
  ]
}

/** Where no single change helps: as many parts as find something together, taken in as they were typed. */
function withoutSeveralParts(count: BoundedCount, asked: CountedSearch, parts: readonly QueryPart[]): SearchOffer[] {
  const [kept, left]: [string[], string[]] = [[], []]
  for (const { text } of parts) {
    const documents = count.of({ ...asked, query: [...kept, text].join(' ') })
    ;(documents === undefined || documents === 0 ? left : kept).push(text)
  }
  if (kept.length === 0 || left.length === 0) return []
  return found(count, [{ ...asked, kind: 'without-part', query: kept.join(' '), subject: left.join(' '), typed: '' }])
}

/** The candidates that find something. */
function found(count: BoundedCount, candidates: readonly Candidate[]): SearchOffer[] {
  return candidates.flatMap((candidate) => {
    const documents = count.of(candidate)
    return documents === undefined || documents === 0 ? [] : [{ ...candidate, documents }]
  })
}

/** Each search once, under its first name. */
function distinct(offers: readonly SearchOffer[]): SearchOffer[] {
  const seen = new Set<string>()
  return offers.filter(({ query, filter, expansions }) => {
    const key = JSON.stringify([query, filter, expansions])
    return !seen.has(key) && seen.add(key)
  })
}
