import { arabicSounds } from '#shared/text/transliterate/arabic-sounds'
import { cyrillicSounds } from '#shared/text/transliterate/cyrillic-sounds'
import { latinSounds } from '#shared/text/transliterate/latin-sounds'
import { type NameScript, scriptOf } from '#shared/text/transliterate/script-of'
import type { Sound } from '#shared/text/transliterate/sound'

export type Sounds = Readonly<{ script: NameScript; sounds: readonly Sound[] }>

/** Longer words are no names. */
const LONGEST_NAME = 40

/** How a folded index term sounds; no sounds for scripts that are not transliterated and for overlong terms. */
export function soundsOf(term: string): Sounds {
  const script = term.length > LONGEST_NAME ? 'other' : scriptOf(term)
  if (script === 'arabic') return { script, sounds: arabicSounds(term) }
  if (script === 'latin') return { script, sounds: latinSounds(term) }
  if (script === 'cyrillic') return { script, sounds: cyrillicSounds(term) }
  return { script: 'other', sounds: [] }
}
