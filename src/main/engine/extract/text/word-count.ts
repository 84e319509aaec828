import { countWords } from '#shared/text/count-words'
import { indexText } from '#shared/text/index-text'

/** Characters of a long text in a script without spaces whose words are counted. */
const COUNTED = 8000

/** Scripts written without spaces, where terms are not words. */
const WITHOUT_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/

/**
 * How many words a text has, given its index terms: these are counted where they are words, which saves a second pass. Where they are
 * not, a long text is counted by its beginning: telling words apart there takes longer than all the rest.
 */
export function wordCount(text: string, terms: string): number {
  const count = countTerms(terms)
  if (count === 0 || !WITHOUT_SPACES.test(text)) return count
  const beginning = text.slice(0, COUNTED)
  const words = countWords(beginning)
  return beginning.length === text.length ? words : Math.round((words / Math.max(countTerms(indexText(beginning)), 1)) * count)
}

function countTerms(terms: string): number {
  let count = terms === '' ? 0 : 1
  for (let at = terms.indexOf(' '); at >= 0; at = terms.indexOf(' ', at + 1)) count++
  return count
}
