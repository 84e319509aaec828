import { letter } from '#shared/text/transliterate/letters'
import type { Sound } from '#shared/text/transliterate/sound'

/** Unwritten in the Arabic script, so cheap to leave out beside it; beside a spelling with vowels it is another name. */
const vowel = (readings: string, unwritten: number): Sound => letter(readings, 0.5, unwritten)

/**
 * Letters and groups of letters as English, French, German, Turkish and scholars write them. Terms are folded, so that š, ş and s look
 * the same: such letters carry both readings. Longest first.
 */
export const LATIN_LETTERS: ReadonlyMap<string, Sound> = new Map([
  ['tsch', letter('C')],
  ['dsch', letter('j')],
  ['sch', letter('S')],
  ['tch', letter('C')],
  ['tsh', letter('C')],
  ['dzh', letter('j')],
  ['kh', letter('x')],
  ['gh', letter('G q')],
  ['sh', letter('S')],
  ['ch', letter('C S.05 x.1 k.2')],
  ['zh', letter('Z')],
  ['dj', letter('j')],
  ['th', letter('T t.05 s.15')],
  ['dh', letter('D z.1 d.05')],
  ['ph', letter('f')],
  ['ck', letter('k')],
  ['aa', vowel('a', 0.45)],
  ['ee', vowel('i e.1', 0.4)],
  ['ii', vowel('i', 0.4)],
  ['oo', vowel('u o.05', 0.4)],
  ['uu', vowel('u', 0.4)],
  ['ou', vowel('u o.02', 0.4)],
  ['ow', letter('u.02 o.02 w.1', 0.5, 0.4)],
  ['aw', letter('w.02 u.1 o.1', 0.5, 0.5)],
  ['au', letter('u.05 o.05 w.1 a.3', 0.5, 0.5)],
  ['ie', vowel('i.05 e.15', 0.3)],
  ['a', vowel('a', 0.05)],
  ['e', vowel('e', 0.05)],
  ['i', vowel('i y.1', 0.22)],
  ['o', vowel('o', 0.06)],
  ['u', vowel('u w.3', 0.08)],
  ['b', letter('b')],
  ['c', letter('k s j.05 C.1')],
  ['d', letter('d')],
  ['f', letter('f')],
  ['g', letter('g G.05')],
  ['h', letter('h', 0.45)],
  ['j', letter('j')],
  ['k', letter('k')],
  ['l', letter('l')],
  ['m', letter('m')],
  ['n', letter('n')],
  ['p', letter('p')],
  ['q', letter('q')],
  ['r', letter('r')],
  ['s', letter('s S.15')],
  ['t', letter('t')],
  ['v', letter('w')],
  ['w', letter('w u.2')],
  ['x', letter('x')],
  ['y', letter('y i.02', 0.5)],
  ['z', letter('z Z.15')]
])
const LONGEST = 4
/** Digraphs that are also two letters that happen to meet. */
const MAY_PART: ReadonlySet<string> = new Set(['sh', 'gh', 'kh', 'zh', 'th', 'dh', 'ow', 'aw', 'au', 'ou', 'ie'])
/** After a vowel at the end: the -h of -eh and -ah is not heard. */
const LAST_H = letter('h', 0.05)

/** Reads a folded Latin word. Letters it does not know are left out. */
export function latinSounds(word: string): Sound[] {
  const sounds: Sound[] = []
  for (let at = 0; at < word.length; ) {
    const found = longestAt(word, at)
    const sound = found === 'h' && at === word.length - 1 && at > 1 ? LAST_H : LATIN_LETTERS.get(found)
    if (sound) sounds.push(withParts(found, sound))
    at += found.length
    // A consonant written twice is heard once; so is a digraph (Hafezzadeh, Abbas, Khakhkhali).
    while (/^[^aeiou]/.test(found) && word.startsWith(found, at)) at += found.length
  }
  return sounds
}

function longestAt(word: string, at: number): string {
  for (let length = LONGEST; length > 1; length--) {
    const letters = word.slice(at, at + length)
    if (letters.length === length && LATIN_LETTERS.has(letters)) return letters
  }
  return word.charAt(at)
}

function withParts(found: string, sound: Sound): Sound {
  if (!MAY_PART.has(found)) return sound
  const [first, second] = [LATIN_LETTERS.get(found.charAt(0)), LATIN_LETTERS.get(found.charAt(1))]
  return first && second ? { ...sound, parts: [first, second] } : sound
}
