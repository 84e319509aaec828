/** MHTML files written line by line, so that they can also be wrong. */

export type MhtmlPart = Readonly<{
  /** Header lines, without the encoding. */
  headers: readonly string[]
  content: string | Uint8Array
  encoding?: 'base64' | 'quoted-printable' | '8bit'
}>

/** A message in parts under these head lines; line ends as the saving programs write them. */
export function mhtmlFile(head: readonly string[], boundary: string, parts: readonly MhtmlPart[], preamble = ''): Buffer {
  const lines = [...head, '', ...(preamble === '' ? [] : [preamble, ''])].map((line) => Buffer.from(`${line}\r\n`))
  const bodies = parts.flatMap((part) => [
    Buffer.from(`--${boundary}\r\n`),
    Buffer.from([...part.headers, `Content-Transfer-Encoding: ${part.encoding ?? '8bit'}`, '', ''].join('\r\n')),
    encoded(part),
    Buffer.from('\r\n')
  ])
  return Buffer.concat([...lines, ...bodies, Buffer.from(`--${boundary}--\r\n`)])
}

function encoded({ content, encoding }: MhtmlPart): Buffer {
  const bytes = Buffer.from(content)
  if (encoding === 'base64') return Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n'))
  return encoding === 'quoted-printable' ? quotedPrintable(bytes) : bytes
}

function quotedPrintable(bytes: Uint8Array): Buffer {
  let line = ''
  const lines: string[] = []
  for (const byte of bytes) {
    const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d
    const letter = isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (line.length + letter.length > 75) {
      lines.push(`${line}=`)
      line = ''
    }
    line += letter
  }
  return Buffer.from([...lines, line].join('\r\n'))
}
