/** A character set a person can choose, by its WHATWG label. */
export type CharsetChoice = Readonly<{ label: string; script: CharsetScript }>

/** What the character set writes; worded in the catalogue. */
export const CHARSET_SCRIPTS = [
  'unicode',
  'arabic',
  'cyrillic',
  'western',
  'central',
  'baltic',
  'turkish',
  'greek',
  'hebrew',
  'thai',
  'vietnamese',
  'simplified',
  'traditional',
  'japanese',
  'korean'
] as const
export type CharsetScript = (typeof CHARSET_SCRIPTS)[number]

/** The character sets old documents come in, every one known to `TextDecoder`; those of our readers' languages first. */
export const CHARSETS: readonly CharsetChoice[] = [
  { label: 'utf-8', script: 'unicode' },
  { label: 'utf-16le', script: 'unicode' },
  { label: 'utf-16be', script: 'unicode' },
  { label: 'windows-1256', script: 'arabic' },
  { label: 'iso-8859-6', script: 'arabic' },
  { label: 'windows-1251', script: 'cyrillic' },
  { label: 'koi8-r', script: 'cyrillic' },
  { label: 'koi8-u', script: 'cyrillic' },
  { label: 'iso-8859-5', script: 'cyrillic' },
  { label: 'ibm866', script: 'cyrillic' },
  { label: 'x-mac-cyrillic', script: 'cyrillic' },
  { label: 'windows-1252', script: 'western' },
  { label: 'iso-8859-15', script: 'western' },
  { label: 'macintosh', script: 'western' },
  { label: 'windows-1250', script: 'central' },
  { label: 'iso-8859-2', script: 'central' },
  { label: 'windows-1257', script: 'baltic' },
  { label: 'windows-1254', script: 'turkish' },
  { label: 'windows-1253', script: 'greek' },
  { label: 'iso-8859-7', script: 'greek' },
  { label: 'windows-1255', script: 'hebrew' },
  { label: 'iso-8859-8', script: 'hebrew' },
  { label: 'windows-874', script: 'thai' },
  { label: 'windows-1258', script: 'vietnamese' },
  { label: 'gb18030', script: 'simplified' },
  { label: 'big5', script: 'traditional' },
  { label: 'shift_jis', script: 'japanese' },
  { label: 'euc-jp', script: 'japanese' },
  { label: 'iso-2022-jp', script: 'japanese' },
  { label: 'euc-kr', script: 'korean' }
]

/** Whether a document of this type is made of characters, so that a wrong guess can be corrected. */
export function canChooseCharset(mediaType: string): boolean {
  return mediaType.startsWith('text/') || mediaType === 'application/xhtml+xml'
}
