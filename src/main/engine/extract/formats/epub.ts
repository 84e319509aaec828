import { decodeText } from '#engine/extract/charset/charset'
import type { BookContent } from '#engine/extract/epub/book'
import { htmlOfChapter } from '#engine/extract/epub/chapter-markup'
import { type OpenBook, openBook } from '#engine/extract/epub/open-book'
import { type Chapter, readChapter } from '#engine/extract/epub/read-chapter'
import { withContents } from '#engine/extract/epub/with-contents'
import type { FilePart, FormatReader, Found, Source } from '#engine/extract/found'
import { visibleText } from '#engine/extract/html/visible-text'
import { isPicture } from '#engine/extract/image/picture-types'
import { embeddedPicture } from '#engine/extract/original/embedded-picture'
import { type Block, readerText } from '#shared/model/block'
import { restOfText } from '#shared/text/rest-of-text'

/** Markup of all chapters together; the longest novels have ten megabytes. */
const MOST_MARKUP = 128 * 1024 * 1024

const EMBEDDED = /^(.+)#(embedded:\d{1,6})$/s

const DRM =
  'This book is locked with copy protection, which Sanad can not open. The file is kept; a copy without protection can be imported beside it.'

/** EPUB 2 and 3: the chapters in the order of the spine, under the titles of the table of contents. Nothing in a book runs. */
export const epub: FormatReader = {
  extract: async (source) => await extractBook(await openBook(source.file), source),
  part: partOf
}

async function extractBook(open: OpenBook, source: Source): Promise<Found> {
  const { book } = open
  const { chapters, missing, locked, isCut } = await readChapters(open, source)
  const read = chapters.length > 0
  if (!read && locked === 0) throw new Error('none of its chapters can be read.')
  const blocks = chapters.flatMap(({ blocks: own }) => own)
  const { title, author, publisher, date, sourceUrl } = book
  const language = book.language ?? chapters.find((chapter) => chapter.language !== null)?.language ?? null
  return {
    blocks,
    allText: allTextOf(open, chapters, blocks),
    charset: null,
    metadata: { title, author, publisher, date, sourceUrl, language },
    direction: chapters.find(({ direction }) => direction !== null)?.direction ?? book.direction,
    simplified: read
      ? (partlyRead(open, missing, locked, isCut) ?? chapters.find(({ simplified }) => simplified)?.simplified ?? null)
      : { code: 'locked', message: DRM },
    originalView: null,
    remoteResources: [],
    facts: book.facts,
    ...(read ? {} : { locked: true })
  }
}

type Chapters = { chapters: Chapter[]; missing: number; locked: number; isCut: boolean }

async function readChapters(open: OpenBook, source: Source): Promise<Chapters> {
  const result: Chapters = { chapters: [], missing: 0, locked: 0, isCut: false }
  const contents = new Map<string, BookContent[]>()
  for (const content of open.contents) {
    const known = contents.get(content.path)
    if (known) known.push(content)
    else contents.set(content.path, [content])
  }
  let markup = 0
  for (const path of open.book.spine) {
    const entry = open.find(path)
    if (open.isLocked(path) || entry?.isEncrypted) {
      result.locked += 1
      continue
    }
    markup += entry?.size ?? 0
    if (markup > MOST_MARKUP) return { ...result, isCut: true }
    const chapter = await readOne(open, path, source, contents.get(path) ?? [])
    if (chapter) result.chapters.push(chapter)
    else result.missing += 1
  }
  return result
}

/** Undefined for a chapter that is missing or damaged. */
async function readOne(
  open: OpenBook,
  path: string,
  source: Source,
  contents: readonly BookContent[]
): Promise<Chapter | undefined> {
  const entry = open.find(path)
  if (!entry) return undefined
  const type = open.book.items.get(path)?.mediaType ?? ''
  if (isPicture(type)) return plainChapter([{ kind: 'image', text: '', resource: path }], '')
  let bytes: Uint8Array
  try {
    bytes = open.read(entry)
  } catch {
    // The others are read; that one is missing is said with them.
    return undefined
  }
  const { text } = await decodeText(bytes, source.charset, true)
  // The letters in a drawing are text; as a page it would have none.
  if (type === 'image/svg+xml') return drawing(text)
  const chapter = readChapter(text, path, (wanted) => open.find(wanted) !== undefined)
  return { ...chapter, blocks: withContents(chapter.blocks, contents) }
}

function drawing(markup: string): Chapter {
  const text = visibleText(markup.replaceAll(/<(\/?)(?:\w+:)?(?:svg|title|desc|text)(?=[\s>])/gi, '<$1p'))
  return plainChapter(
    text.split('\n').flatMap((line): Block[] => (line === '' ? [] : [{ kind: 'paragraph', text: line }])),
    text
  )
}

function plainChapter(blocks: readonly Block[], text: string): Chapter {
  return { blocks, text, direction: null, language: null, simplified: null }
}

/** Null when the Reader shows it all: chapters, table of contents and what the book says of itself. */
function allTextOf({ book, contents }: OpenBook, chapters: readonly Chapter[], blocks: readonly Block[]): string | null {
  const reader = readerText(blocks)
  const about = book.facts.map(({ value }) => value)
  const titles = new Set(contents.map(({ title }) => title))
  const shown = new Set(reader.split('\n'))
  const all = [...chapters.map(({ text }) => text), ...[...titles].filter((title) => !shown.has(title)), ...about].join('\n')
  const rest = restOfText(all, reader)
  return rest === '' ? null : `${reader}\n\n${rest}`
}

function partlyRead(open: OpenBook, missing: number, locked: number, isCut: boolean): Found['simplified'] {
  const all = open.book.spine.length
  const troubles = [
    missing > 0 ? `Chapters that are missing or damaged: ${missing} of ${all}.` : '',
    locked > 0 ? `Chapters that are locked with copy protection, which Sanad can not open: ${locked} of ${all}.` : '',
    isCut ? 'It is too long to be read to its end.' : '',
    open.book.damage === null ? '' : 'The list of its chapters is damaged and was read up to there.',
    open.damage ?? ''
  ].filter((trouble) => trouble !== '')
  return troubles.length === 0 ? null : { code: 'partly-read', message: troubles.join(' ') }
}

async function partOf(source: Source, key: string): Promise<FilePart | undefined> {
  const open = await openBook(source.file)
  const [, chapter, embedded] = EMBEDDED.exec(key) ?? []
  const entry = open.find(chapter ?? key)
  if (!entry || open.isLocked(entry.name)) return undefined
  const bytes = open.read(entry)
  if (embedded !== undefined)
    return embeddedPicture(htmlOfChapter((await decodeText(bytes, source.charset, true)).text), embedded)
  const type = open.book.items.get(key)?.mediaType ?? 'application/octet-stream'
  // Chapters and styles are not asked for; a drawing can hold more than a picture.
  return type.startsWith('image/') && type !== 'image/svg+xml' ? { mediaType: type, bytes } : undefined
}
