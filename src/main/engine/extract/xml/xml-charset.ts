import { charsetName } from '#engine/extract/charset/charset'

/** The character set of an XML part: its byte order mark, the shape of its first characters, its declaration, else UTF-8 (XML 1.0, F). */
export function xmlCharset(head: Uint8Array): string {
  const [first, second] = head
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1')
  const label = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start)?.[1]
  const declared = label === undefined ? undefined : charsetName(label)
  // The declaration was readable as ASCII, so a part that calls itself UTF-16 is not.
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared
}
