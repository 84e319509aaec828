import { knownTerms } from '#engine/search/known-terms'
import { lettersRead } from '#engine/search/term-run'
import { documentsWith } from '#engine/search/vocabulary'
import type { ReadDb } from '#engine/store/connection'
import { LONGEST_TERM } from '#engine/store/vocabulary'
import type { NameScript } from '#shared/text/transliterate/script-of'
import type { Sound } from '#shared/text/transliterate/sound'
import { SoundAutomaton } from '#shared/text/transliterate/sound-automaton'
import { soundDistance, soundLimit, strictSoundLimit } from '#shared/text/transliterate/sound-distance'
import { type Sounds, soundsOf } from '#shared/text/transliterate/sounds-of'

/** A word of the archive that may spell the same name; the smaller the cost, the likelier. */
export type SoundingTerm = Readonly<{ term: string; documents: number; distance: number; cost: number }>

/** Candidates whose documents are counted. */
const MOST_COUNTED = 60
/** What twice as many documents make up for. */
const WORTH_OF_A_DOUBLING = 0.015
/** Further ones make up for nothing: `was` is no likelier a name for standing everywhere. */
const MOST_DOUBLINGS = 6

/**
 * Words of the archive in `script` that sound like `term` (a folded index term), likeliest first, `term` itself left out.
 * `isStrict` keeps to what is hardly ever another word. Cost: a walk over the vocabulary, about 5 ms for a million words.
 */
export function listSoundingTerms(
  db: ReadDb,
  term: string,
  script: NameScript,
  options: Readonly<{ limit: number; isStrict?: boolean }>
): SoundingTerm[] {
  const wanted = soundsOf(term)
  if (wanted.sounds.length < 2 || script === 'other') return []
  const { length } = wanted.sounds
  const limitFor = (sounds: number): number => (options.isStrict ? strictSoundLimit : soundLimit)(Math.max(length, sounds))
  // An abjad's word has more sounds where vowels are written.
  const most = limitFor(length * 2)
  const near = new Map<string, { distance: number; weight: number }>()
  for (const reading of alternatives(wanted)) {
    const automaton = new SoundAutomaton(reading, script, most, LONGEST_TERM)
    for (const run of knownTerms(db)) {
      run.walk(automaton, (letters, weight) => {
        if (!automaton.accepts(letters)) return
        const found = lettersRead(automaton, letters)
        if (found === term) return
        const sounds = soundsOf(found)
        const distance = soundDistance(wanted, sounds)
        if (distance <= limitFor(sounds.sounds.length)) near.set(found, { distance, weight })
      })
    }
  }
  return [...near]
    .map(([found, { distance, weight }]) => ({ found, distance, likely: distance - (weight / 8) * WORTH_OF_A_DOUBLING }))
    .sort((a, b) => a.likely - b.likely)
    .slice(0, MOST_COUNTED)
    .map(({ found, distance }) => ({ term: found, documents: documentsWith(db, found), distance }))
    .filter(({ documents }) => documents > 0)
    .map((counted) => ({
      ...counted,
      cost: counted.distance - Math.min(MOST_DOUBLINGS, Math.log2(counted.documents)) * WORTH_OF_A_DOUBLING
    }))
    .sort((a, b) => a.cost - b.cost || (a.term < b.term ? -1 : 1))
    .slice(0, options.limit)
}

/** The word as it reads, and as it reads when its digraphs are two letters each. */
function alternatives(wanted: Sounds): Sounds[] {
  if (!wanted.sounds.some(({ parts }) => parts !== undefined)) return [wanted]
  return [wanted, { ...wanted, sounds: wanted.sounds.flatMap((sound): readonly Sound[] => sound.parts ?? [sound]) }]
}
