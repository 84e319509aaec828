import { CFB_TYPE } from '#engine/extract/cfb/cfb-type'

const PACKED =
  'Sanad keeps this packed file but can not open its kind. Unpack it with another program and import the folder that comes out.'
const MAIL_STORE =
  'This is a store of mail. Sanad keeps it but can not open it: export its messages from the mail program, as files of their own (.eml, .msg) or as a mailbox (.mbox), and import those.'
const CFB =
  'Sanad keeps this file but can not tell what it is: an Office file of a kind that it can not read, or one that is damaged or cut off.'
const save = (name: string, as: string): string =>
  `Sanad keeps this file but can not read ${name} yet. Open it with the program it was made with, save it as ${as}, and import that as well.`

const BY_TYPE: Readonly<Record<string, string>> = {
  'application/x-7z-compressed': PACKED,
  'application/x-rar-compressed': PACKED,
  'application/vnd.rar': PACKED,
  'application/x-bzip2': PACKED,
  'application/x-xz': PACKED,
  'application/x-lzip': PACKED,
  'application/x-lz4': PACKED,
  'application/x-lzh-compressed': PACKED,
  'application/x-compress': PACKED,
  'application/x-ace-compressed': PACKED,
  'application/x-arj': PACKED,
  'application/x-cpio': PACKED,
  'application/x-iso9660-image': PACKED,
  'application/x-apple-diskimage': PACKED,
  'application/vnd.ms-cab-compressed': PACKED,
  'application/zstd': PACKED,
  'application/vnd.ms-outlook-pst': MAIL_STORE,
  'application/x-outlook-express-store': MAIL_STORE,
  'application/vnd.ms-excel.sheet.binary.macroenabled.12': save('binary workbooks (.xlsb)', 'an ordinary workbook (.xlsx)'),
  'application/x-iwork': save('documents of Pages, Numbers and Keynote', 'PDF'),
  'application/vnd.apple.pages': save('Pages documents', 'PDF'),
  'application/vnd.apple.numbers': save('Numbers documents', 'an Excel workbook or PDF'),
  'application/vnd.apple.keynote': save('Keynote presentations', 'PDF'),
  'application/vnd.ms-publisher': save('Publisher documents', 'PDF'),
  'application/vnd.visio': save('Visio drawings', 'PDF'),
  'application/vnd.ms-visio.drawing': save('Visio drawings', 'PDF'),
  'application/vnd.ms-works': save('Works documents', 'Word or PDF'),
  'application/vnd.ms-project': save('Project plans', 'PDF'),
  'application/x-msaccess': save('Access databases', 'tables (.xlsx or .csv)'),
  'application/vnd.sqlite3': save('databases', 'tables (.csv)'),
  'application/x-sqlite3': save('databases', 'tables (.csv)'),
  'application/vnd.dbf': save('dBASE tables', 'CSV'),
  'application/onenote': save('OneNote notebooks', 'PDF'),
  'application/vnd.wordperfect': save('WordPerfect documents', 'Word or PDF'),
  'application/x-mswrite': save('Windows Write documents', 'Word or PDF'),
  'application/vnd.ms-htmlhelp': save('help files (.chm)', 'web pages or PDF'),
  'application/winhlp': save('help files (.hlp)', 'text or PDF'),
  'application/x-mobipocket-ebook': save('Kindle books', 'EPUB or PDF'),
  'application/postscript': save('PostScript', 'PDF'),
  'application/eps': save('PostScript', 'PDF'),
  'image/vnd.djvu': save('DjVu', 'PDF'),
  'image/vnd.dwg': save('drawings of AutoCAD', 'PDF'),
  'image/vnd.adobe.photoshop': save('Photoshop pictures', 'PNG or JPEG'),
  'application/x-indesign': save('InDesign documents', 'PDF')
}

/** Why a file of a type that no format reads stays unread, and what helps: a sentence. */
export function unreadSentence(mediaType: string): string {
  if (mediaType === CFB_TYPE) return CFB
  return BY_TYPE[mediaType] ?? `Sanad keeps this file but can not read its type yet (${mediaType}).`
}
