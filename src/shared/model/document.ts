import type { Fact } from '#shared/model/fact'
import type { Holder, Relation } from '#shared/model/family'
import type { DocumentId, FolderId, ImportId, TagId } from '#shared/model/ids'

export type Direction = 'ltr' | 'rtl'

/** How a document is shown as it looked: in the sandboxed frame, as pictures of its pages, as tables, or played. */
export type OriginalView = 'page' | 'pages' | 'table' | 'media'

/** What stands between a document and being searched: `searchable` nothing; the others each explain themselves under Needs attention. */
export type DocumentStatus =
  /** Has text, all of it indexed. */
  | 'searchable'
  /** Has text, indexed, but too large or too deep for a structured reader view: shown as plain text. */
  | 'simplified'
  /** Readable format without any text: an empty file, a page of pictures, a photograph in which OCR found no words. */
  | 'no-text'
  /** There to hold other files (an archive, a mailbox): those are documents of their own. */
  | 'container'
  /** A picture or scan that waits for OCR. What text it has besides is indexed. */
  | 'needs-ocr'
  /** Needs a password. */
  | 'locked'
  /** Sound or moving pictures: kept and described; it has no text. */
  | 'media'
  /** Kept byte for byte, of a type that this version can not read yet. */
  | 'not-readable-yet'
  /** Kept byte for byte; reading it failed (damaged, took too long, used too much memory). */
  | 'failed'

/** Fields a person may correct. A correction is kept beside what was extracted and wins over it, also after the document is read again. */
export const CORRECTABLE_FIELDS = ['title', 'author', 'publisher', 'date', 'language', 'sourceUrl'] as const
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number]

/** A place where these bytes were seen. */
export type Sighting = Readonly<{
  /** The path as it was at import, absolute, with the separators of the machine it came from. */
  path: string
  folderId: FolderId
  importId: ImportId
  /** Milliseconds since 1970, of the file when it was imported. */
  modifiedAt: number
  seenAt: number
}>

export type TagRef = Readonly<{
  id: TagId
  name: string
  color: TagColor
  /** Documents with this tag are shown only after they were asked for. */
  isWarning: boolean
}>

export const TAG_COLORS = ['rust', 'blue', 'violet', 'green', 'amber', 'teal', 'rose', 'slate'] as const
export type TagColor = (typeof TAG_COLORS)[number]

export type Tag = TagRef & Readonly<{ documents: number }>

/** A row of the results list: what a card shows, without the text. */
export type DocumentSummary = Readonly<{
  id: DocumentId
  title: string
  author: string | null
  publisher: string | null
  /** ISO 8601, as precise as the document was: `2020`, `2020-12` or `2020-12-09`. Null when unknown; never invented. */
  date: string | null
  /** BCP 47 language tag, or `und` when unknown. */
  language: string
  direction: Direction
  mediaType: string
  status: DocumentStatus
  /** File name of the first sighting. */
  fileName: string
  /** Path of the first sighting. */
  path: string
  isRead: boolean
  isStarred: boolean
  tags: readonly TagRef[]
  /** Tags that warn, of the files it lies in on any level and not its own: what a message warns of is in its attachments. */
  heldWarnings: readonly TagRef[]
  /** The file that holds it, for "in …" on its card; null for a file on disk. */
  holder: Readonly<{ id: DocumentId; title: string; relation: Relation }> | null
}>

/** Everything the reader and the inspector show of one document, text apart. */
export type DocumentDetail = DocumentSummary &
  Readonly<{
    sourceUrl: string | null
    sizeBytes: number
    /** SHA-256 of the original, lower-case hex. */
    sha256: string
    charset: string | null
    /** True where a person chose the character set. */
    charsetChosen: boolean
    wordCount: number
    importedAt: number
    importId: ImportId
    sightings: readonly Sighting[]
    /** Fields where the value above is a person's correction, with what was extracted. */
    corrected: Readonly<Partial<Record<CorrectableField, string | null>>>
    /** Why the document needs attention; null when it does not. */
    problem: Problem | null
    /** How it can be shown as it looked; null when only its text can be shown. */
    originalView: OriginalView | null
    /** Pages, slides or sheets; null for what has none. */
    pageCount: number | null
    facts: readonly Fact[]
    /** Languages of its longer stretches, most text first, when there is more than one. */
    languages: readonly string[]
    /** The format that read it, a key of the table of formats (`extract/formats.ts`); null when none did. */
    format: string | null
    /** Files it holds as documents of their own. */
    members: number
    /** The nearest files that hold it; empty for a file on disk. */
    heldBy: readonly Holder[]
    /** OCR languages a person chose for it; null for those of its folder or the archive. */
    ocrLanguages: readonly string[] | null
    /** OCR of its pages; null when none was asked for. `confidence` is the mean, 0 to 100. */
    ocr: Readonly<{
      waiting: number
      done: number
      failed: number
      confidence: number | null
      languages: readonly string[]
    }> | null
    /** Addresses the saved page would have loaded from the network, which Sanad refuses. */
    remoteResources: readonly string[]
  }>

/** One row of Needs attention, or of a receipt. */
export type Problem = Readonly<{
  path: string
  /** A stable code; the window words it. See `PROBLEM_CODES`. */
  code: ProblemCode
  /** A plain English sentence naming the file's trouble, for logs and the command line. */
  message: string
  documentId: DocumentId | null
}>

export const PROBLEM_CODES = [
  'not-readable-yet',
  'no-text',
  'needs-ocr',
  'ocr-failed',
  'locked',
  'wrong-password',
  'partly-read',
  'bomb',
  'too-many-files',
  'nested-too-deep',
  'empty-file',
  'too-large',
  'too-complex',
  'damaged',
  'timed-out',
  'out-of-memory',
  'reader-crashed',
  'permission-denied',
  'vanished',
  'changed-while-reading',
  'not-a-regular-file',
  'link-not-followed',
  'io-error'
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]
