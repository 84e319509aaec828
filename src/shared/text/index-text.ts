import { forEachToken } from '#shared/text/tokenize'

/**
 * The terms of `text` with single spaces between, as they are stored in the full-text index (FTS5, `tokenize='ascii'`: terms are ASCII
 * letters and digits or beyond ASCII, so that FTS5 cuts exactly at these spaces). Empty when nothing in the text can be searched.
 */
export function indexText(text: string): string {
  const terms: string[] = []
  forEachToken(text, (term) => {
    terms.push(term)
  })
  return terms.join(' ')
}
