import type { FormatReader } from '#engine/extract/found'

/** A row of the table of readable formats (`formats.ts`). */
export type Format = Readonly<{
  /** What people call it, for the table in the README. */
  label: string
  /** Usual extensions, for file dialogs; recognition goes by content. */
  extensions: readonly string[]
  /** Raise when the output changes: documents read by an earlier version are read again. */
  version: number
  /** Larger files are kept and listed, not read. */
  limitBytes: number
  /** For the table in the README: what of the file becomes text, what metadata, how it is shown, and what is not read. */
  covers: Readonly<{ text: string; metadata: string; view: string; limits: string }>
  /** Whether it reads files of this (recognised) type. */
  reads(mediaType: string): boolean
  /** Lazy, so that the table is cheap to read. */
  load(): Promise<FormatReader>
}>

/** Bytes in a mebibyte, for limits. */
export const MiB = 1024 * 1024
