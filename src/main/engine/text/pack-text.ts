import { packDifference } from '#engine/text/difference-packer'
import type { PackedText } from '#engine/text/packed-text'
import { packReader } from '#engine/text/text-packer'
import { type Block, readerText } from '#shared/model/block'

/** Both texts of a document, packed; null when it has none. `allText` null: the same as the reader text. */
export function packDocumentText(blocks: readonly Block[], allText: string | null): PackedText | null {
  const reader = readerText(blocks)
  const all = allText === null || allText === reader ? null : allText
  if (blocks.length === 0 && all === null) return null
  return { reader: packReader(blocks).runs, all: all === null ? null : packDifference(reader, all) }
}
