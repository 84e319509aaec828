import { useEffect, useState } from 'react'
import { estimateGuesses } from '#renderer/features/lock/strength/estimate-guesses.ts'
import { RANDOM_BITS } from '#renderer/features/lock/strength/random-passphrase.ts'

/** Half of all passphrases that could have been drawn. */
const GUESSES_AT_RANDOM = 2 ** (RANDOM_BITS - 1)
/** After the last letter. */
const PAUSE_MS = 120

/** About how many guesses a passphrase takes; null while it is empty or being looked at. One that was drawn here needs no estimate. */
export function useStrength(passphrase: string, isDrawn: boolean): number | null {
  const [known, setKnown] = useState<Readonly<{ passphrase: string; guesses: number }> | null>(null)
  useEffect(() => {
    if (passphrase === '' || isDrawn) return
    let isOver = false
    const timer = setTimeout(() => {
      void estimateGuesses(passphrase).then((guesses) => {
        if (!isOver) setKnown({ passphrase, guesses })
      })
    }, PAUSE_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [passphrase, isDrawn])
  if (passphrase === '') return null
  if (isDrawn) return GUESSES_AT_RANDOM
  return known?.passphrase === passphrase ? known.guesses : null
}
