import { CHARACTER, classAt } from '#shared/text/char-class'
import { forEachToken } from '#shared/text/tokenize'

/** Runs without spaces are cut for the word segmenter at this length: it looks at a run as a whole. */
const LONGEST_RUN = 2000

/** Words of a run in a script without spaces, by Unicode's dictionaries. */
function countInRun(segmenter: Intl.Segmenter, run: string): number {
  let words = 0
  for (const segment of segmenter.segment(run)) if (segment.isWordLike) words++
  return words
}

/**
 * How many words a reader would count in `text`; runs of scripts written without spaces are counted by dictionary.
 * Cost: linear, a few times that of `indexText` where such scripts are used.
 */
export function countWords(text: string): number {
  let words = 0
  let runStart = -1
  let runEnd = -1
  let segmenter: Intl.Segmenter | null = null
  const closeRun = () => {
    if (runStart < 0) return
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
    words += countInRun(segmenter, text.slice(runStart, runEnd))
    runStart = -1
  }
  forEachToken(text, (_term, start, end, glued) => {
    const isCharacter = classAt(text, start) === CHARACTER
    if (!isCharacter || !glued || end - runStart > LONGEST_RUN) closeRun()
    if (!isCharacter) words++
    else {
      if (runStart < 0) runStart = start
      runEnd = end
    }
  })
  closeRun()
  return words
}
