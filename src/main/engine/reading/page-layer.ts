/** The words over the picture of a page, with their places in the document's reader text. */
import { findLooking } from '#engine/reading/looking'
import type { PagesSource } from '#engine/reading/pages'
import type { TextCache } from '#engine/search/text-cache'
import { findOcrReading } from '#engine/store/ocr-pages'
import { findDetail } from '#engine/store/summaries'
import type { DocumentText } from '#engine/text/stored-text'
import { SanadError } from '#shared/errors'
import { BLOCK_SEPARATOR, blockOffsets } from '#shared/model/block'
import type { DocumentId } from '#shared/model/ids'
import { ocrBlocks } from '#shared/model/ocr-blocks'
import type { PageLayer, PageWord } from '#shared/model/page-layer'

/** A word before it is placed: its offsets count in the text of its page. */
type LooseWord = Omit<PageWord, 'text'>

/**
 * The words of one page (1-based): those of OCR where it has read the page, else those of the page's text layer; none where there is
 * neither, or where the text has changed since. Throws SanadError `not-found`.
 */
export async function readPageLayer(source: PagesSource, texts: TextCache, id: DocumentId, page: number): Promise<PageLayer> {
  const { db, originals, extractor } = source
  const looking = findLooking(db, originals, id)
  if (!looking) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  const text = texts.get(db, id)
  const reading = findOcrReading(db, { documentId: id, page })
  if (reading) {
    const words = place(reading.words, placesOfOcr(text, reading.text, page), text.reader)
    return { page, words, source: words.length > 0 ? 'ocr' : null, confidence: reading.confidence }
  }
  const none: PageLayer = { page, words: [], source: null, confidence: null }
  if (findDetail(db, id)?.originalView !== 'pages') return none
  const stretch = stretchOf(text, page)
  if (!stretch) return none
  const answer = await extractor.run({ task: 'words', ...looking, page })
  if (answer.task === 'refused') return none
  const words = place(answer.words, [stretch], text.reader)
  return { page, words, source: words.length > 0 ? 'text' : null, confidence: null }
}

/** A stretch of a page's own text, and where it begins in the reader text. */
type Stretch = Readonly<{ from: number; to: number; at: number }>

/** All blocks of a page, which stand together; undefined for a page without any. */
function stretchOf({ blocks }: DocumentText, page: number): Stretch | undefined {
  const offsets = blockOffsets(blocks)
  const first = blocks.findIndex((block) => block.page === page)
  if (first < 0) return undefined
  const last = blocks.findLastIndex((block) => block.page === page)
  const at = offsets[first] ?? 0
  return { from: 0, to: (offsets[last] ?? 0) + (blocks[last]?.text.length ?? 0) - at, at }
}

/** Where each paragraph that OCR read stands in the reader text; those that are not there (any more) are left out. */
function placesOfOcr({ blocks }: DocumentText, ocrText: string, page: number): Stretch[] {
  const offsets = blockOffsets(blocks)
  const found: Stretch[] = []
  let next = 0
  let from = 0
  for (const { text } of ocrBlocks(ocrText, page)) {
    const index = blocks.findIndex((block, at) => at >= next && block.page === page && block.text === text)
    if (index >= 0) {
      found.push({ from, to: from + text.length, at: offsets[index] ?? 0 })
      next = index + 1
    }
    from += text.length + BLOCK_SEPARATOR.length
  }
  return found
}

/** Words in the order of the text, moved to where their stretch stands. */
function place(words: readonly LooseWord[], stretches: readonly Stretch[], reader: string): PageWord[] {
  return words.flatMap((word) => {
    const stretch = stretches.find(({ from, to }) => word.start >= from && word.end <= to)
    if (!stretch) return []
    const start = stretch.at + word.start - stretch.from
    const end = stretch.at + word.end - stretch.from
    return [{ ...word, start, end, text: reader.slice(start, end) }]
  })
}
