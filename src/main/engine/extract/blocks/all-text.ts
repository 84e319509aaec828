import { type Block, readerText } from '#shared/model/block'

/** All text of a document: what the Reader shows, and after it what is only found. Null where that is nothing. */
export function allText(blocks: readonly Block[], rest: readonly string[]): string | null {
  if (rest.length === 0) return null
  return [readerText(blocks), ...rest].filter((text) => text !== '').join('\n\n')
}
