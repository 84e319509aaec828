import { charsetName } from '#engine/extract/charset/charset'

/** Code pages of Windows, DOS and the Macintosh whose numbers are not their names. */
const NAMED: Readonly<Record<number, string>> = {
  708: 'iso-8859-6',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1361: 'euc-kr',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  32768: 'macintosh',
  32769: 'windows-1252',
  54936: 'gb18030',
  65001: 'utf-8'
}

/** The character set of a code page, as `TextDecoder` knows it; undefined for those that it does not, and for UTF-16. */
export function codePageCharset(codePage: number): string | undefined {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`
  // Twelve was never given to a character set, for one.
  if (codePage >= 28591 && codePage <= 28605) return charsetName(`iso-8859-${codePage - 28590}`)
  return NAMED[codePage]
}
