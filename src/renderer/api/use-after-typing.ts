import { useEffect, useState } from 'react'

/** Longer than between two letters of somebody who types, shorter than one waits for anything. */
const PAUSE_MS = 150

/**
 * What only accompanies the results (counts, other spellings, marks in the open document) is asked for this: the search given, but while
 * its last word is being typed only once no letter has come for 150 ms; until then the one before. So that each letter's results have
 * the engine to themselves. `asked` must keep its identity while it stays the same.
 */
export function useAfterTyping<Asked extends Readonly<{ typing: boolean }>>(asked: Asked): Asked {
  const [settled, setSettled] = useState(asked)
  useEffect(() => {
    if (settled === asked) return
    const timer = setTimeout(() => setSettled(asked), asked.typing ? PAUSE_MS : 0)
    return () => clearTimeout(timer)
  }, [asked, settled])
  return asked.typing ? settled : asked
}
