import { letter } from '#shared/text/transliterate/letters'
import type { Sound } from '#shared/text/transliterate/sound'

/**
 * Letters of the Arabic script as Persian, Arabic, Kurdish and Urdu read them, after folding (hamza and madda are gone, ي is ی, ك is ک).
 * Persian and Arabic readings stand side by side: ث is s or th, ذ and ظ z or dh, ض z or d, و v, w, u or o.
 */
export const ARABIC_LETTERS: ReadonlyMap<string, Sound> = new Map([
  ['ب', letter('b')],
  ['پ', letter('p')],
  ['ت', letter('t')],
  ['ط', letter('t')],
  ['ٹ', letter('t')],
  ['ث', letter('s T t.2')],
  ['ج', letter('j')],
  ['چ', letter('C')],
  ['ح', letter('h')],
  ['خ', letter('x')],
  ['د', letter('d')],
  ['ڈ', letter('d')],
  ['ذ', letter('z D d.2')],
  ['ر', letter('r')],
  ['ڑ', letter('r')],
  ['ز', letter('z')],
  ['ژ', letter('Z')],
  ['س', letter('s')],
  ['ش', letter('S')],
  ['ص', letter('s')],
  ['ض', letter('z d D')],
  ['ظ', letter('z D d.2')],
  ['ع', letter('a.02 e.05 i.05 o.05 u.05', 0.02)],
  ['غ', letter('G')],
  ['ف', letter('f')],
  ['ڤ', letter('w')],
  ['ق', letter('q')],
  ['ک', letter('k')],
  ['گ', letter('g')],
  ['ل', letter('l')],
  ['م', letter('m')],
  ['ن', letter('n')],
  ['ں', letter('n')],
  ['ه', letter('h')],
  ['و', letter('w u o', 0.5)],
  ['ی', letter('y i e.05', 0.45)],
  ['ا', letter('a o.2 e.2 u.35', 0.6, 0.35)]
])

const DOUBLED = { written: 0.04, unwritten: 0.04 }
/** No word begins with a vowel without one of these to carry it. */
const FIRST_ALEF = letter('a e o i.02 u.02', 0.3, 0.15)
/** Before و and ی at the beginning, and in the article: carries a vowel that is written after it, or any. */
const SILENT_ALEF = letter('a e o u i.05', 0.05)
const SILENT_WAW = letter('w u o', 0.03)
const LAST_HEH = letter('h e a', 0.12)
/** Before a consonant: perhaps the end of a first part that is written joined (قره‌باغی). */
const JOINED_HEH = letter('h e.25 a.25')
const VOWEL_LETTERS = 'اویه'
/** ی at the end is also the long a of موسی and مصطفی. */
const LAST_YEH = letter('i a.12 e.1 y.05', 0.45)
/** The l of the article is not heard before these letters. */
const SUN_LETTERS = 'تثدذرزسشصضطظلن'

/** Reads a folded word of the Arabic script. Letters it does not know are left out. */
export function arabicSounds(word: string): Sound[] {
  const letters = [...word]
  const sounds: Sound[] = []
  for (const [at, character] of letters.entries()) {
    const before = letters[at - 1]
    const sound = inItsPlace(letters, at) ?? ARABIC_LETTERS.get(character)
    // A letter written twice may be heard once, as the doubled letters of other scripts are.
    if (sound) sounds.push(character === before ? { ...sound, skip: DOUBLED } : sound)
  }
  return sounds
}

/** The sound of a letter that sounds otherwise where it stands. */
function inItsPlace(letters: readonly string[], at: number): Sound | undefined {
  const [character, before, next, last] = [letters[at], letters[at - 1], letters[at + 1], letters.length - 1]
  if (character === 'ا' && (next === 'ل' || (at === 0 && (next === 'و' || next === 'ی')))) {
    return at === last - 1 ? undefined : SILENT_ALEF
  }
  if ((character === 'ا' || character === 'ع') && at === 0) return FIRST_ALEF
  if (character === 'ل' && before === 'ا' && next !== undefined && SUN_LETTERS.includes(next)) return letter('l', 0.05)
  if (character === 'و' && before === 'خ' && (next === 'ا' || next === 'ی')) return SILENT_WAW
  if (character === 'ه' && at === last && at > 0) return LAST_HEH
  if (character === 'ه' && at > 1 && next !== undefined && !VOWEL_LETTERS.includes(next)) return JOINED_HEH
  if (character === 'ی' && at === last && at > 0) return LAST_YEH
  return undefined
}
