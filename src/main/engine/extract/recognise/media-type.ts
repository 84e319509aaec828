import { looksLikeUtf16 } from '#engine/extract/charset/charset'
import { latin1 } from '#engine/extract/charset/latin1'
import { binarySignature } from '#engine/extract/recognise/binary-signatures'
import { mailTypeOf } from '#engine/extract/recognise/mail-type'
import { extensionOf, TEXT_TYPES } from '#engine/extract/recognise/text-types'
import { webArchiveTypeOf } from '#engine/extract/recognise/web-archive-type'
import { zipTypeOf } from '#engine/extract/zip/zip-type'

/** How much of a file is looked at from its beginning, and again from its middle. */
export const HEAD_BYTES = 64 * 1024

/** A file of any type whose bytes tell nothing. */
export const UNKNOWN_TYPE = 'application/octet-stream'

/** Control characters that no text has, by byte; tab, line ends, form feed, escape (ISO-2022) and the DOS end mark are not among them. */
const NOT_TEXT = new Uint8Array(256)
for (let byte = 0; byte < 0x20; byte++) NOT_TEXT[byte] = 1
for (const byte of [0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]) NOT_TEXT[byte] = 0
NOT_TEXT[0x7f] = 1

/** More than this share of control characters and it is no text. Damaged text keeps below it; compressed data has eleven in a hundred. */
const CONTROL_SHARE = 0.02

type Signature = Readonly<{ type: string; matches: (head: string) => boolean }>

const starts =
  (...marks: string[]) =>
  (head: string) =>
    marks.some((mark) => head.startsWith(mark))

/** Types that begin like text, in the order they are tried; `head` is Latin-1 without byte order mark and leading white space. */
const TEXT_SIGNATURES: readonly Signature[] = [
  { type: 'application/pdf', matches: (head) => head.slice(0, 1024).includes('%PDF-') },
  { type: 'application/rtf', matches: starts('{\\rtf') },
  { type: 'application/postscript', matches: starts('%!PS') },
  { type: 'application/warc', matches: starts('WARC/') },
  { type: 'application/x-internet-archive', matches: starts('filedesc://') },
  {
    type: 'application/x-webarchive',
    matches: (head) => head.startsWith('<?xml') && head.includes('<plist') && head.includes('<key>WebMainResource</key>')
  },
  {
    type: 'image/svg+xml',
    matches: (head) =>
      /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype\s+svg[^>]*>\s*)?<svg[\s>]/i.test(head.slice(0, 4096))
  },
  { type: 'application/xhtml+xml', matches: (head) => head.startsWith('<?xml') && /<html[\s>]/i.test(head.slice(0, 4096)) },
  { type: 'text/html', matches: isHtml },
  flatOpenDocument('text'),
  flatOpenDocument('presentation'),
  flatOpenDocument('spreadsheet'),
  flatOpenDocument('graphics'),
  { type: 'application/xml', matches: starts('<?xml') }
]

/** An OpenDocument file that is one XML document instead of an archive. */
function flatOpenDocument(kind: string): Signature {
  const type = `application/vnd.oasis.opendocument.${kind}`
  const declared = new RegExp(`<office:document\\s[^>]{0,8000}office:mimetype="${type}(?:-template)?"`)
  return { type: `${type}-flat-xml`, matches: (head) => declared.test(head.slice(0, 16_384)) }
}

const FRAGMENT_START =
  /^<(?:title|script|style|link|iframe|table|div|span|font|center|article|section|main|header|nav|h[1-6]|p|br|b|i|a|ul|ol|img|blockquote|pre|base|form)(?=[\s>/])/i

/** The signatures by which browsers know a page, and the elements that only pages begin with. */
function isHtml(head: string): boolean {
  let rest = head
  for (let step = 0; step < 20; step++) {
    const before = rest
    if (rest.startsWith('<!--')) {
      const end = rest.indexOf('-->')
      // A comment that fills the whole head: only pages begin so.
      if (end < 0) return true
      rest = rest.slice(end + 3).trimStart()
    }
    if (rest.startsWith('<?xml')) rest = rest.slice(Math.max(rest.indexOf('?>') + 2, 5)).trimStart()
    if (rest === before) break
  }
  if (/^<(?:!doctype\s+html|html|head|body|meta|frameset)(?=[\s>/])/i.test(rest)) return true
  // Other elements count only where something is closed later: "<a few words" is no page.
  return FRAGMENT_START.test(rest) && /<\/[a-z]/i.test(rest)
}

/**
 * The media type of a file, by what is in it; its name only decides between kinds of text, and between types with one container.
 * `middle` is a stretch from the middle of a long file, empty for a short one. Never throws; unknown binary data is
 * `application/octet-stream`.
 */
export async function recogniseMediaType(head: Uint8Array, middle: Uint8Array, name: string): Promise<string> {
  if (head.length === 0) return 'application/x-empty'
  const share = Math.max(controlShare(head), controlShare(middle))
  const text = share === 0 ? textTypeOf(latin1(head), name) : undefined
  if (text) return text
  if (isUtf16(head)) return textTypeOf(utf16AsLatin1(head), name)
  // Messages may bring files as they are, without making text of them.
  const mail = mailTypeOf(latin1(head).replace(/^\s+/, ''), name)
  if (mail !== undefined) return mail
  const binary = webArchiveTypeOf(head, extensionOf(name)) ?? (await binaryTypeOf(head))
  if (binary === 'application/zip') return zipTypeOf(head, extensionOf(name)) ?? binary
  return binary ?? (share <= CONTROL_SHARE ? textTypeOf(latin1(head), name) : UNKNOWN_TYPE)
}

/** Whether files of this type hold text in one character set and nothing else. */
export function isTextType(mediaType: string): boolean {
  return mediaType.startsWith('text/') || TEXT_TYPES.has(mediaType)
}

function textTypeOf(latin: string, name: string): string {
  const head = latin.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  const mail = mailTypeOf(head, name)
  if (mail !== undefined) return mail
  const signed = TEXT_SIGNATURES.find((signature) => signature.matches(head))
  const named = TEXT_TYPES.byExtension(extensionOf(name))
  // Source code, style sheets and Markdown may begin with a tag or a comment: there the name decides.
  if (
    signed?.type === 'text/html' &&
    named !== undefined &&
    named !== 'text/plain' &&
    !/^<!doctype\s+html|^<html[\s>]/i.test(head)
  )
    return named
  if (signed?.type === 'application/xml') return named?.endsWith('xml') ? named : signed.type
  if (signed) return signed.type
  if (named === 'text/html' && !/<[a-z!/]/i.test(head)) return 'text/plain'
  if (named !== undefined) return named
  return /^[[{]/.test(head) && isJson(head) ? 'application/json' : 'text/plain'
}

function isJson(head: string): boolean {
  return (
    /^\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})/.test(head) ||
    (/^\[\s*(?:[{["\d\]-]|true|false|null)/.test(head.slice(0, 200)) && /[\]}]\s*$/.test(head))
  )
}

function controlShare(bytes: Uint8Array): number {
  let controls = 0
  for (let at = 0; at < bytes.length; at++) controls += NOT_TEXT[bytes[at] ?? 0] ?? 0
  return bytes.length === 0 ? 0 : controls / bytes.length
}

function isUtf16(head: Uint8Array): boolean {
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return (marked && !(head[2] === 0 && head[3] === 0)) || looksLikeUtf16(head)
}

/** Signatures are ASCII: the halves that are not NUL are enough to see them. */
function utf16AsLatin1(bytes: Uint8Array): string {
  return latin1(bytes.filter((byte, at) => byte !== 0 && !(at < 2 && byte >= 0xfe)))
}

async function binaryTypeOf(head: Uint8Array): Promise<string | undefined> {
  const signed = TEXT_SIGNATURES.find(
    (signature) => signature.type === 'application/pdf' && signature.matches(latin1(head.subarray(0, 1024)))
  )
  if (signed) return signed.type
  const own = binarySignature(head)
  if (own !== undefined) return own
  const { fileTypeFromBuffer } = await import('file-type')
  try {
    // Without what follows the name: sound in Ogg comes with its codec.
    return (await fileTypeFromBuffer(head))?.mime.replace(/;.*$/, '')
  } catch {
    // The library meets a file that ends, or lies, inside its own header: the type stays unknown. It follows a TIFF to its directory,
    // which may stand at the end of the file; those that are something else besides, raw photographs, put it first.
    return isTiff(head) ? 'image/tiff' : undefined
  }
}

const isTiff = (head: Uint8Array): boolean => ['II*\0', 'MM\0*'].includes(latin1(head.subarray(0, 4)))
