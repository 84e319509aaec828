import { ARCHIVE_FORMATS } from '#engine/extract/archive-formats'
import { type Format, MiB } from '#engine/extract/format'
import type { FormatReader } from '#engine/extract/found'
import { isPicture } from '#engine/extract/image/picture-types'
import { isMedia } from '#engine/extract/media/media-types'
import { OLDER_OFFICE_FORMATS } from '#engine/extract/older-office-formats'
import { isExcelType, isPowerPointType, isWordType } from '#engine/extract/ooxml/office-types'
import { isTextType } from '#engine/extract/recognise/media-type'
import { WEB_FORMATS } from '#engine/extract/web-formats'

/** The one table of readable formats. The first that reads a type wins. */
export const FORMATS = {
  html: {
    label: 'HTML page',
    extensions: ['html', 'htm', 'xhtml', 'xht'],
    version: 1,
    limitBytes: 64 * MiB,
    covers: {
      text: 'main content for the Reader, all visible text for search',
      metadata: 'title, author, publisher, date, address, language',
      view: 'Reader; Original with its own pictures and styles',
      limits: 'beyond 512 levels, 200,000 elements or 10 MB of markup: text only'
    },
    reads: (type) => type === 'text/html' || type === 'application/xhtml+xml',
    load: async () => (await import('#engine/extract/formats/html')).html
  },
  ...WEB_FORMATS,
  epub: {
    label: 'EPUB book',
    extensions: ['epub'],
    version: 1,
    limitBytes: 2 * 1024 * MiB,
    covers: {
      text: 'all chapters in reading order, with footnotes; titles of the table of contents as headings',
      metadata: 'title, authors, publisher, date, language, subjects, description, identifiers, rights',
      view: 'Reader, with its pictures and a contents list',
      limits: 'copy-protected books are listed; drawings and formulas are not shown'
    },
    reads: (type) => type === 'application/epub+zip',
    load: async () => (await import('#engine/extract/formats/epub')).epub
  },
  ...ARCHIVE_FORMATS,
  docx: {
    label: 'Word document',
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
    version: 1,
    limitBytes: 1024 * MiB,
    covers: {
      text: 'all: headings, lists, tables, notes, comments, tracked changes, headers and footers, text boxes, formulas; hidden text is found; files in it are documents',
      metadata: 'title, author, dates, subject, keywords, company, last author, revision; other properties are found',
      view: 'Reader, with its pictures',
      limits:
        '25 million characters; locked ones open with their password (AES); drawings (EMF, WMF, SVG) are not shown; macros are not read'
    },
    reads: isWordType,
    load: async () => (await import('#engine/extract/formats/docx')).docx
  },
  pptx: {
    label: 'PowerPoint presentation',
    extensions: ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'potm'],
    version: 1,
    limitBytes: 2 * 1024 * MiB,
    covers: {
      text: 'all, slide by slide, hidden ones too: titles, lists, tables, diagrams, titles of charts, comments, speaker notes; files in it are documents',
      metadata: 'title, author, dates, number of slides and which are hidden, subject, keywords, company, last author',
      view: 'Reader, slide by slide, with its pictures',
      limits:
        '20 million characters; locked ones open with their password (AES); drawings (EMF, WMF, SVG) are not shown; slides are not drawn as they look'
    },
    reads: isPowerPointType,
    load: async () => (await import('#engine/extract/formats/pptx')).pptx
  },
  xlsx: {
    label: 'Excel workbook',
    extensions: ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlam'],
    version: 1,
    limitBytes: 1024 * MiB,
    covers: {
      text: 'all cells as they are shown, sheet by sheet, hidden ones too; comments, text boxes, titles of charts; pivot tables are found; files in it are documents',
      metadata: 'title, author, dates, names of sheets and of hidden ones, subject, keywords, company, last author',
      view: 'table of each sheet',
      limits:
        '4 million cells or 40 million characters; locked ones open with their password (AES); short dates are shown as 2020-12-09; formulas and macros are not read; XLSB is listed'
    },
    reads: isExcelType,
    load: async () => (await import('#engine/extract/formats/xlsx')).xlsx
  },
  'locked-office': {
    label: 'Locked Word, PowerPoint or Excel file',
    extensions: [],
    version: 1,
    limitBytes: 1024 * MiB,
    covers: {
      text: 'once its password is typed: as the file that is locked in it',
      metadata: 'as the file that is locked in it',
      view: 'as the file that is locked in it',
      limits: '256 MB; locked by a password (AES), not by certificates or rights management'
    },
    reads: (type) => type === 'application/x-ooxml-encrypted',
    load: async () => (await import('#engine/extract/formats/locked-office')).lockedOffice
  },
  eml: {
    label: 'Mail message',
    extensions: ['eml', 'emlx'],
    version: 1,
    limitBytes: 256 * MiB,
    covers: {
      text: 'body, as text or HTML, with quotes; people, addresses, subject and names of attachments are found; attachments are documents',
      metadata: 'subject, sender, receivers, dates, message ids, keywords, program; conversations',
      view: 'Reader; Original with its own pictures, nothing remote',
      limits: 'encrypted ones: headers only; 64 levels, 5,000 parts'
    },
    reads: (type) => type === 'message/rfc822' || type === 'message/x-emlx',
    load: async () => (await import('#engine/extract/formats/eml')).eml
  },
  mbox: {
    label: 'Mailbox',
    extensions: ['mbox', 'mbx'],
    version: 1,
    limitBytes: 1024 * 1024 * MiB,
    covers: {
      text: 'none of its own: its messages are documents',
      metadata: 'number of messages',
      view: 'as a folder',
      limits: '100,000 messages and attachments, or one for every 10 KB of a larger mailbox'
    },
    reads: (type) => type === 'application/mbox',
    load: async () => (await import('#engine/extract/formats/mbox')).mbox
  },
  msg: {
    label: 'Outlook message',
    extensions: ['msg', 'oft'],
    version: 1,
    limitBytes: 1024 * MiB,
    covers: {
      text: 'body, also from RTF; people, addresses, subject and names of attachments are found; attachments are documents',
      metadata: 'subject, sender, receivers, dates, message ids, keywords; conversations',
      view: 'Reader; Original with its own pictures, nothing remote',
      limits: 'encrypted ones: headers only; objects of other programs are listed'
    },
    reads: (type) => type === 'application/vnd.ms-outlook',
    load: async () => (await import('#engine/extract/formats/msg')).msg
  },
  tnef: {
    label: 'Outlook attachments (winmail.dat)',
    extensions: ['tnef'],
    version: 1,
    limitBytes: 256 * MiB,
    covers: {
      text: 'body, also from RTF; what it holds are documents; in a message it is part of the message',
      metadata: 'number of attachments',
      view: 'Reader',
      limits: '256 MB'
    },
    reads: (type) => type === 'application/vnd.ms-tnef',
    load: async () => (await import('#engine/extract/formats/tnef')).tnef
  },
  markdown: {
    label: 'Markdown',
    extensions: ['md', 'markdown', 'mdown'],
    version: 1,
    limitBytes: 200 * MiB,
    covers: {
      text: 'all, with headings, lists, quotes and tables',
      metadata: 'front matter; else the first heading as title',
      view: 'Reader',
      limits: 'beyond 5 million characters: as plain text'
    },
    reads: (type) => type === 'text/markdown',
    load: async () => (await import('#engine/extract/formats/markdown')).markdown
  },
  pdf: {
    label: 'PDF',
    extensions: ['pdf'],
    version: 3,
    limitBytes: 2 * 1024 * MiB,
    covers: {
      text: 'all, page by page, in reading order; notes and form values; words of scanned pages by OCR; attached files are documents',
      metadata: 'title, author, dates, subject, keywords, programs, version, restrictions',
      view: 'pages with selectable words, contents list; nothing in it runs',
      limits: 'locked ones need their password; 640 MB of memory for each'
    },
    reads: (type) => type === 'application/pdf',
    load: async () => (await import('#engine/extract/formats/pdf')).pdf
  },
  odt: {
    label: 'OpenDocument text',
    extensions: ['odt', 'ott', 'fodt'],
    version: 1,
    limitBytes: 512 * MiB,
    covers: {
      text: 'all: headings, lists, tables, notes, comments, tracked changes, headers and footers, text boxes, formulas, charts; hidden text is found',
      metadata: 'title, author, dates, subject, keywords, description, program',
      view: 'Reader, with its pictures',
      limits: 'locked ones open with their password (AES); drawings without a picture beside them are not shown'
    },
    reads: (type) => isOpenDocument(type, 'text'),
    load: async () => (await import('#engine/extract/formats/odt')).odt
  },
  ods: {
    label: 'OpenDocument spreadsheet',
    extensions: ['ods', 'ots', 'fods'],
    version: 1,
    limitBytes: 512 * MiB,
    covers: {
      text: 'all cells as they are shown, sheet by sheet; comments, text boxes, titles of charts',
      metadata: 'title, author, dates, names of sheets, subject, keywords, description, program',
      view: 'table of each sheet',
      limits: 'locked ones open with their password (AES); of equal rows 10,000 are shown; 40 million characters'
    },
    reads: (type) => isOpenDocument(type, 'spreadsheet'),
    load: async () => (await import('#engine/extract/formats/ods')).ods
  },
  odp: {
    label: 'OpenDocument presentation, drawing',
    extensions: ['odp', 'otp', 'fodp', 'odg', 'otg', 'fodg'],
    version: 1,
    limitBytes: 1024 * MiB,
    covers: {
      text: 'all, slide by slide: titles, lists, tables, boxes, comments, speaker notes',
      metadata: 'title, author, dates, number of slides, subject, keywords, description, program',
      view: 'Reader, slide by slide, with its pictures',
      limits: 'locked ones open with their password (AES); drawings without a picture beside them are not shown'
    },
    reads: (type) => isOpenDocument(type, 'presentation') || isOpenDocument(type, 'graphics'),
    load: async () => (await import('#engine/extract/formats/odp')).odp
  },
  rtf: {
    label: 'Rich text (RTF)',
    extensions: ['rtf'],
    version: 1,
    limitBytes: 256 * MiB,
    covers: {
      text: 'all, in the character sets of its fonts: headings, lists, tables, notes, comments, tracked changes, headers and footers, text boxes; hidden text is found',
      metadata: 'title, author, dates, subject, keywords, company, program',
      view: 'Reader, with its pictures',
      limits: 'drawings (WMF, EMF) are not shown'
    },
    reads: (type) => type === 'application/rtf' || type === 'text/rtf',
    load: async () => (await import('#engine/extract/formats/rtf')).rtf
  },
  csv: {
    label: 'CSV and TSV table',
    extensions: ['csv', 'tsv', 'tab'],
    version: 1,
    limitBytes: 200 * MiB,
    covers: {
      text: 'all, in any common character set; commas, semicolons, tabs or bars are told apart',
      metadata: 'none',
      view: 'table',
      limits: 'beyond 16 MB, 400,000 rows or 16,384 columns: as plain text'
    },
    reads: (type) => type === 'text/csv' || type === 'text/tab-separated-values',
    load: async () => (await import('#engine/extract/formats/csv')).csv
  },
  image: {
    label: 'Picture',
    extensions: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'avif', 'heic', 'heif'],
    version: 1,
    limitBytes: 500 * MiB,
    covers: {
      text: 'words on the picture by OCR, in the background; captions from IPTC, XMP and PNG texts',
      metadata: 'date taken, place, camera, title, author, keywords, rights, pixels (EXIF, IPTC, XMP)',
      view: 'picture with selectable words; every page of a TIFF',
      limits: '100 million pixels; no OCR of AVIF; HEIC: date and place only, not shown'
    },
    reads: isPicture,
    load: async () => (await import('#engine/extract/formats/image')).image
  },
  ...OLDER_OFFICE_FORMATS,
  media: {
    label: 'Sound and film',
    extensions: [
      ...['mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'flac', 'wav', 'amr', 'wma', 'aif', 'aiff', 'mid'],
      ...['mp4', 'm4v', 'mov', 'webm', 'mkv', 'ogv', 'avi', 'wmv', '3gp', '3g2', 'mpg', 'mpeg', 'ts', 'flv', 'rm']
    ],
    version: 1,
    limitBytes: 1024 * 1024 * MiB,
    covers: {
      text: 'descriptions, comments, words of songs, chapters and every other tag',
      metadata: 'length, title, artist, album, date, codec, bit rate, pixels, place',
      view: 'played in place; AVI, Windows Media, AMR, MPEG-1 and -2, Flash and RealMedia are only described',
      limits: 'what is said or shown is not searchable'
    },
    reads: isMedia,
    load: async () => (await import('#engine/extract/formats/media')).media
  },
  text: {
    label: 'Plain text',
    extensions: ['txt', 'text', 'log', 'json', 'xml', 'srt', 'tex'],
    version: 1,
    limitBytes: 200 * MiB,
    covers: {
      text: 'all, in any common character set',
      metadata: 'title from the first line, date from a line of date; headlines of news clippings',
      view: 'Reader',
      limits: '200 MB'
    },
    reads: isTextType,
    load: async () => (await import('#engine/extract/formats/text')).text
  }
} as const satisfies Readonly<Record<string, Format>>

/** The packed file of a kind, its template, and the same as one XML document. */
function isOpenDocument(type: string, kind: string): boolean {
  const base = `application/vnd.oasis.opendocument.${kind}`
  return type === base || type === `${base}-template` || type === `${base}-flat-xml`
}

/** The key of a row, as it is kept with documents. */
export type FormatId = keyof typeof FORMATS

/** Raise when types are recognised differently: files that no format read are looked at again. */
const RECOGNITION_VERSION = 3

/** The format that reads files of this type; undefined when none does yet. */
export function findFormat(mediaType: string): FormatId | undefined {
  const rows: readonly [string, Format][] = Object.entries(FORMATS)
  const id = rows.find(([, format]) => format.reads(mediaType))?.[0]
  return id !== undefined && isFormatId(id) ? id : undefined
}

/** The reader of files of this type; undefined when there is none. */
export async function loadReader(mediaType: string): Promise<FormatReader | undefined> {
  const id = findFormat(mediaType)
  return id === undefined ? undefined : await FORMATS[id].load()
}

/**
 * The version by which a document read as `format` (null: by none) would be read now. A type that was not readable and has become so
 * counts as a newer version than any recorded.
 */
export function currentVersion(format: string | null, mediaType: string): number {
  if (format !== null) return isFormatId(format) ? FORMATS[format].version : Number.POSITIVE_INFINITY
  return findFormat(mediaType) === undefined ? RECOGNITION_VERSION : Number.POSITIVE_INFINITY
}

/** Whether a row of the table has this key. */
export function isFormatId(id: string): id is FormatId {
  return Object.hasOwn(FORMATS, id)
}
