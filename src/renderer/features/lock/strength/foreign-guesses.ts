/**
 * How many words somebody tries first in each place of a passphrase whose language the estimate does not know. Its letters alone would make
 * any Persian sentence look strong; common words and their forms are a few thousand in every language.
 */
const COMMON_WORDS = 5_000
/** The years that people put into passphrases, in any calendar. */
const YEARS = 200

/** Whether a passphrase has letters that no English word has. */
export const isForeign = (passphrase: string): boolean => /[^\p{ASCII}]/u.test(passphrase)

/** About how many guesses a passphrase takes when each of its words is a common one: rather too few than too many. */
export function foreignGuesses(passphrase: string): number {
  const parts = passphrase.match(/\p{N}+|[^\p{N}\s\u200c]+/gu) ?? []
  return parts.reduce((guesses, part) => guesses * guessesOf(part), 1)
}

function guessesOf(part: string): number {
  const length = [...part].length
  if (!/^\p{N}/u.test(part)) return length === 1 ? 50 : COMMON_WORDS
  return length === 4 ? YEARS : 10 ** length
}
