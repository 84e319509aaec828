import { inflateSync } from 'node:zlib'
import { heldFile } from '#engine/extract/read-file'
import { openZip } from '#engine/extract/zip/open-zip'

/** Everything that can be read in a file: its bytes in each encoding of texts, and what is packed in them, one level deep. */
export async function allReadable(bytes: Buffer): Promise<string> {
  const texts = [bytes.toString('latin1'), bytes.toString('utf8'), bytes.toString('utf16le'), swapped(bytes)]
  if (bytes.subarray(0, 2).toString() === 'PK') {
    const zip = await openZip(heldFile(bytes), { maxEntries: 1000 })
    for (const entry of zip.entries) texts.push(entry.name, await allReadable(Buffer.from(zip.read(entry, 1e8))))
  }
  // Streams of PDF and chunks of PNG: whatever begins like zlib is tried.
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    if (![0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0)) continue
    try {
      texts.push(inflateSync(bytes.subarray(at), { maxOutputLength: 50_000_000 }).toString('latin1'))
    } catch {
      // It only looked like packed data.
    }
  }
  return texts.join('\n')
}

function swapped(bytes: Buffer): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1))
  return even.swap16().toString('utf16le')
}
