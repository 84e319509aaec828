import { allText } from '#engine/extract/blocks/all-text'
import { readStream } from '#engine/extract/cfb/cfb-stream'
import { lockedFound } from '#engine/extract/cfb/locked-found'
import { openCfb } from '#engine/extract/cfb/open-cfb'
import { summaryInformation } from '#engine/extract/cfb/summary-information'
import { EMPTY_FOUND, type Found, type Source } from '#engine/extract/found'
import { type Listed, listedSlides } from '#engine/extract/ppt/listed-slides'
import { persistObjects } from '#engine/extract/ppt/persist-objects'
import { childrenOf, type PptRecord } from '#engine/extract/ppt/ppt-records'
import { type SlideText, slideComments, slideTexts } from '#engine/extract/ppt/slide-text'
import type { Block, BlockRole } from '#shared/model/block'

const MOST_BYTES = 512 * 1024 * 1024
/** Records that many entries name could make a text of any length. */
const MOST_CHARACTERS = 20_000_000
const NOTES_HEAD = 0x03f1
const ENCRYPTED = 0xf3d1c4df

type Trouble = NonNullable<Found['simplified']>

const DAMAGED: Trouble = {
  code: 'partly-read',
  message: 'This PowerPoint file is damaged: some of its slides may be missing, or stand in another order.'
}

/** Reads a PowerPoint file of 1997 to 2003 slide by slide. */
export function readPpt(source: Source): Found {
  const cfb = openCfb(source.file)
  const stream = cfb ? readStream(cfb, 'PowerPoint Document', MOST_BYTES) : Buffer.alloc(0)
  if (!cfb || stream.length < 8) throw new Error('its slides are missing.')
  const user = readStream(cfb, 'Current User', 4096)
  if (user.length >= 16 && user.readUInt32LE(12) === ENCRYPTED) return lockedFound('PowerPoint')
  const objects = persistObjects(stream, user.length >= 20 ? user.readUInt32LE(16) : -1)
  const { slides, notes, unseen, isWhole } = listedSlides(stream, objects)
  const blocks = blocksOf(stream, slides, notes)
  if (blocks.length === 0 && !isWhole) throw new Error('nothing of its slides is left; it is damaged or cut off.')
  const { metadata, facts, lines } = summaryInformation(cfb, source.charset)
  const title = metadata.title ?? blocks.find(({ kind, page }) => kind === 'heading' && page === 1)?.text ?? null
  const rest = [...new Set([...unseen, ...lines].filter((text) => text.trim() !== ''))]
  return {
    ...EMPTY_FOUND,
    blocks,
    allText: allText(blocks, rest),
    metadata: { ...metadata, title },
    simplified: isWhole ? null : DAMAGED,
    facts,
    pageCount: slides.length
  }
}

function blocksOf(stream: Buffer, slides: readonly Listed[], notes: readonly Listed[]): Block[] {
  const byId = new Map(slides.map(({ id }, index) => [id, index]))
  let left = MOST_CHARACTERS
  const within = (block: Block): boolean => {
    left -= block.text.length
    return left >= 0
  }
  const pages = slides.map(({ record, outline }, index): Block[] => {
    if (left <= 0) return []
    const page = index + 1
    const comments = slideComments(stream, record).map((text): Block => ({ kind: 'paragraph', text, page, role: 'comment' }))
    const texts = slideTexts(stream, record, outline).flatMap((text) => paragraphsOf(text, page, undefined))
    return [...texts, ...comments].filter(within)
  })
  for (const { record, outline } of notes) {
    if (left <= 0) break
    const index = byId.get(slideOf(stream, record)) ?? pages.length - 1
    const texts = slideTexts(stream, record, outline)
    const blocks = texts.flatMap((text) => paragraphsOf({ ...text, isTitle: false }, index + 1, 'notes'))
    pages[index]?.push(...blocks.filter(within))
  }
  return pages.flat()
}

/** The id of the slide that a page of notes belongs to. */
function slideOf(stream: Buffer, notes: PptRecord): number {
  for (const { type, start, end } of childrenOf(stream, notes))
    if (type === NOTES_HEAD && end - start >= 4) return stream.readUInt32LE(start)
  return 0
}

function paragraphsOf({ text, isTitle }: SlideText, page: number, role: BlockRole | undefined): Block[] {
  return text.split('\r').flatMap((paragraph): Block[] => {
    const shown = paragraph
      .replaceAll('\u000b', '\n')
      .replace(/[\u0000-\u0008\u000c\u000e-\u001f]/g, '')
      .trim()
    // A lone star stands for the number of the slide, or the date.
    if (shown === '' || shown === '*') return []
    if (isTitle) return [{ kind: 'heading', level: 1, text: shown, page }]
    return [{ kind: 'paragraph', text: shown, page, ...(role ? { role } : {}) }]
  })
}
