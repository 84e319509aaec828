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
  'application/vnd.ms-excel.sheet.macroenabled.12': 'spreadsheet',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template': 'spreadsheet',
  'application/vnd.oasis.opendocument.spreadsheet-template': 'spreadsheet',
  'application/vnd.ms-word.document.macroenabled.12': 'word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template': 'word',
  'application/vnd.ms-powerpoint': 'slides',
  'application/vnd.ms-powerpoint.presentation.macroenabled.12': 'slides',
  'application/vnd.openxmlformats-officedocument.presentationml.slideshow': 'slides',
  'application/vnd.openxmlformats-officedocument.presentationml.template': 'slides',
  'application/vnd.oasis.opendocument.presentation-template': 'slides',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'slides',
  'application/vnd.oasis.opendocument.presentation': 'slides',
  'application/vnd.oasis.opendocument.text': 'openDocument',
  'application/vnd.oasis.opendocument.text-template': 'openDocument',
  'application/vnd.oasis.opendocument.graphics': 'drawing',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/epub+zip': 'epub',
  'message/rfc822': 'email',
  'application/vnd.ms-outlook': 'email',
  'message/global': 'email',
  'application/vnd.ms-tnef': 'email',
  'multipart/encrypted': 'encryptedMail',
  'application/mbox': 'mailbox',
  'application/vnd.ms-outlook-pst': 'mailbox',
  'multipart/related': 'savedPage',
  'application/x-mimearchive': 'savedPage',
  'application/x-webarchive': 'savedPage',
  'application/warc': 'webArchive',
  'application/wacz': 'webArchive',
  'application/wacz+zip': 'webArchive',
  'application/zip': 'zip',
  'application/gzip': 'archive',
  'application/x-tar': 'archive',
  'application/x-bzip2': 'archive',
  'application/x-xz': 'archive',
  'application/zstd': 'archive',
  'application/x-7z-compressed': 'archive',
  'application/x-rar-compressed': 'archive',
  'application/vnd.rar': 'archive',
  'application/json': 'json',
  'application/ld+json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/atom+xml': 'feed',
  'application/rss+xml': 'feed',
  'application/geo+json': 'map',
  'application/vnd.google-earth.kml+xml': 'map',
  'application/vnd.google-earth.kmz': 'map',
  'application/x-subrip': 'subtitles',
  'text/vtt': 'subtitles',
  'text/calendar': 'calendar',
  'text/vcard': 'contact',
  'text/tab-separated-values': 'tsv',
  'image/svg+xml': 'drawing',
  'application/postscript': 'drawing',
  'application/x-ndjson': 'json',
  'application/sql': 'code',
  'application/toml': 'code',
  'application/yaml': 'code',
  'application/pkcs7-signature': 'certificate',
  'application/x-pkcs7-signature': 'certificate',
  'application/pgp-signature': 'certificate',
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

/** `text/x-python` and the like: programs as their authors write them. */
const CODE = /^text\/(?:x-(?!.*(?:diff|rst|bibtex|tex$|gettext)).*|javascript|css|typescript)$/

/** The catalogue key of a media type's human name; `mediaType.other` for types without one. */
export function mediaTypeKey(type: string): MediaTypeKey {
  const bare = (type.split(';')[0] ?? '').trim().toLowerCase()
  if (CODE.test(bare) && EXACT[bare] === undefined) return 'mediaType.code'
  return `mediaType.${EXACT[bare] ?? BY_FAMILY[bare.split('/')[0] ?? ''] ?? 'other'}`
}
