import { type FormatReader, type Found, NOTHING_FOUND, type Source } from '#engine/extract/found'
import { spoolAttachments } from '#engine/extract/pdf/attachments'
import { commentsOnPage } from '#engine/extract/pdf/comments'
import { withForm } from '#engine/extract/pdf/form'
import { headingLevels } from '#engine/extract/pdf/headings'
import { metadataOf } from '#engine/extract/pdf/metadata'
import { failureOf, type OpenPdf, PdfiumFailed, PdfRefused, withPdf } from '#engine/extract/pdf/open-pdf'
import { outlineOf } from '#engine/extract/pdf/outline'
import { bitmapOf } from '#engine/extract/pdf/page-bitmap'
import type { PageLayout, PageParagraph } from '#engine/extract/pdf/page-layout'
import { layoutOf, pageSizes, withPage, wordsOnPage } from '#engine/extract/pdf/pages'
import { pictureShare } from '#engine/extract/pdf/pictures-of-page'
import { xfaValues } from '#engine/extract/pdf/xfa-data'
import type { Spool } from '#engine/extract/spool'
import { BLOCK_SEPARATOR, type Block } from '#shared/model/block'
import type { Fact } from '#shared/model/fact'

/** A page with fewer characters than this and a picture is a scan with a stamp or a page number on it. */
const FEW_CHARACTERS = 24
/** The picture of a scan covers at least this share of the page. */
const PICTURE = 0.2

/**
 * PDF, by PDFium: page by page in the order of the page's content. Pages that are pictures, or whose characters have no meaning, are
 * listed for OCR. Nothing in a document runs: this PDFium has no JavaScript and no XFA, and actions are never looked at.
 */
export const pdf: FormatReader = {
  extract: async (source, spool) => {
    try {
      return await withPdf(source, (open) => extract(open, source, spool))
    } catch (error) {
      if (error instanceof PdfRefused && error.code !== 'damaged') return locked(error)
      throw error
    }
  },
  pages: (source) => withPdf(source, (open) => ({ pages: pageSizes(open), outline: outlineOf(open) })),
  words: (source, page) => withPdf(source, (open) => withPage(open, page, (loaded) => legibleWords(open, loaded)) ?? []),
  bitmap: (source, page, width) =>
    withPdf(source, (open) => {
      const bytes = withPage(open, page, (loaded) => bitmapOf(open, loaded, width))
      if (!bytes) throw new Error(`Page ${page} is damaged.`)
      return { mediaType: 'image/bmp', bytes }
    })
}

const EMPTY = {
  allText: null,
  charset: null,
  direction: null,
  originalView: 'pages',
  remoteResources: []
} as const satisfies Partial<Found>

function locked({ code, message }: PdfRefused): Found {
  const simplified = code === 'wrong-password' ? { code, message } : null
  return { ...EMPTY, blocks: [], metadata: NOTHING_FOUND, simplified, originalView: null, locked: true }
}

async function extract(open: OpenPdf, source: Source, spool: Spool): Promise<Found> {
  const { metadata, facts } = metadataOf(open, source)
  const attachments = await spoolAttachments(open, spool)
  const counted: Fact[] = attachments > 0 ? [...facts, { name: 'attachments', value: String(attachments) }] : facts
  const { pages, missing } = readPages(open)
  // A folder of files can do without pages.
  if (pages.length === 0 && attachments === 0) throw new PdfRefused('damaged', 'It has no page that can be read.')
  const last = pages.at(-1)?.number ?? 1
  const levels = headingLevels(pages.flatMap(({ paragraphs }) => paragraphs))
  return {
    ...EMPTY,
    blocks: [
      ...pages.flatMap((page) => blocksOf(page, source, levels)),
      ...xfaValues(open).map((text): Block => ({ kind: 'paragraph', text, role: 'comment', page: last }))
    ],
    metadata,
    facts: counted,
    pageCount: open.pageCount,
    scans: pages.filter(({ isScan }) => isScan).map(({ number }) => number),
    simplified: missing === null ? null : { code: 'partly-read', message: missing }
  }
}

type ReadPage = Readonly<{ number: number; isScan: boolean; paragraphs: readonly PageParagraph[]; comments: readonly string[] }>

/** All pages that can be read, and a sentence when some can not. */
function readPages(open: OpenPdf): { pages: ReadPage[]; missing: string | null } {
  const pages: ReadPage[] = []
  try {
    return withForm(open, (form) => {
      for (let number = 1; number <= open.pageCount; number++) {
        const page = withPage(open, number, (loaded) => readPage(open, number, loaded, form))
        if (page) pages.push(page)
      }
      const damaged = open.pageCount - pages.length
      return { pages, missing: damaged === 0 ? null : `Of its ${open.pageCount} pages ${damaged} can not be read.` }
    })
  } catch (error) {
    const failure = failureOf(open.pdfium, error)
    if (!(failure instanceof PdfiumFailed) || pages.length === 0) throw failure
    return { pages, missing: `It was read up to page ${pages.length} of ${open.pageCount}. ${failure.message}` }
  }
}

function readPage(open: OpenPdf, number: number, loaded: number, form: number): ReadPage {
  const layout = layoutOf(open, loaded, 'paragraphs')
  const isGarbage = isIllegible(layout)
  const isScan = isGarbage || (layout.readable < FEW_CHARACTERS && pictureShare(open, loaded) >= PICTURE)
  const paragraphs = isGarbage ? [] : layout.paragraphs
  return { number, isScan, paragraphs, comments: commentsOnPage(open, loaded, form) }
}

/** Most of its characters have no meaning: it was made with a font that does not tell what its letters are. */
function isIllegible({ readable, unreadable }: PageLayout): boolean {
  return unreadable > readable
}

function legibleWords(open: OpenPdf, loaded: number): ReturnType<typeof wordsOnPage> {
  return isIllegible(layoutOf(open, loaded, 'paragraphs')) ? [] : wordsOnPage(open, loaded)
}

/** What OCR read on a page comes first, so that places in it count from the beginning of the page's text. */
function blocksOf(page: ReadPage, source: Source, levelOf: (paragraph: PageParagraph) => number | undefined): Block[] {
  const place = { page: page.number }
  const read = source.ocr.find(({ page: number }) => number === page.number)?.text ?? ''
  const ocr = page.isScan && read !== '' ? read.split(BLOCK_SEPARATOR) : []
  return [
    ...ocr.map((text): Block => ({ kind: 'paragraph', text, ...place })),
    ...page.paragraphs.map((paragraph): Block => {
      const level = levelOf(paragraph)
      return level === undefined
        ? { kind: 'paragraph', text: paragraph.text, ...place }
        : { kind: 'heading', text: paragraph.text, level, ...place }
    }),
    ...page.comments.map((text): Block => ({ kind: 'paragraph', text, role: 'comment', ...place }))
  ]
}
