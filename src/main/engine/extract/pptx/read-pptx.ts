import type { Found, Source } from '#engine/extract/found'
import { spoolEmbedded } from '#engine/extract/ooxml/embedded-files'
import { openPackage, type Package } from '#engine/extract/ooxml/open-package'
import { partlyRead } from '#engine/extract/ooxml/partly-read'
import { type PackageProperties, propertiesOf } from '#engine/extract/ooxml/properties'
import { remoteTargets } from '#engine/extract/ooxml/remote-targets'
import { masterLines } from '#engine/extract/pptx/master-lines'
import { type DeckContext, Slide } from '#engine/extract/pptx/slide'
import { commentAuthors, slideComments } from '#engine/extract/pptx/slide-comments'
import type { Spool } from '#engine/extract/spool'
import { TooMuch } from '#engine/extract/too-much'
import { type Block, readerText } from '#shared/model/block'
import type { Fact } from '#shared/model/fact'

const MOST_CHARACTERS = 20_000_000
const CUT = 'It is longer than 20 million characters and was read up to there. The original is kept whole.'

type Deck = { blocks: Block[]; slides: number; hidden: number[]; isCut: boolean }

/** Reads a presentation slide by slide, hidden ones too, each with its notes and remarks. */
export async function readPptx(source: Source, spool: Spool): Promise<Found> {
  const opened = await openPackage(source.file)
  const main = opened.mainPart() ?? 'ppt/presentation.xml'
  if (!opened.has(main)) throw new Error('there is no list of slides in it.')
  const context: DeckContext = { opened, unseen: [], room: MOST_CHARACTERS, paragraphs: 0, rtlParagraphs: 0 }
  const deck = await readDeck(context, main)
  const properties = propertiesOf(opened)
  const embedded = await spoolEmbedded(opened, spool, [])
  return finish(context, deck, properties, embedded)
}

async function readDeck(context: DeckContext, main: string): Promise<Deck> {
  const { opened } = context
  const parts = slideParts(opened, main)
  const authors = commentAuthors(opened, main)
  const footers = new Set<string>()
  const deck: Deck = { blocks: [], slides: parts.length, hidden: [], isCut: false }
  try {
    for (const [at, part] of parts.entries()) {
      const slide = new Slide(context, part)
      await opened.read(part, slide)
      if (slide.isHidden) deck.hidden.push(at + 1)
      const blocks = [...slide.blocks, ...(await notesOf(context, part)), ...slideComments(opened, part, authors)]
      for (const block of blocks) {
        // A footer stands on every slide and is read once.
        if (block.role === 'footer' && footers.has(block.text)) continue
        if (block.role === 'footer') footers.add(block.text)
        deck.blocks.push({ ...block, page: at + 1 })
      }
    }
    context.unseen.push(...masterLines(opened, main))
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    deck.isCut = true
  }
  return deck
}

/** In the order they are shown; slides that the list does not name come last. */
function slideParts(opened: Package, main: string): string[] {
  const listed: string[] = []
  opened.readNow(main, {
    open: (name, attributes) => {
      const part = name === 'p:sldId' ? opened.internal(main, attributes['r:id']) : undefined
      if (part !== undefined && opened.has(part)) listed.push(part)
    }
  })
  return [...new Set([...listed, ...opened.related(main, 'slide')])]
}

async function notesOf(context: DeckContext, slide: string): Promise<Block[]> {
  const blocks: Block[] = []
  for (const part of context.opened.related(slide, 'notesSlide')) {
    const notes = new Slide(context, part)
    await context.opened.read(part, notes)
    for (const block of notes.blocks) {
      if (block.kind === 'image' || block.role === 'footer') continue
      // Notes are written in a place of lists, and are none.
      const { level: _level, ...plain } = block
      blocks.push({ ...plain, kind: block.kind === 'table-row' ? 'table-row' : 'paragraph', role: 'notes' })
    }
  }
  return blocks
}

function finish(context: DeckContext, deck: Deck, properties: PackageProperties, embedded: number): Found {
  const { metadata, facts, lines } = properties
  const rest = [...context.unseen, ...lines]
  const more: Fact[] = []
  if (deck.hidden.length > 0) more.push({ name: 'hidden-slides', value: deck.hidden.slice(0, 200).join(', ') })
  if (embedded > 0) more.push({ name: 'attachments', value: String(embedded) })
  const title = deck.blocks.find(({ kind, page }) => kind === 'heading' && page === 1)?.text
  return {
    blocks: deck.blocks,
    allText: rest.length === 0 ? null : `${readerText(deck.blocks)}\n${rest.join('\n')}`,
    charset: null,
    metadata: { ...metadata, title: metadata.title ?? title?.replace(/\s+/g, ' ').slice(0, 300) ?? null },
    direction: context.paragraphs === 0 ? null : context.rtlParagraphs * 2 > context.paragraphs ? 'rtl' : 'ltr',
    simplified: partlyRead(context.opened, deck.blocks.length === 0, deck.isCut ? CUT : null),
    originalView: null,
    remoteResources: remoteTargets(context.opened),
    facts: [...facts, ...more],
    pageCount: deck.slides
  }
}
