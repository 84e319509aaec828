import type { Sound } from '#shared/text/transliterate/sound'

/** Leaving out a consonant makes another word. */
export const NEVER = Number.POSITIVE_INFINITY

/**
 * A letter with its readings, written `'s S.15 z.25'`: an s; at some cost sh or z. `skip` is the cost of leaving it out beside a spelling
 * that writes its short vowels, `unwritten` beside one that does not.
 */
export function letter(readings: string, skip: number = NEVER, unwritten: number = skip): Sound {
  return {
    readings: readings
      .split(' ')
      .filter(Boolean)
      .map((reading) => ({ sound: reading.charAt(0), cost: Number(`0${reading.slice(1)}`) })),
    skip: { written: skip, unwritten }
  }
}
