import { recogniseMediaType, UNKNOWN_TYPE } from '#engine/extract/recognise/media-type'

/** What a captured file is to the archive; `other` is what nobody reads: scripts, fonts, what pages exchange with servers unseen. */
export type CaptureKind = 'page' | 'style' | 'picture' | 'document' | 'other'

const SCRIPT =
  /javascript|ecmascript|wasm|x-protobuf|grpc|x-font|^font\/|font-woff|ms-fontobject|manifest\+json|ocsp|x-mpegurl|dash\+xml/i
const SAYS_NOTHING = /^(?:|application\/octet-stream|binary\/octet-stream|unknown.*|text\/plain|\*\/\*)$/i

/**
 * The kind and type of a captured file by the first of its bytes and what the server called it: binary files show what they are, texts are
 * what they are called, where they are called anything. `name` as in its address.
 */
export async function captureKind(
  head: Uint8Array,
  declared: string,
  name: string
): Promise<Readonly<{ kind: CaptureKind; mediaType: string }>> {
  const recognised = await recogniseMediaType(head, new Uint8Array(0), name)
  const isText = /^text\/|json$|xml$|javascript/.test(recognised)
  const mediaType = (isText || recognised === UNKNOWN_TYPE) && !SAYS_NOTHING.test(declared) ? declared : recognised
  return { kind: kindOfType(mediaType), mediaType }
}

/** The kind of files of a type. */
export function kindOfType(type: string): CaptureKind {
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'page'
  if (type === 'text/css') return 'style'
  if (type.startsWith('image/')) return 'picture'
  if (SCRIPT.test(type) || type === UNKNOWN_TYPE || type === 'application/x-empty') return 'other'
  return 'document'
}
