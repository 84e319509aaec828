import { isTextChunk } from '#engine/extract/docx/chunk-text'
import { Notes } from '#engine/extract/docx/notes'
import { Numbering } from '#engine/extract/docx/numbering'
import { Story, type StoryContext } from '#engine/extract/docx/story'
import { Styles } from '#engine/extract/docx/styles'
import type { Found, Source } from '#engine/extract/found'
import { spoolEmbedded } from '#engine/extract/ooxml/embedded-files'
import { openPackage, type Package } from '#engine/extract/ooxml/open-package'
import { partlyRead } from '#engine/extract/ooxml/partly-read'
import { prefixed } from '#engine/extract/ooxml/prefixed'
import { type PackageProperties, propertiesOf } from '#engine/extract/ooxml/properties'
import { remoteTargets } from '#engine/extract/ooxml/remote-targets'
import type { Spool } from '#engine/extract/spool'
import { TooMuch } from '#engine/extract/too-much'
import type { Attributes } from '#engine/extract/xml/read-xml'
import { type Block, readerText } from '#shared/model/block'
import type { Fact } from '#shared/model/fact'

/** Characters of one document that are read; no book is a tenth as long. */
const MOST_CHARACTERS = 25_000_000
const CUT = 'It is longer than 25 million characters and was read up to there. The original is kept whole.'

/** Reads a word processor's file: its text with notes, remarks, changes, headers and footers, and what it says of itself. */
export async function readDocx(source: Source, spool: Spool): Promise<Found> {
  const opened = await openPackage(source.file)
  const main = opened.mainPart() ?? 'word/document.xml'
  if (!opened.has(main)) throw new Error('there is no text part in it.')
  const context = contextOf(opened, main)
  const { blocks, isCut } = await storiesOf(opened, main, context)
  const properties = propertiesOf(opened)
  const embedded = await spoolEmbedded(opened, spool, chunksOf(opened, main))
  return finish({ opened, context, blocks, isCut, properties, embedded })
}

function contextOf(opened: Package, main: string): StoryContext {
  return {
    opened,
    styles: new Styles(opened, opened.related(main, 'styles')[0]),
    numbering: new Numbering(opened, opened.related(main, 'numbering')[0]),
    notes: new Notes(),
    unseen: [],
    room: MOST_CHARACTERS,
    paragraphs: 0,
    bidiParagraphs: 0
  }
}

async function storiesOf(opened: Package, main: string, context: StoryContext): Promise<{ blocks: Block[]; isCut: boolean }> {
  const blocks: Block[] = []
  const body = new Story(context, main)
  const footers: Block[] = []
  let isCut = false
  try {
    for (const kind of ['footnote', 'endnote', 'comment'] as const) {
      for (const part of opened.related(main, `${kind}s`)) await readNotes(context, part, kind)
    }
    blocks.push(...(await marginals(context, main, 'header')))
    footers.push(...(await marginals(context, main, 'footer')))
    await opened.read(main, body)
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    isCut = true
  }
  for (const block of [...body.blocks, ...context.notes.rest(), ...footers]) blocks.push(block)
  return { blocks, isCut }
}

async function readNotes(context: StoryContext, part: string, kind: 'footnote' | 'endnote' | 'comment'): Promise<void> {
  const story = new Story(context, part)
  let note: Attributes = {}
  await context.opened.read(part, {
    text: story.text,
    open: (name, attributes) => {
      if (name === `w:${kind}`) {
        note = attributes
        story.begin()
      } else story.open(name, attributes)
    },
    close: (name) => {
      if (name !== `w:${kind}`) return story.close(name)
      const blocks = story.end()
      // Lines that separate notes from the text are notes of other types.
      if ((note['w:type'] ?? 'normal') !== 'normal') return
      context.notes.add(kind, note['w:id'] ?? '', kind === 'comment' ? signed(blocks, note) : blocks)
    }
  })
}

/** A remark begins with who made it, and when. */
function signed([first, ...others]: readonly Block[], note: Attributes): readonly Block[] {
  if (!first) return []
  const day = /^\d{4}-\d{2}-\d{2}/.exec(note['w:date'] ?? '')?.[0]
  const by = [note['w:author']?.trim(), day].filter((part) => part).join(', ')
  return [by === '' ? first : prefixed(first, `${by}: `), ...others]
}

/** Headers or footers of all sections, each text once. */
async function marginals(context: StoryContext, main: string, kind: 'header' | 'footer'): Promise<Block[]> {
  const seen = new Set<string>()
  const blocks: Block[] = []
  for (const part of context.opened.related(main, kind)) {
    const story = new Story(context, part)
    await context.opened.read(part, story)
    const text = readerText(story.blocks)
    if (seen.has(text)) continue
    seen.add(text)
    for (const block of story.blocks) blocks.push({ ...block, role: kind })
  }
  return blocks
}

/** Parts in other formats that are to stand in the text and are not read there. */
function chunksOf(opened: Package, main: string): string[] {
  return opened.related(main, 'aFChunk').filter((part) => !isTextChunk(opened, part))
}

type Reading = Readonly<{
  opened: Package
  context: StoryContext
  blocks: readonly Block[]
  isCut: boolean
  properties: PackageProperties
  embedded: number
}>

function finish({ opened, context, blocks, isCut, properties, embedded }: Reading): Found {
  const { metadata, facts, lines } = properties
  const rest = [...context.unseen, ...lines]
  const isRtl = context.bidiParagraphs * 2 > context.paragraphs
  const attachments: Fact[] = embedded > 0 ? [{ name: 'attachments', value: String(embedded) }] : []
  const { language, bidiLanguage } = context.styles
  return {
    blocks,
    allText: rest.length === 0 ? null : `${readerText(blocks)}\n${rest.join('\n')}`,
    charset: null,
    metadata: {
      ...metadata,
      title: metadata.title ?? titleOf(blocks),
      language: metadata.language ?? (isRtl ? (bidiLanguage ?? language) : language)
    },
    direction: context.paragraphs === 0 ? null : isRtl ? 'rtl' : 'ltr',
    simplified: partlyRead(opened, blocks.length === 0, isCut ? CUT : null),
    originalView: null,
    remoteResources: remoteTargets(opened),
    facts: [...facts, ...attachments]
  }
}

/** A heading among the first things that are said. */
function titleOf(blocks: readonly Block[]): string | null {
  const said = blocks.filter(({ role, kind }) => role === undefined && kind !== 'image').slice(0, 3)
  return (
    said
      .find(({ kind }) => kind === 'heading')
      ?.text.replace(/\s+/g, ' ')
      .slice(0, 300) ?? null
  )
}
