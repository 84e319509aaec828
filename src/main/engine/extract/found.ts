import type { Block } from '#shared/model/block'
import type { ProblemCode } from '#shared/model/document'

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
  bytes: Uint8Array
  /** File name in the source, for what the bytes do not tell. */
  name: string
  mediaType: string
  /** Character set a person chose. */
  charset: string | null
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
  /** Why there is no structured reader view, when so. */
  simplified: Readonly<{ code: ProblemCode; message: string }> | null
  hasOriginalView: boolean
  remoteResources: readonly string[]
}>

/** Reads one format. Pure: bytes in, findings out; throws only for files damaged beyond reading. */
export type Extract = (source: Source) => Found | Promise<Found>
