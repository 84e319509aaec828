import { BLOCK_SEPARATOR } from '#shared/model/block'
import type { TextRange } from '#shared/model/search'

/** The paragraph of the reader text that `offset` stands in. */
export function paragraphAt(text: string, offset: number): TextRange {
  const before = offset === 0 ? -1 : text.lastIndexOf(BLOCK_SEPARATOR, offset - 1)
  const after = text.indexOf(BLOCK_SEPARATOR, offset)
  return [before < 0 ? 0 : before + BLOCK_SEPARATOR.length, after < 0 ? text.length : after]
}
