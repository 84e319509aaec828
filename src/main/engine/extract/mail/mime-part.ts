/** A header line: `name` in lower case, `value` unfolded, its bytes as Latin-1. */
export type HeaderField = Readonly<{ name: string; value: string }>

/** A part of a MIME message (RFC 2045, 2046). Bytes are views into the file; nothing is decoded before it is asked for. */
export type MimePart = Readonly<{
  headers: readonly HeaderField[]
  /** In lower case; `text/plain` where none, or none that can be read, is declared. */
  mediaType: string
  /** Of Content-Type, names in lower case, decoded (RFC 2231). */
  parameters: ReadonlyMap<string, string>
  /** As transferred. */
  body: Uint8Array
  /** Of a multipart; empty for all others. */
  parts: readonly MimePart[]
  /** Of a multipart: what stands before its first part and behind its last, as transferred; mail programs do not show it. */
  around: readonly Uint8Array[]
}>

/** The first header of this name, as it stands; undefined without one. */
export function headerOf(part: Pick<MimePart, 'headers'>, name: string): string | undefined {
  return part.headers.find((field) => field.name === name)?.value
}
