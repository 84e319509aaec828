import { isUtf8 } from 'node:buffer'
import { charsetName } from '#engine/extract/charset/charset'
import { openDecoder } from '#engine/extract/charset/open-decoder'
import { unquotePrintable } from '#engine/extract/mail/transfer'

const ENCODED_WORD = /=\?([^?*\s]{1,60})(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=/gi

/** What bytes beyond ASCII in headers mean where nothing is declared, for one message. */
export type HeaderCharset = string

/**
 * The text of a header, or part of one: encoded words decoded (RFC 2047), also where a letter was cut between two; bytes that were never
 * encoded read as UTF-8 where they are, else as `fallback`. Never throws; what can not be decoded stays readable in part.
 */
export function headerText(value: string, fallback: HeaderCharset): string {
  let text = ''
  let at = 0
  let run: { charset: string; bytes: Uint8Array[] } | undefined
  const flush = (): void => {
    if (run) text += wordText(Buffer.concat(run.bytes), run.charset, fallback)
    run = undefined
  }
  for (const match of value.matchAll(ENCODED_WORD)) {
    const [word, label = '', encoding = '', content = ''] = match
    const between = value.slice(at, match.index)
    const charset = charsetName(label) ?? fallback
    // White space between two encoded words is not part of the text.
    if (!run || between.trim() !== '') {
      flush()
      text += rawText(between, fallback)
    } else if (run.charset !== charset) flush()
    run ??= { charset, bytes: [] }
    run.bytes.push(/b/i.test(encoding) ? Buffer.from(content, 'base64') : unquoteWord(content))
    at = match.index + word.length
  }
  flush()
  return (text + rawText(value.slice(at), fallback)).replaceAll(/[\0\r\n]+/g, ' ').trim()
}

function unquoteWord(content: string): Uint8Array {
  return unquotePrintable(Buffer.from(content.replaceAll('_', ' '), 'latin1'))
}

/** Text in another character set than it says is practically never valid in UTF-8 by chance. */
function wordText(bytes: Uint8Array, charset: string, fallback: HeaderCharset): string {
  if (charset !== 'utf-8' && !charset.startsWith('iso-2022') && isUtf8(bytes)) return new TextDecoder().decode(bytes)
  if (charset === 'utf-8' && !isUtf8(bytes)) return decode(bytes, fallback === 'utf-8' ? charset : fallback)
  return decode(bytes, charset)
}

/** Header values are Latin-1 of their bytes. */
function rawText(value: string, fallback: HeaderCharset): string {
  if (value.includes('\x1b')) return decode(Buffer.from(value, 'latin1'), 'iso-2022-jp')
  if (!/[\u0080-\u00ff]/.test(value)) return value
  const bytes = Buffer.from(value, 'latin1')
  return decode(bytes, isUtf8(bytes) ? 'utf-8' : fallback)
}

function decode(bytes: Uint8Array, charset: string): string {
  return openDecoder(charset).decode(bytes)
}
