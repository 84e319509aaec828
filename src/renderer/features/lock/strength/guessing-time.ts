/**
 * Guesses a second of one strong attacker: a hundred fast graphics cards, each of which can compute about a thousand Argon2id hashes of
 * 64 MiB and three passes in a second. Rounded up: what is said must rather be too low than too high.
 */
export const GUESSES_A_SECOND = 100_000

export type GuessingTime =
  | Readonly<{ unit: 'moment' | 'beyond' }>
  | Readonly<{ unit: 'minutes' | 'hours' | 'days' | 'months' | 'years'; count: number }>

/** How far a passphrase holds. Nobody is kept from using a weak one. */
export type Strength = 'weak' | 'fair' | 'good' | 'strong'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY
const STEPS = [
  ['years', YEAR],
  ['months', YEAR / 12],
  ['days', DAY],
  ['hours', HOUR],
  ['minutes', MINUTE]
] as const
/** Beyond this a number says nothing any more. */
const MOST_YEARS = 1_000_000

/** How long one strong attacker needs for this many guesses, in words' units. */
export function guessingTime(guesses: number): GuessingTime {
  const seconds = guesses / GUESSES_A_SECOND
  if (!(seconds < MOST_YEARS * YEAR)) return { unit: 'beyond' }
  const step = STEPS.find(([, length]) => seconds >= length)
  return step === undefined ? { unit: 'moment' } : { unit: step[0], count: rounded(seconds / step[1]) }
}

/** Weak: found within a month. Fair: within ten years. Good: within the life of a person. */
export function strengthOf(guesses: number): Strength {
  const seconds = guesses / GUESSES_A_SECOND
  if (seconds < YEAR / 12) return 'weak'
  if (seconds < 10 * YEAR) return 'fair'
  return seconds < 1000 * YEAR ? 'good' : 'strong'
}

/** An estimate is told in one digit beyond ten. */
function rounded(count: number): number {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)
  return Math.max(1, Math.round(count / size) * size)
}
