/**
 * What crosses the line between the engine and the processes that parse untrusted files.
 *
 * Messages are one byte array each (`v8.serialize`), so that the main process passes them on without reading them.
 * A job names a file inside the archive's `originals`, never the source path: what is read is what is kept.
 */
import type { Block } from '#shared/model/block'
import type { Direction, DocumentStatus, ProblemCode } from '#shared/model/document'

export type ExtractJob =
  | Readonly<{
      task: 'extract'
      /** Absolute path of the original. */
      file: string
      /** File name as it was in the source: tie-break for the type, last resort for the title. */
      name: string
      /** Character set a person chose, or null to guess. */
      charset: string | null
    }>
  /** Sanitised HTML of the Original view. */
  | Readonly<{
      task: 'page'
      file: string
      charset: string | null
      /** Prefix put before the key of each saved resource, e.g. `sanad-page://7/`. */
      resourceBase: string
      /** Keys of the resources saved with the page: paths relative to it, decoded, with `/`. */
      resources: readonly string[]
    }>
  /** The n-th picture embedded in the page as a data: address. */
  | Readonly<{ task: 'picture'; file: string; charset: string | null; index: number }>
  /** The style sheet of a saved page, filtered. */
  | Readonly<{ task: 'stylesheet'; file: string; key: string; resourceBase: string; resources: readonly string[] }>

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
  direction: Direction
  wordCount: number
  hasOriginalView: boolean
  /** Addresses the page would have loaded; at most 200, each cut at 500 characters. */
  remoteResources: readonly string[]
  /** Raw deflate of the UTF-8 JSON of `Block[]`; null without text. */
  blocks: Uint8Array | null
  /** Raw deflate of the UTF-8 of all visible text; null when it is the same string as the reader text. */
  allText: Uint8Array | null
  /** Bytes of the text before packing (UTF-8, reader and all). */
  textBytes: number
  /** Index terms separated by single spaces, one string a column of the index (see `indexText`). */
  index: Readonly<{ title: string; people: string; body: string; rest: string }>
}>

export type ExtractAnswer =
  | Readonly<{ task: 'extract'; document: ExtractedDocument }>
  | Readonly<{ task: 'page'; html: string; remoteResources: readonly string[] }>
  | Readonly<{ task: 'picture'; mediaType: string; bytes: Uint8Array }>
  | Readonly<{ task: 'stylesheet'; css: string }>
  | Readonly<{ task: 'refused'; code: ProblemCode; message: string }>

export type AnswerTo<J extends ExtractJob> =
  | Extract<ExtractAnswer, { task: J['task'] }>
  | Extract<ExtractAnswer, { task: 'refused' }>

/** Runs jobs outside this thread. Never rejects for what is in a file: a parser that hangs, grows or dies answers `refused`. */
export type Extractor = Readonly<{
  run<J extends ExtractJob>(job: J): Promise<AnswerTo<J>>
  /** How many jobs it is useful to have under way at once. */
  width: number
}>

export type { Block }
