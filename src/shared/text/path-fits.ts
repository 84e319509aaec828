import { foldWord } from '#shared/text/fold'

const ASCII_ONLY = /^[\0-\x7f]*$/
const WORD = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu

/** A path, or a part or pattern of one, so that case, spelling and the kind of slash make no difference. */
export function foldPath(path: string): string {
  const slashed = path.replaceAll('\\', '/')
  return ASCII_ONLY.test(slashed) ? slashed.toLowerCase() : slashed.replace(WORD, foldWord)
}

/** True for a pattern with wildcards. */
const isGlob = (pattern: string): boolean => /[*?]/.test(pattern)

/**
 * Whether a path holds `pattern`, or, where that has wildcards (`*` any letters, also slashes; `?` one), ends with something that fits it,
 * from the beginning of a name on. Both are compared as `foldPath` makes them; `pattern` is one already.
 * Cost: the product of both lengths at worst, linear for most.
 */
export function pathFits(pattern: string, path: string): boolean {
  const folded = foldPath(path)
  if (!isGlob(pattern)) return pattern !== '' && folded.includes(pattern)
  return globFits(pattern.startsWith('/') ? pattern : `*/${pattern}`, folded.startsWith('/') ? folded : `/${folded}`)
}

/** The usual walk with one way back: to the last star, with one letter more for it. */
function globFits(pattern: string, text: string): boolean {
  let [p, t, star, held] = [0, 0, -1, 0]
  while (t < text.length) {
    const wanted = pattern[p]
    if (wanted === '*') {
      star = p++
      held = t
    } else if (wanted !== undefined && (wanted === '?' || wanted === text[t])) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++held
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
