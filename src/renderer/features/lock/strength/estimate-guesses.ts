import { LIKELY_WORDS } from '#renderer/features/lock/strength/likely-words.ts'

/** Cost grows with the square of the length; nothing longer is guessable anyway. */
const LOOKED_AT = 100

type Estimator = Readonly<{ check: (password: string, known: string[]) => Readonly<{ guesses: number }> }>
let estimator: Promise<Estimator> | undefined

/**
 * About how many guesses it takes to find a passphrase for somebody who tries words, names, dates and patterns first. Runs in this
 * window. The word lists (5 MB) are loaded when first asked for. They know English words and names, and a few dozen others.
 */
export async function estimateGuesses(passphrase: string): Promise<number> {
  estimator ??= load()
  return (await estimator).check(passphrase.slice(0, LOOKED_AT), [...LIKELY_WORDS]).guesses
}

async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en')
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs
  })
}
