import { ArchiveEntries } from '#engine/extract/archive/archive-entries'
import { gunzipChunks } from '#engine/extract/archive/gunzip-chunks'
import { readGzipHeader } from '#engine/extract/archive/gzip-header'
import { readTar } from '#engine/extract/archive/read-tar'
import type { FormatReader, Found, Source } from '#engine/extract/found'
import { type Spool, SpoolFull } from '#engine/extract/spool'

const TAR_BLOCK = 512

/** GZIP: one packed file, or a packed TAR archive, which is opened in the same step. */
export const gzip: FormatReader = { extract: extractGzip }

async function extractGzip(source: Source, spool: Spool): Promise<Found> {
  const entries = new ArchiveEntries(spool)
  const chunks = gunzipChunks(source.file)
  const head = await readAtLeast(chunks, TAR_BLOCK)
  if (head.failure !== undefined && head.bytes.length === 0) throw head.failure
  const whole = rejoin(head, chunks)
  if (isTar(head.bytes)) await readTar(whole, entries)
  else await takeOne(source, whole, entries)
  return entries.found()
}

async function takeOne(source: Source, chunks: AsyncGenerator<Uint8Array>, entries: ArchiveEntries): Promise<void> {
  const header = readGzipHeader(source.file, 0)
  const name = innerName(source.name, header?.name ?? null)
  await entries.take(name, header?.modifiedAt ?? null, () => upToDamage(chunks, entries))
}

/** What can be unpacked of a damaged file is kept: half a testimony is better than none. */
async function* upToDamage(chunks: AsyncGenerator<Uint8Array>, entries: ArchiveEntries): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    if (error instanceof SpoolFull) throw error
    entries.end(error)
  }
}

/** `letter.txt.gz` holds `letter.txt`, whatever it was called when it was packed; other names tell nothing, and the header may. */
function innerName(name: string, packedAs: string | null): string {
  if (/\.tgz$/i.test(name)) return name.replace(/\.tgz$/i, '.tar')
  if (/\.svgz$/i.test(name)) return name.replace(/z$/i, '')
  if (/[^.]\.g?z$/i.test(name)) return name.replace(/\.g?z$/i, '')
  return packedAs ?? name
}

type Head = Readonly<{ bytes: Uint8Array; failure: unknown }>

async function readAtLeast(chunks: AsyncGenerator<Uint8Array>, length: number): Promise<Head> {
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    while (bytes < length) {
      const next = await chunks.next()
      if (next.done) break
      parts.push(next.value)
      bytes += next.value.length
    }
  } catch (failure) {
    return { bytes: Buffer.concat(parts), failure }
  }
  return { bytes: Buffer.concat(parts), failure: undefined }
}

async function* rejoin({ bytes, failure }: Head, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes
  if (failure !== undefined) throw failure
  yield* rest
}

/** By the sum in the header block of the first file, which every kind of TAR has (POSIX, `chksum`). */
function isTar(head: Uint8Array): boolean {
  if (head.length < TAR_BLOCK) return false
  const stated = Number.parseInt(Buffer.from(head.subarray(148, 156)).toString('latin1').trim(), 8)
  let sum = 0
  for (let at = 0; at < TAR_BLOCK; at++) sum += at >= 148 && at < 156 ? 0x20 : (head[at] ?? 0)
  return sum === stated && sum > 8 * 0x20
}
