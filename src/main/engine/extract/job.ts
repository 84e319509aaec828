/**
 * What crosses the line between the engine and the processes that parse untrusted files.
 *
 * Messages are one byte array each (`v8.serialize`), so that the main process passes them on without reading them.
 * A job names a file inside the archive's `originals`, never the source path: what is read is what is kept. (A list for a roll-call is
 * not kept, and a copy that was saved is read where it lies: the only exceptions.) Of an encrypted archive a job holds the key of its one
 * file, and one for what is taken out of it.
 */
import type { SealGroup } from '#engine/sealed/sealed-format'
import type { StoredFile } from '#engine/sealed/stored-file'
import type { PackedText } from '#engine/text/packed-text'
import type { Remainder, Trace } from '#shared/model/copy'
import type { Direction, DocumentStatus, OriginalView, ProblemCode } from '#shared/model/document'
import type { Fact } from '#shared/model/fact'
import type { Relation } from '#shared/model/family'
import type { OutlineItem, PageSize } from '#shared/model/page-layer'
import type { Attempt } from '#shared/model/refusals'
import type { ListChoice, ListReading, RollCallMode } from '#shared/model/rollcall'

/** What a file that stood inside another was said to be there: a part's headers, a capture's address. */
export type Declared = Readonly<{
  mediaType: string | null
  charset: string | null
  sourceUrl: string | null
  /** ISO 8601 with time, as precise as known. */
  capturedAt: string | null
  /** What the server answered, where that was not the usual 200. */
  httpStatus?: number
}>

/** Text that OCR read on one page. */
export type OcrText = Readonly<{ page: number; text: string }>

/** A word on a page. Offsets count UTF-16 code units of the page's own text: its blocks joined as `readerText` joins them. */
export type LaidWord = Readonly<{ start: number; end: number; x: number; y: number; width: number; height: number }>

/** `references` from the oldest to the nearest, `In-Reply-To` last. */
export type MessageIds = Readonly<{ messageId: string | null; references: readonly string[] }>

/** How much may still be taken out of a file, all levels together. */
export type Room = Readonly<{
  bytes: number
  files: number
  /** Archives that may still be opened inside each other. */
  archives: number
  /** Levels of any kind that may still be opened. */
  levels: number
}>

/** For what a file holds: the absolute path of a folder, made when it holds something, and what is sealed with (null: stays plain). */
export type SpoolPlace = Readonly<{ path: string; seal: SealGroup | null }>

/** Names the file to read, as the archive knows it. */
type Reading = Readonly<{
  /** The original; its path is absolute. */
  file: StoredFile
  /** File name as it was in the source: tie-break for the type, last resort for the title. */
  name: string
  /** Character set a person chose, or null to guess. */
  charset: string | null
  password: string | null
  declared: Declared | null
}>

/** For looking at a document that was read before. */
type Looking = Reading & Readonly<{ mediaType: string }>

/** What a parser process is asked to do, one job at a time. */
export type ExtractJob =
  | (Reading &
      Readonly<{
        task: 'extract'
        ocr: readonly OcrText[]
        /** Null: nothing is taken out. */
        spool: SpoolPlace | null
        room: Room
      }>)
  /** Sanitised HTML of the Original view. */
  | (Looking &
      Readonly<{
        task: 'page'
        /** Prefix put before the key of each resource, e.g. `sanad-page://7/`. */
        resourceBase: string
        /** Keys of the resources saved with the page: paths relative to it, decoded, with `/`, or absolute addresses. */
        resources: readonly string[]
      }>)
  /** A picture or style sheet inside the file, by the key that a block or a page names. */
  | (Looking & Readonly<{ task: 'part'; key: string; resourceBase: string; resources: readonly string[] }>)
  /** The style sheet of a saved page, a file of its own, filtered. */
  | Readonly<{ task: 'stylesheet'; file: StoredFile; key: string; resourceBase: string; resources: readonly string[] }>
  | (Looking & Readonly<{ task: 'pages' }>)
  | (Looking & Readonly<{ task: 'words'; page: number }>)
  | (Looking & Readonly<{ task: 'bitmap'; page: number; width: number }>)
  /**
   * Reads the words in the picture of one page (1-based). `languages` are Tesseract's codes: `chosen` by a person, or those of what
   * lies around it, the commonest first, of which the ones that fit its script are taken.
   */
  | (Looking & Readonly<{ task: 'ocr'; page: number; languages: readonly string[]; chosen: boolean }>)
  /** A copy without metadata, made and read again; `bytes`: whether it is wanted itself. */
  | Readonly<{ task: 'clean'; file: StoredFile; mediaType: string; bytes: boolean }>
  /** What metadata tells of the makers of a file: of an original, or of a copy that was written outside the archive. */
  | Readonly<{ task: 'traces'; file: StoredFile; mediaType: string }>
  /** The beginning of any file as text, for looking at what no format reads. */
  | Readonly<{ task: 'plain-text'; file: StoredFile; charset: string | null; limit: number }>
  /** A list for a roll-call, read where it lies (the one job on a file that is not in the archive): `name` helps to tell its type. */
  | Readonly<{ task: 'list'; file: StoredFile; name: string; choice: ListChoice; mode: RollCallMode }>

/** What a file holds, put into the spool folder under the name `file`. */
export type FoundMember =
  | Readonly<{
      kind: 'document'
      file: string
      sizeBytes: number
      path: string
      relation: Relation
      declared: Declared | null
      modifiedAt: number | null
    }>
  | Readonly<{ kind: 'resource'; file: string; sizeBytes: number; key: string; mediaType: string | null }>
  | Readonly<{ kind: 'refused'; path: string; relation: Relation; code: ProblemCode; message: string }>

/** What the archive keeps of a file that was read. */
export type ExtractedDocument = Readonly<{
  status: DocumentStatus
  /** Null for `searchable` without anything to say. */
  problem: Readonly<{ code: ProblemCode; message: string }> | null
  /** By content. */
  mediaType: string
  /** The row of the format table that read it, and its version; null when none did. */
  format: string | null
  extractorVersion: number
  charset: string | null
  title: string | null
  author: string | null
  publisher: string | null
  date: string | null
  sourceUrl: string | null
  /** BCP 47, `und` when unknown. */
  language: string
  /** All languages of its longer stretches, most text first; empty when there is at most one. */
  languages: readonly string[]
  direction: Direction
  wordCount: number
  originalView: OriginalView | null
  /** Pages, slides or sheets; null for what has none. */
  pageCount: number | null
  facts: readonly Fact[]
  message: MessageIds | null
  /** 1-based pages that OCR should read, or has read. */
  scans: readonly number[]
  /** Addresses the page would have loaded; at most 200, each cut at 500 characters. */
  remoteResources: readonly string[]
  /** What can be read, packed; null without text. */
  text: PackedText | null
  /** Bytes of the text before packing (UTF-8, reader and all). */
  textBytes: number
  /** Index terms separated by single spaces, one string a column of the index (see `indexText`). */
  index: Readonly<{ title: string; people: string; body: string; rest: string }>
  members: readonly FoundMember[]
}>

/** What a parser process answers; `refused` to any job. */
export type ExtractAnswer =
  | Readonly<{ task: 'extract'; document: ExtractedDocument }>
  | Readonly<{ task: 'page'; html: string; attempts: readonly Attempt[] }>
  | Readonly<{ task: 'part'; mediaType: string; bytes: Uint8Array }>
  | Readonly<{ task: 'stylesheet'; css: string }>
  | Readonly<{ task: 'pages'; pages: readonly PageSize[]; outline: readonly OutlineItem[] }>
  | Readonly<{ task: 'words'; words: readonly LaidWord[] }>
  | Readonly<{ task: 'bitmap'; mediaType: string; bytes: Uint8Array }>
  /** `words` have offsets into `text`; `confidence` is the mean, 0 to 100, null without words; `languages` are those it was read in. */
  | Readonly<{
      task: 'ocr'
      text: string
      words: readonly LaidWord[]
      confidence: number | null
      languages: readonly string[]
    }>
  | Readonly<{ task: 'plain-text'; text: string; charset: string; cut: boolean }>
  | Readonly<{ task: 'list'; list: ListReading }>
  /** `left` is what is found in the copy that should be gone. */
  | Readonly<{
      task: 'clean'
      removed: readonly Trace[]
      remains: readonly Remainder[]
      left: readonly Trace[]
      bytes: Uint8Array | null
    }>
  | Readonly<{ task: 'traces'; traces: readonly Trace[] }>
  | Readonly<{ task: 'refused'; code: ProblemCode; message: string }>

/** The answers that a job can get. */
export type AnswerTo<J extends ExtractJob> =
  | Extract<ExtractAnswer, { task: J['task'] }>
  | Extract<ExtractAnswer, { task: 'refused' }>

/** Runs jobs outside this thread. Never rejects for what is in a file: a parser that hangs, grows or dies answers `refused`. */
export type Extractor = Readonly<{
  run<J extends ExtractJob>(job: J): Promise<AnswerTo<J>>
  /** How many jobs it is useful to have under way at once. */
  width: number
}>
