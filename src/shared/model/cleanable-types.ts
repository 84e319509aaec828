import type { UncleanReason } from '#shared/model/copy'

/** Types of which a copy without metadata can be made. The parser processes have the same in their table; a test holds both together. */
const CLEANABLE =
  /^(?:image\/(?:jpeg|png|apng|webp|gif|tiff)|application\/pdf|application\/vnd\.openxmlformats-officedocument\.(?:wordprocessingml|presentationml|spreadsheetml)\..+|application\/vnd\.ms-(?:word|powerpoint)\..+macroenabled.*|application\/vnd\.ms-excel\.(?:sheet|template|addin)\.macroenabled.*|application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation)(?:-template)?)$/i

const REASONS: readonly (readonly [UncleanReason, RegExp])[] = [
  ['heic', /^image\/(?:heic|heif|avif)/],
  ['raw', /^image\/(?:x-|dng|cr2|nef|arw)/],
  ['film', /^video\//],
  ['sound', /^audio\//],
  ['locked', /x-ooxml-encrypted$/],
  ['mail', /^message\/|outlook|^application\/(?:mbox|ms-tnef)/],
  ['page', /^text\/html$|xhtml|mhtml|x-mimearchive|warc|webarchive|wacz|^multipart\/related|epub/],
  ['older-office', /msword|ms-excel$|ms-powerpoint$|rtf$|x-cfb/],
  ['plain-text', /^text\/|json$|xml$/],
  ['holder', /zip$|tar$|gzip$/]
]

/** Why there is no copy without metadata of a type; null where there is one. */
export function uncleanReason(mediaType: string): UncleanReason | null {
  if (CLEANABLE.test(mediaType)) return null
  return REASONS.find(([, fits]) => fits.test(mediaType))?.[0] ?? 'other-type'
}
