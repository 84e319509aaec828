import type { ErrorCode } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'

/** What a copy that leaves the archive is: the original byte for byte, without what tells of its makers, or its text alone. */
export const COPY_KINDS = ['exact', 'clean', 'text'] as const
export type CopyKind = (typeof COPY_KINDS)[number]

/** What something in a file that nobody sees in the document tells of, most telling first. */
export const TRACE_KINDS = [
  'place',
  'author',
  'device',
  'time',
  'path',
  'program',
  'title',
  'description',
  'thumbnail',
  'maker-note',
  'camera-settings',
  'packet',
  'revision',
  'id',
  'signature',
  'printer',
  'other'
] as const
export type TraceKind = (typeof TRACE_KINDS)[number]

/** One thing in a file that nobody sees in the document. `name` is what the format calls it; `value` null where it is no text. */
export type Trace = Readonly<{ kind: TraceKind; name: string; value: string | null }>

/** What a cleaned copy still tells. The window words each. */
export const REMAINDER_CODES = [
  'seen',
  'text-in-picture',
  'sensor',
  'compression',
  'colour-profile',
  'orientation',
  'names-in-text',
  'comments',
  'tracked-changes',
  'hidden',
  'links',
  'pictures-inside',
  'pictures-uncleaned',
  'embedded-files',
  'macros',
  'scripts',
  'form',
  'structure'
] as const
export type RemainderCode = (typeof REMAINDER_CODES)[number]
export type Remainder = Readonly<{ code: RemainderCode; detail: string | null }>

/** Why there can be no copy without metadata. */
export const UNCLEAN_REASONS = [
  'heic',
  'raw',
  'film',
  'sound',
  'mail',
  'page',
  'plain-text',
  'holder',
  'older-office',
  'locked',
  'too-large',
  'not-understood',
  'other-type'
] as const
export type UncleanReason = (typeof UNCLEAN_REASONS)[number]

/** What a copy without metadata would be, told from the file itself. */
export type CleanPreview =
  | Readonly<{ isPossible: true; removed: readonly Trace[]; remains: readonly Remainder[] }>
  | Readonly<{ isPossible: false; reason: UncleanReason }>

export type CopyPreview = Readonly<{ id: DocumentId; sha256: string; clean: CleanPreview; hasText: boolean }>

/** A copy that was written and read again. */
export type SavedCopy = Readonly<{
  id: DocumentId
  kind: CopyKind
  /** File name, without its folder. */
  name: string
  sizeBytes: number
  /** Of the copy as it lies on the disk. */
  sha256: string
  original: string
  removed: readonly Trace[]
  remains: readonly Remainder[]
  /** What our own readers found in the written copy that should be gone; empty as it should be. */
  left: readonly Trace[]
}>

export type UnsavedCopy = Readonly<{ id: DocumentId; reason: UncleanReason | 'no-text' | ErrorCode }>

export type SavedCopies = Readonly<{
  copies: readonly SavedCopy[]
  /** Those of which no copy was written. Nothing else is written in their place. */
  refused: readonly UnsavedCopy[]
  /** Names of the lists of copies that were written beside them. */
  lists: readonly string[]
}>

export type CopyProgress = Readonly<{ done: number; total: number }>

/** How many of some documents there can be copies of each kind of, by their types alone. */
export type CopySurvey = Readonly<{ total: number; cleanable: number; withText: number }>
