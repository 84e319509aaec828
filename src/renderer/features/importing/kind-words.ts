import { type MediaTypeKey, mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import type { ImportPreview } from '#shared/model/importing'

/** Files of one kind, as the look before an import shows them. */
export type FoundKind = Readonly<{
  key: MediaTypeKey /** `.ext` where the kind has no name of its own. */
  extension: string | null
  files: number
}>

/** What an extension says a file is: only a first look, the import goes by the content. */
const TYPES = new Map(
  Object.entries({
    html: 'text/html',
    htm: 'text/html',
    xhtml: 'text/html',
    shtml: 'text/html',
    mhtml: 'multipart/related',
    mht: 'multipart/related',
    warc: 'application/warc',
    wacz: 'application/warc',
    txt: 'text/plain',
    text: 'text/plain',
    log: 'text/plain',
    md: 'text/markdown',
    markdown: 'text/markdown',
    pdf: 'application/pdf',
    doc: 'application/msword',
    docx: 'application/msword',
    docm: 'application/msword',
    dotx: 'application/msword',
    odt: 'application/vnd.oasis.opendocument.text',
    rtf: 'application/rtf',
    xls: 'application/vnd.ms-excel',
    xlsx: 'application/vnd.ms-excel',
    xlsm: 'application/vnd.ms-excel',
    ods: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
    pptx: 'application/vnd.ms-powerpoint',
    ppsx: 'application/vnd.ms-powerpoint',
    odp: 'application/vnd.ms-powerpoint',
    epub: 'application/epub+zip',
    eml: 'message/rfc822',
    msg: 'message/rfc822',
    emlx: 'message/rfc822',
    mbox: 'application/mbox',
    webarchive: 'application/x-webarchive',
    ics: 'text/calendar',
    vcf: 'text/vcard',
    srt: 'application/x-subrip',
    vtt: 'text/vtt',
    kml: 'application/vnd.google-earth.kml+xml',
    csv: 'text/csv',
    tsv: 'text/tab-separated-values',
    json: 'application/json',
    xml: 'application/xml',
    zip: 'application/zip',
    gz: 'application/gzip',
    tgz: 'application/gzip',
    bz2: 'application/x-bzip2',
    xz: 'application/x-xz',
    tar: 'application/x-tar',
    '7z': 'application/x-7z-compressed',
    rar: 'application/vnd.rar',
    css: 'text/css',
    js: 'text/javascript',
    mjs: 'text/javascript',
    db: 'application/vnd.sqlite3',
    sqlite: 'application/vnd.sqlite3',
    woff: 'font/woff',
    woff2: 'font/woff2',
    ttf: 'font/ttf',
    otf: 'font/otf',
    ...family('image', ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'bmp', 'tif', 'tiff', 'svg', 'heic', 'heif', 'ico']),
    ...family('audio', ['mp3', 'm4a', 'aac', 'ogg', 'oga', 'opus', 'wav', 'flac', 'amr', '3ga', 'wma']),
    ...family('video', ['mp4', 'm4v', 'mov', 'avi', 'mkv', 'webm', '3gp', 'wmv', 'mpg', 'mpeg'])
  })
)

/** The kinds of a preview by what people call them, most frequent first; extensions that mean the same are put together. */
export function foundKinds(kinds: ImportPreview['kinds']): FoundKind[] {
  const found = new Map<string, FoundKind>()
  for (const { kind, files } of kinds) {
    const extension = kind.replace(/^\./, '').toLowerCase()
    const type = TYPES.get(extension)
    const key = type === undefined ? 'mediaType.other' : mediaTypeKey(type)
    const isNamed = type !== undefined || extension === 'other' || extension === ''
    const id = isNamed ? key : `.${extension}`
    found.set(id, { key, extension: isNamed ? null : `.${extension}`, files: files + (found.get(id)?.files ?? 0) })
  }
  return [...found.values()].sort((a, b) => b.files - a.files)
}

function family(name: string, extensions: readonly string[]): Record<string, string> {
  return Object.fromEntries(extensions.map((extension) => [extension, `${name}/${extension}`]))
}
