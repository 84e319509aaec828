import { listSoundingTerms, type SoundingTerm } from '#engine/names/sounding-terms'
import { documentsWith } from '#engine/search/vocabulary'
import type { ReadDb } from '#engine/store/connection'
import { countPhraseDocuments } from '#engine/store/mentions'
import type { NameKind } from '#shared/model/name'
import { isArticle, latinArticles } from '#shared/text/transliterate/article'
import { nameReadings } from '#shared/text/transliterate/name-readings'
import { type NameScript, scriptOf } from '#shared/text/transliterate/script-of'

const SCRIPTS: readonly NameScript[] = ['latin', 'arabic', 'cyrillic']
/** Candidates of one word, and beginnings of a phrase that are followed up. */
const MOST_OF_A_WORD = 10
const MOST_BEGINNINGS = 30
const LONGEST = 6
const ANOTHER_ORDER = 0.06
const ANOTHER_CUT = 0.05
const AN_INITIAL = 0.25
const AN_ARTICLE = 0.02
/** Beside an initial the family name alone says whose it is: it must sound so and not nearly so. */
const SURE_DISTANCE = 0.12
/** A word of the same script that is written otherwise is another word more often than one of another script is. */
const SAME_SCRIPT = 0.1
/** A name of one word has no other word to bear it out, and in its own script nothing is left unwritten. */
const MOST_ALONE = 0.35

type Candidate = Pick<SoundingTerm, 'term' | 'cost' | 'distance'>
export type StandingPhrase = Readonly<{ key: string; cost: number }>

/**
 * Phrases of the archive that may be the name: each of its words by sound, in each script, joined or apart, in either order, the first
 * name as an initial. Smaller costs are likelier. Every phrase stands in at least one document. Cost: a walk over the vocabulary for each
 * word and script, and a look-up for each pair that is tried.
 */
export function listStandingPhrases(db: ReadDb, name: string, kind: NameKind): readonly StandingPhrase[] {
  const words = new Map<string, readonly Candidate[]>()
  const found = new Map<string, number>()
  for (const [at, reading] of nameReadings(name, (term) => documentsWith(db, term) > 0).entries()) {
    if (reading.length > LONGEST) continue
    for (const script of SCRIPTS) {
      const candidates = reading.map((term, place) => [
        ...articlesFor(db, term, reading[place + 1], script),
        ...candidatesFor(db, term, script, words).filter(
          ({ distance }) => reading.length > 1 || distance <= MOST_ALONE || scriptOf(term) !== script
        )
      ])
      for (const { order, cost } of ordersOf(candidates, kind)) {
        for (const phrase of standing(db, order)) {
          const total = phrase.cost / order.length + cost + (at === 0 ? 0 : ANOTHER_CUT)
          found.set(phrase.key, Math.min(total, found.get(phrase.key) ?? total))
        }
      }
    }
  }
  return [...found].map(([key, cost]) => ({ key, cost }))
}

function candidatesFor(
  db: ReadDb,
  term: string,
  script: NameScript,
  known: Map<string, readonly Candidate[]>
): readonly Candidate[] {
  const key = `${script} ${term}`
  const kept = known.get(key)
  if (kept) return kept
  const own = scriptOf(term) === script && documentsWith(db, term) > 0 ? [{ term, cost: 0, distance: 0 }] : []
  const further = scriptOf(term) === script ? SAME_SCRIPT : 0
  const sounding = listSoundingTerms(db, term, script, { limit: MOST_OF_A_WORD }).map((one) => ({
    ...one,
    cost: one.cost + further
  }))
  const made = [...own, ...sounding]
  known.set(key, made)
  return made
}

/** The article in the forms that the next word gives it, where Latin letters write it apart. */
function articlesFor(db: ReadDb, term: string, next: string | undefined, script: NameScript): readonly Candidate[] {
  if (script !== 'latin' || next === undefined || !isArticle(term, next)) return []
  const forms = latinArticles(next).filter((form) => form !== term && documentsWith(db, form) > 0)
  return forms.map((form) => ({ term: form, cost: AN_ARTICLE, distance: 0 }))
}

/** As it is; of persons also the last word first, and initials in place of all words but the last. */
function ordersOf(
  candidates: readonly (readonly Candidate[])[],
  kind: NameKind
): { order: readonly (readonly Candidate[])[]; cost: number }[] {
  const last = candidates.at(-1)
  if (kind !== 'person' || candidates.length < 2 || !last) return [{ order: candidates, cost: 0 }]
  const before = candidates.slice(0, -1)
  return [
    { order: candidates, cost: 0 },
    { order: [last, ...before], cost: ANOTHER_ORDER },
    { order: [...before.map(initialsOf), last.filter(({ distance }) => distance <= SURE_DISTANCE)], cost: AN_INITIAL }
  ]
}

const initialsOf = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...new Set(candidates.slice(0, 4).map(({ term }) => term.charAt(0)))].map((term) => ({ term, cost: 0, distance: 0 }))

/** The phrases that stand in the archive with one candidate in each place, built word by word. */
function standing(db: ReadDb, places: readonly (readonly Candidate[])[]): StandingPhrase[] {
  let phrases: StandingPhrase[] = (places[0] ?? []).map(({ term, cost }) => ({ key: term, cost }))
  for (const place of places.slice(1)) {
    const longer = phrases.flatMap(({ key, cost }) =>
      place.map((next) => ({ key: `${key} ${next.term}`, cost: cost + next.cost }))
    )
    phrases = longer
      .sort((a, b) => a.cost - b.cost)
      .filter(({ key }) => countPhraseDocuments(db, key) > 0)
      .slice(0, MOST_BEGINNINGS)
  }
  return phrases
}
