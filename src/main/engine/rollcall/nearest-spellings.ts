import * as v from 'valibot'
import { otherScriptCandidates } from '#engine/names/other-script-candidates'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { documentsWith, nearestTerms } from '#engine/search/vocabulary'
import type { ReadDb } from '#engine/store/connection'
import { countWithPhrase } from '#engine/store/phrase-hits'
import type { NearSpelling, RollCallMode } from '#shared/model/rollcall'
import { searchRequestSchema } from '#shared/model/search'
import { namePhrases } from '#shared/rollcall/name-phrases'
import { tokenize } from '#shared/text/tokenize'

/** What is offered for a line, and what is tried to find it. */
const MOST_OFFERED = 4
const MOST_IN_OTHER_SCRIPTS = 2
const MOST_TRIED = 80
const NEAR_EACH_WORD = 5
/** Longer names are no names. */
const MOST_WORDS = 6

/** Words looked up before, to be handed in again with the next line of a list: the same given names come over and over. */
export type NearKnown = Map<string, readonly Choice[]>

type Choice = Readonly<{ term: string; distance: number }>
type Candidate = Readonly<{ terms: readonly string[]; distance: number }>

/**
 * What stands in the archive and is spelled nearly like a line that was not found, nearest first; each really stands there, so often.
 * Cost: a look into the vocabulary for each word, and at most 80 look-ups in the index.
 */
export function nearestSpellings(
  db: ReadDb,
  text: string,
  mode: RollCallMode,
  known: NearKnown = new Map()
): readonly NearSpelling[] {
  return mode === 'names' ? nearNames(db, text, known) : nearQueries(db, text)
}

function nearNames(db: ReadDb, text: string, known: NearKnown): readonly NearSpelling[] {
  const found = new Map<string, NearSpelling>()
  const offer = (candidates: readonly Candidate[], kind: NearSpelling['kind'], most: number): void => {
    for (const { terms } of candidates) {
      const spelled = terms.join(' ')
      if (found.size >= most) return
      if (found.has(spelled)) continue
      const documents = countWithPhrase(db, terms)
      if (documents > 0) found.set(spelled, { text: spelled, query: `"${spelled}"`, documents, kind })
    }
  }
  const names = namePhrases(text, [])
    .map(({ terms }) => terms)
    .filter((terms) => terms.length <= MOST_WORDS)
  for (const terms of names) offer(inOtherScripts(db, terms), 'script', MOST_IN_OTHER_SCRIPTS)
  for (const terms of names) offer(candidates(db, terms, known), 'spelling', MOST_OFFERED)
  return found.size > 0 ? [...found.values()] : apart(db, names[0] ?? [], known)
}

/** The name in other scripts by its sound, each word in all of them that the archive has. */
function inOtherScripts(db: ReadDb, terms: readonly string[]): readonly Candidate[] {
  return combine(terms.map((term) => otherScriptCandidates(db, term).map((found, at) => ({ term: found.term, distance: at }))))
}

/** Names to try: each word as it is or nearly so, or one of three and more left out; nearest first. */
function candidates(db: ReadDb, terms: readonly string[], known: NearKnown): readonly Candidate[] {
  const choices = terms.map((term) => choicesFor(db, term, known))
  const whole = combine(choices)
  const shorter =
    terms.length < 3
      ? []
      : terms.flatMap((_, left) => combine(choices.filter((_choice, at) => at !== left)).map((one) => further(one)))
  return [...whole, ...shorter]
    .filter(({ terms: near }) => near.join(' ') !== terms.join(' '))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_TRIED)
}

/** The word itself where it stands, then those spelled nearly like it. */
function choicesFor(db: ReadDb, term: string, known: NearKnown): readonly Choice[] {
  const before = known.get(term)
  if (before !== undefined) return before
  const own = documentsWith(db, term) > 0 ? [{ term, distance: 0 }] : []
  const made: readonly Choice[] = [...own, ...nearestTerms(db, term, { limit: NEAR_EACH_WORD })]
  known.set(term, made)
  return made
}

/** A word left out counts as much as two letters changed. */
const further = ({ terms, distance }: Candidate): Candidate => ({ terms, distance: distance + 2 })

/** Every choice of one for each word, the nearest ones only where there are too many. */
function combine(choices: readonly (readonly Choice[])[]): readonly Candidate[] {
  let made: readonly Candidate[] = [{ terms: [], distance: 0 }]
  for (const choice of choices) {
    made = made
      .flatMap(({ terms, distance }) => choice.map((one) => ({ terms: [...terms, one.term], distance: distance + one.distance })))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, MOST_TRIED)
  }
  return made
}

/** The same words, or those nearest to them, in one document but not next to each other. */
function apart(db: ReadDb, name: readonly string[], known: NearKnown): readonly NearSpelling[] {
  const nearest = [...new Set(name)].map((term) => choicesFor(db, term, known)[0])
  // Apart, and two letters changed in a word: that is hardly the same name.
  if (nearest.some((one) => one !== undefined && one.distance > 1)) return []
  const terms = [...new Set(nearest.flatMap((one) => one?.term ?? []))]
  if (terms.length < 2 || terms.length < new Set(name).size) return []
  const query = terms.map((term) => `"${term}"`).join(' ')
  const documents = countOf(db, query)
  return documents === 0 ? [] : [{ text: terms.join(' … '), query, documents, kind: 'apart' }]
}

const countOf = (db: ReadDb, query: string): number =>
  runSearch(db, new TextCache(), v.parse(searchRequestSchema, { query, limit: 0 })).total

/** The query with one word that stands nowhere replaced by one that does. */
function nearQueries(db: ReadDb, text: string): readonly NearSpelling[] {
  const found: NearSpelling[] = []
  let tried = 0
  for (const { term, start, end } of tokenize(text)) {
    if (documentsWith(db, term) > 0) continue
    for (const near of nearestTerms(db, term, { limit: NEAR_EACH_WORD })) {
      if (found.length >= MOST_OFFERED || ++tried > MOST_TRIED) return found
      const query = text.slice(0, start) + near.term + text.slice(end)
      const documents = countOf(db, query)
      if (documents > 0) found.push({ text: query, query, documents, kind: 'spelling' })
    }
  }
  return found
}
