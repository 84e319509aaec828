import type { Extract } from '#engine/extract/found'
import { isTextType } from '#engine/extract/media-type'

export type Format = Readonly<{
  /** Usual extensions, for file dialogs; recognition goes by content. */
  extensions: readonly string[]
  /** Raise when the output changes: documents read by an earlier version are read again. */
  version: number
  /** Whether it reads files of this (recognised) type. */
  reads(mediaType: string): boolean
  /** Lazy, so that the table is cheap to read. */
  load(): Promise<Extract>
}>

/** The one table of readable formats. The first that reads a type wins. */
export const FORMATS = {
  html: {
    extensions: ['html', 'htm', 'xhtml', 'xht'],
    version: 1,
    reads: (type) => type === 'text/html' || type === 'application/xhtml+xml',
    load: async () => (await import('#engine/extract/formats/html')).extractHtml
  },
  markdown: {
    extensions: ['md', 'markdown', 'mdown'],
    version: 1,
    reads: (type) => type === 'text/markdown',
    load: async () => (await import('#engine/extract/formats/markdown')).extractMarkdown
  },
  text: {
    extensions: ['txt', 'text', 'log', 'csv', 'json', 'xml', 'srt', 'tex'],
    version: 1,
    reads: isTextType,
    load: async () => (await import('#engine/extract/formats/text')).extractText
  }
} as const satisfies Readonly<Record<string, Format>>

export type FormatId = keyof typeof FORMATS

/** Raise when types are recognised differently: files that no format read are looked at again. */
const RECOGNITION_VERSION = 1

/** The format that reads files of this type; undefined when none does yet. */
export function findFormat(mediaType: string): FormatId | undefined {
  const rows: readonly [string, Format][] = Object.entries(FORMATS)
  const id = rows.find(([, format]) => format.reads(mediaType))?.[0]
  return id !== undefined && isFormatId(id) ? id : undefined
}

/**
 * The version by which a document read as `format` (null: by none) would be read now. A type that was not readable and has become so
 * counts as a newer version than any recorded.
 */
export function currentVersion(format: string | null, mediaType: string): number {
  if (format !== null) return isFormatId(format) ? FORMATS[format].version : Number.POSITIVE_INFINITY
  return findFormat(mediaType) === undefined ? RECOGNITION_VERSION : Number.POSITIVE_INFINITY
}

function isFormatId(id: string): id is FormatId {
  return Object.hasOwn(FORMATS, id)
}
