import { latin1 } from '#engine/extract/charset/latin1'
import type { HeaderField } from '#engine/extract/mail/mime-part'

/** Larger heads than any real message has by far, lists of ten thousand receivers included; what stands beyond is passed over. */
const LIMITS = { bytes: 4 * 1024 * 1024, fields: 10_000, value: 1024 * 1024 } as const

const NEW_LINE = 0x0a
const FIELD = /^([\x21-\x39\x3b-\x7e]{1,100})[ \t]*:[ \t]*(.*)$/s
const ENVELOPE = /^>?From /

/** The head of a message or part, where its body begins, and whether some of the head was too much to be read. */
export type Head = Readonly<{ headers: readonly HeaderField[]; bodyAt: number; isCut: boolean }>

/**
 * Reads the head of a message or part (RFC 5322). A line that is no header ends it: its text then belongs to the body, so that nothing
 * of a damaged message is lost. Cost: linear; at most 4 MB are looked at line by line.
 */
export function readHead(bytes: Uint8Array): Head {
  const fields: { name: string; values: string[]; size: number }[] = []
  let isCut = false
  const headers = (): HeaderField[] => fields.map(({ name, values }) => ({ name, value: values.join('').trim() }))
  for (let at = 0; at < bytes.length; ) {
    if (at > LIMITS.bytes || fields.length > LIMITS.fields)
      return { headers: headers(), bodyAt: afterBlank(bytes, at - 1), isCut: true }
    const found = bytes.indexOf(NEW_LINE, at)
    const end = found < 0 ? bytes.length : found
    const line = latin1(bytes.subarray(at, Math.min(end, at + LIMITS.value))).replace(/\r$/, '')
    if (line === '') return { headers: headers(), bodyAt: Math.min(end + 1, bytes.length), isCut }
    if (end - at > LIMITS.value) isCut = true
    const last = fields.at(-1)
    const field = FIELD.exec(line)
    if (/^[ \t]/.test(line) && last) {
      last.size += line.length
      if (last.size <= LIMITS.value) last.values.push(line)
      else isCut = true
    } else if (field) fields.push({ name: (field[1] ?? '').toLowerCase(), values: [field[2] ?? ''], size: line.length })
    else if (!(at === 0 && ENVELOPE.test(line))) return { headers: headers(), bodyAt: at, isCut }
    at = end + 1
  }
  return { headers: headers(), bodyAt: bytes.length, isCut }
}

function afterBlank(bytes: Uint8Array, from: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends = ['\n\n', '\n\r\n'].map((mark) => ({ at: buffer.indexOf(mark, from, 'latin1'), length: mark.length }))
  const first = ends.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)[0]
  return first ? first.at + first.length : bytes.length
}
