import type { Declared, LaidWord, MessageIds, OcrText } from '#engine/extract/job'
import type { OpenFile } from '#engine/extract/read-file'
import type { Spool } from '#engine/extract/spool'
import type { Block } from '#shared/model/block'
import type { ProblemCode } from '#shared/model/document'
import type { Fact } from '#shared/model/fact'
import type { OutlineItem, PageSize } from '#shared/model/page-layer'

/** What a document says of itself; null where it says nothing. */
export type FoundMetadata = Readonly<{
  title: string | null
  author: string | null
  publisher: string | null
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string | null
  sourceUrl: string | null
  /** The language the document declares, BCP 47. */
  language: string | null
}>

/** Of a document that says nothing of itself. */
export const NOTHING_FOUND: FoundMetadata = {
  title: null,
  author: null,
  publisher: null,
  date: null,
  sourceUrl: null,
  language: null
}

/** A file as a format reads it. */
export type Source = Readonly<{
  file: OpenFile
  /** All bytes, read once and kept. Formats of large containers read from `file` instead. */
  bytes: () => Uint8Array
  /** File name in the source, for what the bytes do not tell. */
  name: string
  mediaType: string
  /** Character set a person chose. */
  charset: string | null
  /** Typed by a person for a locked file. */
  password: string | null
  declared: Declared | null
  /** What OCR has read so far, for pages without text of their own. */
  ocr: readonly OcrText[]
}>

/** What a format found in a file, before it is folded and packed. */
export type Found = Readonly<{
  blocks: readonly Block[]
  /** All visible text; null when it is the same as the reader text. */
  allText: string | null
  charset: string | null
  metadata: FoundMetadata
  /** The direction the document declares. */
  direction: 'ltr' | 'rtl' | null
  /** Why it is not read in full or not in structure, when so. */
  simplified: Readonly<{ code: ProblemCode; message: string }> | null
  originalView: OriginalViewKind | null
  remoteResources: readonly string[]
  /** Facts for the inspector, in the order they are shown. Default none. */
  facts?: readonly Fact[]
  /** Pages, slides or sheets; absent for what has none. */
  pageCount?: number
  /** 1-based pages without a text layer, which OCR should read; `ocr` in the source counts as text, but keeps the page listed here. */
  scans?: readonly number[]
  /** Set for a file that is there to hold others (an archive, a mailbox, a web archive): its members were put into the spool. */
  isContainer?: boolean
  /** For mail. Ids without angle brackets. */
  message?: MessageIds
  /** The text has not been extracted because the file is locked: no password, or a wrong one. */
  locked?: boolean
}>

/** What is found in a file without text of its own: containers and locked files say the rest. */
export const EMPTY_FOUND: Found = {
  blocks: [],
  allText: null,
  charset: null,
  metadata: NOTHING_FOUND,
  direction: null,
  simplified: null,
  originalView: null,
  remoteResources: []
}

/** How a document can be shown as it looked: `page` in the sandboxed frame, `pages` as pictures with a text layer, `table`, `media` (plays). */
export type OriginalViewKind = 'page' | 'pages' | 'table' | 'media'

/** A part of a file, as it is served to the window. Its type is told from its bytes again before it is. */
export type FilePart = Readonly<{ mediaType: string; bytes: Uint8Array }>

/** HTML inside a file, for the Original view; `baseUrl` resolves its relative addresses against the keys of its resources. */
export type PageHtml = Readonly<{ html: string; baseUrl: string | null; resources: readonly string[] }>

/** One page as a picture: 32-bit BMP, top-down. */
export type PageBitmap = FilePart

/**
 * Reads one format. Everything but `extract` is asked for when a person looks at the document, never while importing.
 * Each may throw: for a damaged file an Error whose message is a sentence. None writes anything but through the spool.
 */
export type FormatReader = Readonly<{
  extract: (source: Source, spool: Spool) => Found | Promise<Found>
  /** The part a block's `resource` (or a key of `html().resources`) names; undefined when there is none. */
  part?: (source: Source, key: string) => Promise<FilePart | undefined>
  html?: (source: Source) => Promise<PageHtml>
  /** Sizes of all pages in points, and the outline. */
  pages?: (source: Source) => Promise<Readonly<{ pages: readonly PageSize[]; outline: readonly OutlineItem[] }>>
  /** Words of a 1-based page with boxes as fractions of the page; their offsets agree with the blocks that `extract` made. */
  words?: (source: Source, page: number) => Promise<readonly LaidWord[]>
  /** The page, `width` pixels wide (at most 4,096). */
  bitmap?: (source: Source, page: number, width: number) => Promise<PageBitmap>
}>
