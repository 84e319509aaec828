import { FUNCTION_WORDS } from '#shared/text/function-words'
import { ARABIC_SCRIPT_PARADIGMS, CYRILLIC_PARADIGMS, LATIN_PARADIGMS, type Paradigm } from '#shared/text/inflection-paradigms'

const SCRIPTS: readonly (readonly [only: RegExp, paradigms: readonly Paradigm[]])[] = [
  [/^\p{Script=Latin}{3,40}$/u, LATIN_PARADIGMS],
  [/^\p{Script=Cyrillic}{4,40}$/u, CYRILLIC_PARADIGMS],
  [/^\p{Script=Arabic}{2,40}$/u, ARABIC_SCRIPT_PARADIGMS]
]

/** A stem the term may have, and the paradigm that says so. */
type Reading = Readonly<{ stem: string; paradigm: Paradigm }>

function readingsOf(term: string): Reading[] {
  if (FUNCTION_WORDS.has(term)) return []
  const paradigms = SCRIPTS.find(([only]) => only.test(term))?.[1] ?? []
  return paradigms.flatMap((paradigm) =>
    paradigm.endings.flatMap((ending) => {
      const stem = term.slice(0, term.length - ending.length)
      const fits = term.endsWith(ending) && stem.length >= paradigm.shortest && paradigm.stem.test(stem)
      return fits ? { stem, paradigm } : []
    })
  )
}

function isAttested({ stem, paradigm }: Reading, attested: ReadonlySet<string>): boolean {
  const stands = (ending: string) => attested.has(stem + ending)
  if (paradigm.unless?.some(stands)) return false
  return paradigm.attested?.every(({ of, count }) => of.filter(stands).length >= count) ?? true
}

/**
 * Every word whose presence in the archive decides which forms of `term` are found: what to look up there, word by word, and hand to
 * `inflectedForms`. At most a few hundred, `term` not among them; empty where `inflectionPrefix` is null.
 */
export function formsToLookUp(term: string): string[] {
  const words = readingsOf(term).flatMap(({ stem, paradigm }) => {
    const evidence = paradigm.attested?.flatMap(({ of }) => of) ?? []
    return [...paradigm.endings, ...evidence, ...(paradigm.unless ?? [])].map((ending) => stem + ending)
  })
  return [...new Set(words)].filter((word) => word !== term)
}

/**
 * What every form of `term` begins with: the part of the vocabulary to hand to `inflectedForms`. Null for words that are not expanded:
 * short ones, numbers, words of grammar, scripts without paradigms.
 */
export function inflectionPrefix(term: string): string | null {
  const stems = readingsOf(term).map((reading) => reading.stem)
  return stems.reduce<string | null>((best, stem) => (best === null || stem.length < best.length ? stem : best), null)
}

/**
 * Those of `candidates` that are inflected forms of `term` (execution: executions; execute: executed, executing; droit: droits), in the
 * order given, `term` itself left out. All are folded.
 *
 * Promises precision, not completeness: regular plural, gender and case of nouns and adjectives in English, French, German, Spanish,
 * Italian, Portuguese, Dutch, Turkish and Russian, regular English verbs, and the Persian endings; never a derived word (execution, not
 * executive or executor). The language of the word is not known, so that a form of a look-alike in another language can be among them
 * (English torture, Italian tortura). Irregular forms are not found.
 *
 * Cost: grows with the candidates. Pass those of `formsToLookUp(term)` that stand in the archive, or all of its words that begin with
 * `inflectionPrefix(term)`: rare endings are decided by what else stands there.
 */
export function inflectedForms(term: string, candidates: Iterable<string>): string[] {
  const readings = readingsOf(term)
  if (readings.length === 0) return []
  const vocabulary = new Set(candidates)
  const attested = new Set(vocabulary).add(term)
  const forms = new Set(
    readings
      .filter((reading) => isAttested(reading, attested))
      .flatMap(({ stem, paradigm }) => paradigm.endings.map((ending) => stem + ending))
  )
  forms.delete(term)
  return [...vocabulary].filter((word) => forms.has(word) && !FUNCTION_WORDS.has(word))
}
