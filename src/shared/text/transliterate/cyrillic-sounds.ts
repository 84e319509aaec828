import { letter } from '#shared/text/transliterate/letters'
import type { Sound } from '#shared/text/transliterate/sound'

const vowel = (readings: string, unwritten: number): Sound => letter(readings, 0.5, unwritten)

/** Letters of the Cyrillic script as Russian and Tajik write names, after folding (й is и, ӣ is и, ӯ is у). */
export const CYRILLIC_LETTERS: ReadonlyMap<string, Sound> = new Map([
  ['дж', letter('j')],
  ['а', vowel('a', 0.05)],
  ['б', letter('b')],
  ['в', letter('w')],
  ['г', letter('g h.2 G.1 q.2')],
  ['ґ', letter('g')],
  ['ғ', letter('G')],
  ['д', letter('d')],
  ['е', vowel('e', 0.05)],
  ['ж', letter('Z')],
  ['з', letter('z')],
  ['и', vowel('i y.02', 0.22)],
  ['і', vowel('i', 0.15)],
  ['к', letter('k')],
  ['қ', letter('q')],
  ['л', letter('l')],
  ['м', letter('m')],
  ['н', letter('n')],
  ['о', vowel('o a.1', 0.05)],
  ['п', letter('p')],
  ['р', letter('r')],
  ['с', letter('s')],
  ['т', letter('t')],
  ['у', vowel('u', 0.12)],
  ['ф', letter('f')],
  ['х', letter('x h.05')],
  ['ҳ', letter('h')],
  ['ц', letter('s.1 z.2 k.3')],
  ['ч', letter('C')],
  ['ҷ', letter('j')],
  ['ш', letter('S')],
  ['щ', letter('S')],
  ['ъ', letter('', 0)],
  ['ы', vowel('i', 0.15)],
  ['ь', letter('', 0)],
  ['э', vowel('e', 0.05)],
  ['ю', vowel('u.05', 0.3)],
  ['я', vowel('a.05', 0.2)]
])

/** Reads a folded Cyrillic word. Letters it does not know are left out. */
export function cyrillicSounds(word: string): Sound[] {
  const sounds: Sound[] = []
  for (let at = 0; at < word.length; ) {
    const pair = word.slice(at, at + 2)
    const found = CYRILLIC_LETTERS.has(pair) && pair.length === 2 ? pair : word.charAt(at)
    const sound = CYRILLIC_LETTERS.get(found)
    if (sound && !(found === word.charAt(at - 1) && sound.skip.written > 1)) sounds.push(sound)
    at += found.length
  }
  return sounds
}
