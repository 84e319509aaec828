import { PASSPHRASE_WORDS } from '#renderer/features/lock/strength/passphrase-words.ts'

/** 56 bits: at a hundred thousand guesses a second, eleven thousand years on average. */
export const RANDOM_WORDS = 7
/** How many passphrases of this kind there are, as a power of two. */
export const RANDOM_BITS = RANDOM_WORDS * Math.log2(PASSPHRASE_WORDS.length)

/** A passphrase of words that were drawn by the system's random numbers, each as likely as any other. */
export function randomPassphrase(): string {
  // There are 256 words, so that each byte is one of them.
  return [...crypto.getRandomValues(new Uint8Array(RANDOM_WORDS))].map((byte) => PASSPHRASE_WORDS[byte] ?? '').join(' ')
}
