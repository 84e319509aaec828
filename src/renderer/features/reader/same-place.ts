const SNIPPET = 48

/**
 * Where the words at `offset` of one text stand in another text of the same document: of all places where the same words stand, the one
 * at the most similar height. Undefined when they are not there.
 */
export function samePlace(from: string, offset: number, to: string): number | undefined {
  const words = from.slice(offset, offset + SNIPPET).split('\n')[0] ?? ''
  if (words === '') return undefined
  const height = (offset / from.length) * to.length
  let best: number | undefined
  for (let at = to.indexOf(words); at !== -1; at = to.indexOf(words, at + 1)) {
    if (best === undefined || Math.abs(at - height) < Math.abs(best - height)) best = at
    else break
  }
  return best
}
