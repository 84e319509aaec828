import type { mediaType } from '#renderer/i18n/en/media-type.ts'

export type MediaTypeKey = `mediaType.${keyof typeof mediaType}`

const EXACT: Readonly<Record<string, keyof typeof mediaType>> = {
  'text/html': 'webPage',
  'application/xhtml+xml': 'webPage',
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'application/pdf': 'pdf',
  'application/msword': 'word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'word',
  'application/vnd.ms-excel': 'spreadsheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'spreadsheet',
  'application/vnd.oasis.opendocument.spreadsheet': 'spreadsheet',
  'application/vnd.ms-powerpoint': 'slides',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'slides',
  'application/vnd.oasis.opendocument.presentation': 'slides',
  'application/vnd.oasis.opendocument.text': 'openDocument',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/epub+zip': 'epub',
  'message/rfc822': 'email',
  'application/vnd.ms-outlook': 'email',
  'application/mbox': 'mailbox',
  'multipart/related': 'webArchive',
  'application/warc': 'webArchive',
  'application/x-mimearchive': 'webArchive',
  'application/zip': 'zip',
  'application/gzip': 'archive',
  'application/x-tar': 'archive',
  'application/x-7z-compressed': 'archive',
  'application/x-rar-compressed': 'archive',
  'application/vnd.rar': 'archive',
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/csv': 'csv',
  'text/css': 'style',
  'text/javascript': 'script',
  'application/javascript': 'script',
  'application/vnd.sqlite3': 'database',
  'application/x-sqlite3': 'database',
  'application/x-elf': 'program',
  'application/x-msdownload': 'program',
  'application/x-empty': 'empty',
  'inode/x-empty': 'empty'
}

const BY_FAMILY: Readonly<Record<string, keyof typeof mediaType>> = {
  image: 'picture',
  audio: 'sound',
  video: 'video',
  font: 'font',
  text: 'text'
}

/** The catalogue key of a media type's human name; `mediaType.other` for types without one. */
export function mediaTypeKey(type: string): MediaTypeKey {
  const bare = (type.split(';')[0] ?? '').trim().toLowerCase()
  return `mediaType.${EXACT[bare] ?? BY_FAMILY[bare.split('/')[0] ?? ''] ?? 'other'}`
}
