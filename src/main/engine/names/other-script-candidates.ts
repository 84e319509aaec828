import { listSoundingTerms } from '#engine/names/sounding-terms'
import type { ReadDb } from '#engine/store/connection'
import { lastAddition, type TermCount, vocabularyGeneration } from '#engine/store/vocabulary'
import { type NameScript, scriptOf } from '#shared/text/transliterate/script-of'

const SCRIPTS: readonly NameScript[] = ['latin', 'arabic', 'cyrillic']
const SHORTEST = 3
const MOST = 8
const MOST_REMEMBERED = 500

type Memory = { state: string; found: Map<string, readonly TermCount[]> }

/** A query is asked again for its facets, its hits and every page; the words of the archive change seldom. */
const memories = new WeakMap<ReadDb, Memory>()

/**
 * Words of the archive that may be the query word `term` (a folded index term) in another script, likeliest first, at most eight: خاوران for
 * `khavaran`, `khavaran` and `xavaran` for خاوران. They are proposals, by rule: to be offered, never used unasked.
 * Nothing for short words and for scripts that are not transliterated.
 *
 * Cost: the first time, a walk over the vocabulary for each other script (about 5 ms for a million words): ask for finished words, not
 * for each letter typed. Remembered until the vocabulary changes.
 */
export function otherScriptCandidates(db: ReadDb, term: string): readonly TermCount[] {
  const script = scriptOf(term)
  if (script === 'other' || term.length < SHORTEST) return []
  const state = `${vocabularyGeneration(db)} ${lastAddition(db)}`
  let memory = memories.get(db)
  if (memory?.state !== state || memory.found.size > MOST_REMEMBERED) {
    memory = { state, found: new Map() }
    memories.set(db, memory)
  }
  const known = memory.found.get(term) ?? lookUp(db, term, script)
  memory.found.set(term, known)
  return known
}

function lookUp(db: ReadDb, term: string, script: NameScript): TermCount[] {
  return SCRIPTS.filter((other) => other !== script)
    .flatMap((other) => listSoundingTerms(db, term, other, { limit: MOST, isStrict: true }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST)
    .map(({ term: found, documents }) => ({ term: found, documents }))
}
