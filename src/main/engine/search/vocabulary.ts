/** Words that stand in the archive: how many documents hold one, which are spelled nearly like one, which have a pattern. */

import { knownTerms } from '#engine/search/known-terms'
import type { ReadDb } from '#engine/store/connection'
import { countDocumentsWith, isVocabularyTerm, listIndexTerms, type TermCount } from '#engine/store/vocabulary'
import { foldWord } from '#shared/text/fold'

export type NearTerm = TermCount & Readonly<{ distance: number }>

/** A nearer spelling comes first, unless one that is an edit further stands in this many times the documents. */
const WORTH_OF_AN_EDIT = 50
/** Candidates whose documents are counted. */
const MOST_COUNTED = 300
/** Terms of the index that one pattern may look at. */
const MOST_SCANNED = 200_000

/** How many documents hold this index term now. Exact; 0 when none does. Cost: one look-up. */
export const documentsWith = (db: ReadDb, term: string): number => countDocumentsWith(db, term)

/**
 * Words of the archive spelled nearly like the index term `term`, best first; never `term` itself. Complete: every word within
 * `maxDistance` edits is found (by default two; one for words of up to four letters), then nearer ones come before those in more
 * documents, except that a word in fifty times the documents may be an edit further. `documents` are exact.
 * Nothing for terms with digits and for single letters. Cost: about 1 ms, 10 ms in a vocabulary of a million words.
 */
export function nearestTerms(
  db: ReadDb,
  term: string,
  options: Readonly<{ limit: number; maxDistance?: number }>
): readonly NearTerm[] {
  if (!isVocabularyTerm(term)) return []
  const most = Math.min(options.maxDistance ?? (term.length <= 4 ? 1 : 2), 3, term.length - 1)
  const found = new Map<string, { term: string; distance: number; weight: number }>()
  for (const run of knownTerms(db)) {
    run.near(term, most, (near, distance, weight) => {
      if (distance > 0) found.set(near, { term: near, distance, weight })
    })
  }
  const likely = [...found.values()].sort((a, b) => score(b.distance, b.weight) - score(a.distance, a.weight))
  return likely
    .slice(0, Math.max(MOST_COUNTED, options.limit * 2))
    .map((near) => ({ term: near.term, documents: countDocumentsWith(db, near.term), distance: near.distance }))
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => rank(b, term) - rank(a, term) || (a.term < b.term ? -1 : 1))
    .slice(0, options.limit)
}

const WEIGHT_OF_AN_EDIT = 8 * Math.log2(WORTH_OF_AN_EDIT)
const score = (distance: number, weight: number): number => weight - distance * WEIGHT_OF_AN_EDIT

/** Of words that are equally near and frequent, the one with the same first letter is likelier meant. */
const rank = (near: NearTerm, term: string): number =>
  Math.log2(near.documents) * 8 - near.distance * WEIGHT_OF_AN_EDIT + (near.term[0] === term[0] ? 4 : 0)

/**
 * Terms of the archive that have the pattern, those in most documents first: `*` stands for any run of letters and digits (an empty one
 * too), `?` for one. The letters of the pattern are folded as text is. `documents` are exact.
 *
 * A pattern that begins with two letters or holds a digit looks at terms of every kind; any other one at words of letters. At most
 * 200,000 terms are looked at. Nothing for a pattern without letters and digits. Cost: up to 0.2 s.
 */
export function termsLike(db: ReadDb, pattern: string, options: Readonly<{ limit: number }>): readonly TermCount[] {
  const pieces = pattern
    .split(/([*?])/)
    .map((piece) => (piece === '*' || piece === '?' ? piece : foldWord(piece).replaceAll(' ', '')))
  const folded = pieces.join('').replace(/\*{2,}/g, '*')
  const start = /^[^*?]*/.exec(folded)?.[0] ?? ''
  if (!/[^*?]/.test(folded)) return []
  if (start === folded)
    return [{ term: folded, documents: countDocumentsWith(db, folded) }].filter(({ documents }) => documents > 0)
  const found =
    start.length >= 2 || /\d/.test(folded) ? scanIndex(db, folded, start) : scanWords(db, folded, start, options.limit)
  return found.sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1)).slice(0, options.limit)
}

function scanIndex(db: ReadDb, pattern: string, start: string): TermCount[] {
  return listIndexTerms(db, start, start === '' ? null : `${start}\u{10ffff}`, MOST_SCANNED).filter(({ term }) =>
    isLike(term, pattern)
  )
}

function scanWords(db: ReadDb, pattern: string, start: string, limit: number): TermCount[] {
  const found = new Map<string, number>()
  for (const run of knownTerms(db)) {
    run.each(start, (term, weight) => {
      if (isLike(term, pattern)) found.set(term, weight)
    })
  }
  return counted(db, found, Math.max(limit * 2, MOST_COUNTED))
}

/**
 * Words of the archive that begin with the index term `start` and are longer, those in most documents first. `documents` are exact.
 * Cost: a few milliseconds for a vocabulary of a million words.
 */
export function termsBeginningWith(db: ReadDb, start: string, options: Readonly<{ limit: number }>): readonly TermCount[] {
  if (start === '') return []
  const found = new Map<string, number>()
  for (const run of knownTerms(db)) {
    run.each(start, (term, weight) => {
      if (term !== start) found.set(term, weight)
    })
  }
  return counted(db, found, options.limit * 3).slice(0, options.limit)
}

/** The `most` heaviest words with their documents, those in most documents first. */
function counted(db: ReadDb, words: ReadonlyMap<string, number>, most: number): TermCount[] {
  return [...words]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([term]) => ({ term, documents: countDocumentsWith(db, term) }))
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => b.documents - a.documents || (a.term < b.term ? -1 : 1))
}

/** Whether the whole term has the pattern. Time: the length of the term times that of the pattern, at worst. */
function isLike(term: string, pattern: string): boolean {
  let at = 0
  let p = 0
  let star = -1
  let resume = 0
  while (at < term.length) {
    const wanted = pattern[p]
    if (wanted === '*') {
      star = p++
      resume = at
    } else if (wanted === '?' || wanted === term[at]) {
      at++
      p++
    } else if (star >= 0) {
      p = star + 1
      at = ++resume
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
