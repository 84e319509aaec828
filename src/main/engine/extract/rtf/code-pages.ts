import { charsetName } from '#engine/extract/charset/charset'
import { codePageCharset } from '#engine/extract/charset/code-page'
import { openDecoder } from '#engine/extract/charset/open-decoder'

/** The upper halves of the character sets of DOS, which `TextDecoder` does not know. */
const DOS: Readonly<Record<number, string>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'
}

/** Code pages of the character sets that fonts name (`\fcharset`); those not listed are the document's own. */
const OF_FONT: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 932,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  179: 1256,
  180: 1256,
  181: 1255,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850
}

/** Code pages in which a character may take two bytes or more. */
const WIDE: ReadonlySet<string> = new Set(['shift_jis', 'gbk', 'euc-kr', 'big5', 'gb18030', 'utf-8'])

/** A character set as a document names it: how to decode it, and whether characters may take more than one byte. */
export type CodePage = Readonly<{ name: string; isWide: boolean; decode: (bytes: Uint8Array) => string }>

const known = new Map<string, CodePage>()

/** The code page of a number; undefined for one that can not be decoded. */
export function codePage(number: number): CodePage | undefined {
  const upper = DOS[number]
  if (upper !== undefined) return { name: `ibm${number}`, isWide: false, decode: (bytes) => decodeDos(bytes, upper) }
  const charset = codePageCharset(number)
  return charset === undefined ? undefined : namedCodePage(charset)
}

/** The code page by a label of the Encoding standard; undefined for any other. */
export function namedCodePage(label: string): CodePage | undefined {
  const before = known.get(label)
  if (before) return before
  const name = charsetName(label)
  if (name === undefined) return undefined
  const decoder = openDecoder(name)
  const page = { name, isWide: WIDE.has(name), decode: (bytes: Uint8Array) => decoder.decode(bytes) }
  known.set(label, page)
  return page
}

/** The code page of a font's character set; undefined where it is the document's own. */
export function codePageOfFont(charset: number): CodePage | undefined {
  const number = OF_FONT[charset]
  return number === undefined ? undefined : codePage(number)
}

function decodeDos(bytes: Uint8Array, upper: string): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80))).join('')
}
