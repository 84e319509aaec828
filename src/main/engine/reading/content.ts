import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { findSummary } from '#engine/store/summaries'
import { CONTENT_LIMIT, type DocumentContent } from '#shared/contract'
import { SanadError } from '#shared/errors'
import { BLOCK_SEPARATOR, type Block } from '#shared/model/block'
import type { DocumentId } from '#shared/model/ids'

/** What the reader shows of a document. Throws SanadError `not-found`. */
export function readContent(db: ReadDb, texts: TextCache, id: DocumentId): DocumentContent {
  const summary = findSummary(db, id)
  if (!summary) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const { blocks, all } = texts.get(db, id)
  return {
    id,
    direction: summary.direction,
    blocks: upTo(blocks, CONTENT_LIMIT),
    allText: all.slice(0, CONTENT_LIMIT),
    cut: Math.max(0, all.length - CONTENT_LIMIT)
  }
}

/** The first blocks, `limit` UTF-16 code units of reader text at most; the last one is cut short. */
function upTo(blocks: readonly Block[], limit: number): readonly Block[] {
  const shown: Block[] = []
  let left = limit
  for (const block of blocks) {
    if (left <= 0) return shown
    shown.push(block.text.length <= left ? block : { ...block, text: block.text.slice(0, left), inline: [] })
    left -= block.text.length + BLOCK_SEPARATOR.length
  }
  return shown
}
