import { decodeText } from '#engine/extract/charset/charset'
import { openDecoder } from '#engine/extract/charset/open-decoder'
import { type MediaFacts, NO_MEDIA_FACTS } from '#engine/extract/media/media-facts'
import { type OpenFile, readBytes } from '#engine/extract/read-file'

const MOST_CHUNKS = 2000
const LARGEST_VALUE = 64 * 1024

type Found = { duration?: number; width: number; height: number; codecs: string[]; info: Map<string, Uint8Array> }

/** What an AVI file (RIFF) says of itself: length, size of the picture, codecs, and its INFO list. Never throws. */
export async function readAviHead(file: OpenFile, charset: string | null): Promise<MediaFacts> {
  const found: Found = { width: 0, height: 0, codecs: [], info: new Map() }
  walk(file, 12, file.size, found, { left: MOST_CHUNKS })
  const { duration, width, height, codecs, info } = found
  const sample = Buffer.concat([...info.values()].flatMap((value) => [value, Buffer.from('\n')]))
  const told = sample.length === 0 ? 'utf-8' : (await decodeText(sample, charset, false)).charset
  const words = new Map(
    [...info].map(([key, value]) => [key, openDecoder(told).decode(value).replaceAll('\0', '').trim()] as const)
  )
  const said = (key: string): string | undefined => words.get(key) || undefined
  const comment = said('ICMT')
  return {
    ...NO_MEDIA_FACTS,
    codecs: [...new Set(codecs)],
    ...(duration === undefined ? {} : { duration }),
    ...(width > 0 && height > 0 ? { dimensions: { width, height } } : {}),
    title: said('INAM'),
    artist: said('IART'),
    album: said('IPRD'),
    date: said('ICRD'),
    texts: comment === undefined ? [] : [comment],
    others: [...new Set(words.values())].filter((value) => value !== '')
  }
}

function walk(file: OpenFile, start: number, end: number, found: Found, budget: { left: number }): void {
  for (let at = start; at + 8 <= end && budget.left-- > 0; ) {
    const header = Buffer.from(readBytes(file, at, 12))
    if (header.length < 8) return
    const [type, size] = [header.toString('latin1', 0, 4), header.readUInt32LE(4)]
    const content = at + 8
    if (type === 'LIST' && ['hdrl', 'strl', 'INFO'].includes(header.toString('latin1', 8, 12)))
      walk(file, content + 4, Math.min(content + size, end), found, budget)
    else if (type === 'avih') readMainHeader(Buffer.from(readBytes(file, content, 40)), found)
    else if (type === 'strh') readStreamHeader(Buffer.from(readBytes(file, content, 8)), found)
    else if (/^I[A-Z]{3}$/.test(type)) found.info.set(type, readBytes(file, content, Math.min(size, LARGEST_VALUE)))
    at = content + size + (size % 2)
  }
}

function readMainHeader(bytes: Buffer, found: Found): void {
  if (bytes.length < 40) return
  const seconds = (bytes.readUInt32LE(0) * bytes.readUInt32LE(16)) / 1_000_000
  if (seconds > 0) found.duration = seconds
  Object.assign(found, { width: bytes.readUInt32LE(32), height: bytes.readUInt32LE(36) })
}

function readStreamHeader(bytes: Buffer, found: Found): void {
  const codec = bytes.toString('latin1', 4, 8).trim()
  if (/^[\x21-\x7e]{2,4}$/.test(codec)) found.codecs.push(codec)
}
