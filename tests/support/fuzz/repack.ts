/** Changes what is packed inside a file and packs it again, so that readers get as far as what is changed. */
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib'
import { type ZipEntry, zipFile } from '#tests/support/zip-file'

type Change = (bytes: Buffer) => Buffer

/** A copy of a ZIP or GZIP file with one thing inside changed; undefined for what is neither, or can not be opened so simply. */
export function repacked(file: Buffer, choose: (count: number) => number, change: Change): Buffer | undefined {
  try {
    if (file[0] === 0x1f && file[1] === 0x8b)
      return gzipSync(change(gunzipSync(file, { maxOutputLength: 2 ** 22 })), { level: 1 })
    return file.readUInt32LE(0) === 0x04034b50 ? rezipped(file, choose, change) : undefined
  } catch {
    return undefined
  }
}

function rezipped(file: Buffer, choose: (count: number) => number, change: Change): Buffer | undefined {
  const entries = entriesOf(file)
  const chosen = entries.length === 0 ? -1 : choose(entries.length)
  return entries.length === 0
    ? undefined
    : zipFile(entries.map((entry, at) => (at === chosen ? { ...entry, content: change(entry.content) } : entry)))
}

function entriesOf(file: Buffer): (ZipEntry & { content: Buffer })[] {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const entries: (ZipEntry & { content: Buffer })[] = []
  let at = file.readUInt32LE(end + 16)
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [method, packed] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)]
    const local = file.readUInt32LE(at + 42)
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const bytes = file.subarray(from, from + packed)
    const content = method === 0 ? Buffer.from(bytes) : inflateRawSync(bytes, { maxOutputLength: 2 ** 22 })
    entries.push({ name: file.subarray(at + 46, at + 46 + name), content, method: 'stored' })
    at += 46 + name + extra + comment
  }
  return entries
}
