import type { DocumentId, FolderId, ImportId, TagId } from '#shared/model/ids'

export type Direction = 'ltr' | 'rtl'

/** What stands between a document and being searched: `searchable` nothing; the others each explain themselves under Needs attention. */
export type DocumentStatus =
  /** Has text, all of it indexed. */
  | 'searchable'
  /** Has text, indexed, but too large or too deep for a structured reader view: shown as plain text. */
  | 'simplified'
  /** Readable format without any text: an empty file, a page of pictures. */
  | 'no-text'
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

export type TagRef = Readonly<{ id: TagId; name: string; color: TagColor }>

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
    /** Whether an Original view exists (HTML documents). */
    hasOriginalView: boolean
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
