import { foreignGuesses, isForeign } from '#renderer/features/lock/strength/foreign-guesses.ts'
import { LIKELY_WORDS } from '#renderer/features/lock/strength/likely-words.ts'

/** Cost grows with the square of the length; nothing longer is guessable anyway. */
const LOOKED_AT = 100

type Estimator = Readonly<{ check: (password: string, known: string[]) => Readonly<{ guesses: number }> }>
let estimator: Promise<Estimator> | undefined

/**
 * About how many guesses it takes to find a passphrase for somebody who tries words, names, dates and patterns first. Runs in this
 * window. The word lists (5 MB) are loaded when first asked for. They know English words and names, and a few dozen others:
 * a passphrase of another script is worth no more than as many common words.
 */
export async function estimateGuesses(passphrase: string): Promise<number> {
  estimator ??= load()
  const looked = passphrase.slice(0, LOOKED_AT)
  const { guesses } = (await estimator).check(looked, [...LIKELY_WORDS])
  return isForeign(looked) ? Math.min(guesses, foreignGuesses(looked)) : guesses
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
