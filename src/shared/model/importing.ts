import type { ErrorCode } from '#shared/errors'
import type { Problem } from '#shared/model/document'
import type { FolderId, ImportId } from '#shared/model/ids'

/** What a look into the chosen files found, before anything is imported. */
export type ImportPreview = Readonly<{
  /** Names this choice in `import.start`; the paths stay in the main process. Valid until the next choice. */
  choiceId: string
  /** Folder or file name, for headings. */
  name: string
  files: number
  sizeBytes: number
  /** Number of files by kind of file, most frequent first; kinds by extension only, as a first look. */
  kinds: readonly Readonly<{ kind: string; files: number }>[]
  /** True when the look stopped early because there are very many files; `files` is then a lower bound. */
  partial: boolean
}>

export type ImportState = 'walking' | 'running' | 'paused' | 'finished' | 'cancelled' | 'interrupted' | 'failed'

/**
 * The counts of an import. They partition its files:
 * `files = documents + copies + withoutText + failed`.
 */
export type ImportCounts = Readonly<{
  /** Regular files met so far, plus entries that could not be looked at. */
  files: number
  /** New documents whose text is searchable, or whose contents are documents of their own. */
  documents: number
  /** Files whose bytes the archive already had, at this path or another. */
  copies: number
  /** Kept, without text of their own: empty files, pictures, sound, and what belongs to a saved page. */
  withoutText: number
  /** Not readable (yet): each has a row with the reason. */
  failed: number
  /** Of `copies`: same path, same bytes as before. */
  unchanged: number
  /** Of `withoutText` and `copies`: parts of saved pages. */
  parts: number
  /** Documents found inside other files (messages, attachments, files of archives, captured pages). They are not among `files`. */
  inside: number
  /** Of `inside`: not readable (yet); each has a row with the reason. */
  insideFailed: number
  /** Documents, on disk or inside others, with pages that wait for OCR; pictures among them count under `withoutText`. */
  scans: number
  /** Bytes of all files read. */
  bytes: number
}>

export type ImportProgress = Readonly<{
  importId: ImportId
  name: string
  state: ImportState
  counts: ImportCounts
  /** Files found by the walk; null until the walk has ended. */
  totalFiles: number | null
  filesPerSecond: number
  /** Null while unknown. */
  secondsLeft: number | null
  /** File name being worked on. */
  current: string | null
  /** Why it stopped, when its state is `failed`. */
  failure: ErrorCode | null
}>

/** One import as the archive remembers it. */
export type ImportRecord = Readonly<{
  id: ImportId
  name: string
  sources: readonly string[]
  state: ImportState
  counts: ImportCounts
  startedAt: number
  endedAt: number | null
  /** Why it stopped, when its state is `failed`. */
  failure: ErrorCode | null
}>

/** The receipt: the record and a row for each file that is not simply searchable, at most `RECEIPT_ROWS` of them. */
export type ImportReceipt = ImportRecord & Readonly<{ problems: readonly Problem[]; problemTotal: number; seconds: number }>

export type FolderNode = Readonly<{
  id: FolderId
  parentId: FolderId | null
  name: string
  /** Documents in this folder and all below it. */
  documents: number
  /** `container`: not a folder on disk but a file that holds others. */
  kind: 'folder' | 'container'
  /** OCR languages chosen for it and what is below it; null when none were. */
  ocrLanguages: readonly string[] | null
}>
