import { charsetName } from '#engine/extract/charset/charset'
import { openDecoder } from '#engine/extract/charset/open-decoder'
import { headerText } from '#engine/extract/mail/header-text'

/** A header such as `text/plain; charset=utf-8`: its first word in lower case, and its parameters, names in lower case. */
export type ParameterisedHeader = Readonly<{ value: string; parameters: ReadonlyMap<string, string> }>

const PARAMETER = /;\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gs
const LONGEST = 64 * 1024

/**
 * Reads a header with parameters, those cut into pieces and in other character sets among them (RFC 2231), and those with encoded words,
 * which the standard forbids and programs write. `fallback` as in `headerText`.
 */
export function headerParameters(header: string, fallback: string): ParameterisedHeader {
  const text = header.slice(0, LONGEST)
  const end = text.search(/;|\s[a-z-]{1,20}=/i)
  const pieces = new Map<string, { order: number; value: string; isEncoded: boolean }[]>()
  for (const match of end < 0 ? [] : `;${text.slice(end + 1)}`.matchAll(PARAMETER)) {
    const [, rawName = '', quoted, bare] = match
    const [name = '', section, mark] = rawName.toLowerCase().split('*')
    const value = quoted === undefined ? (bare ?? '').trim() : quoted.replaceAll(/\\(.)/gs, '$1')
    const isEncoded = rawName.endsWith('*') && (section === '' || mark === '')
    const list = pieces.get(name) ?? []
    // Of two with one name and no number, the first counts; one in an encoding of its own is the better one.
    list.push({ order: Number.parseInt(section ?? '', 10) || 0, value, isEncoded })
    pieces.set(name, list)
  }
  const parameters = new Map([...pieces].map(([name, list]) => [name, parameterText(list, fallback)]))
  // Comments, and parameters before which the semicolon was forgotten, are not part of the value.
  const [value = ''] = (end < 0 ? text : text.slice(0, end)).trim().split(/[\s(]/, 1)
  return { value: value.toLowerCase(), parameters }
}

function parameterText(pieces: { order: number; value: string; isEncoded: boolean }[], fallback: string): string {
  if (!pieces.some(({ isEncoded }) => isEncoded)) {
    const isCut = pieces.some(({ order }) => order > 0)
    return headerText(
      isCut
        ? inOrder(pieces)
            .map(({ value }) => value)
            .join('')
        : (pieces[0]?.value ?? ''),
      fallback
    )
  }
  const list = inOrder(pieces.some(({ order }) => order > 0) ? pieces : pieces.filter(({ isEncoded }) => isEncoded))
  const declared = /^([^']{0,60})'[^']{0,60}'/.exec(list[0]?.value ?? '')
  const bytes = list.map(({ value, isEncoded }, index) => {
    const content = index === 0 && declared ? value.slice(declared[0].length) : value
    return isEncoded ? percentBytes(content) : Buffer.from(content, 'latin1')
  })
  const charset = charsetName(declared?.[1] ?? '') ?? fallback
  return openDecoder(charset)
    .decode(Buffer.concat(bytes))
    .replaceAll(/[\0\r\n]+/g, ' ')
}

function inOrder<T extends Readonly<{ order: number }>>(pieces: readonly T[]): T[] {
  return [...pieces].sort((a, b) => a.order - b.order)
}

function percentBytes(text: string): Uint8Array {
  const plain = text.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(plain, 'latin1')
}
