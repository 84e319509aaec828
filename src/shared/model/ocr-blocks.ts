import { BLOCK_SEPARATOR, type Block } from '#shared/model/block'

/**
 * The text that OCR read on a page as blocks. Joined as `readerText` joins blocks they are that text again, so that the offsets of its
 * words hold in the blocks; none for a page without words.
 */
export function ocrBlocks(text: string, page: number): Block[] {
  if (text === '') return []
  return text.split(BLOCK_SEPARATOR).map((paragraph) => ({ kind: 'paragraph', text: paragraph, page }))
}
