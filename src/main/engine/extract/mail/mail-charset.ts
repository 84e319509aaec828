import { isAscii } from 'node:buffer'
import { charsetName, charsetOf } from '#engine/extract/charset/charset'

/** So much of a message is looked at for what its character set is. */
const HEAD = 64 * 1024
/** Names that say no more than that nobody looked, and those that headers beyond ASCII are tried in anyway. */
const SAYS_NOTHING = /^(?:us-ascii|ascii|ansi_x3\.4-1968|utf-?8|x-unknown|unknown-8bit|binary)$/i

/**
 * What bytes beyond ASCII in the headers of a message mean where they do not say it: the choice of a person, what a part of the message
 * declares, else what the bytes look like. Never throws.
 */
export async function mailCharset(bytes: Uint8Array, chosen: string | null): Promise<string> {
  const known = chosen === null ? undefined : charsetName(chosen)
  if (known !== undefined) return known
  const head = bytes.subarray(0, HEAD)
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  for (const [, label = ''] of text.matchAll(/(?:charset\s*=\s*"?|=\?)([\w.:-]{2,40})["?;\s]/gi)) {
    const declared = SAYS_NOTHING.test(label) ? undefined : charsetName(label)
    if (declared !== undefined) return declared
  }
  return isAscii(head) ? 'windows-1252' : await charsetOf(head, null, false)
}
