import type { MediaFacts } from '#engine/extract/media/media-facts'
import { type OpenFile, readBytes } from '#engine/extract/read-file'

/** Boxes looked at in one file; films have some hundreds before their content. */
const MOST_BOXES = 20_000
const LARGEST_VALUE = 64 * 1024
const DEEPEST = 8
/** Tracks of subtitles, chapters and time codes. */
const NOT_SOUND_OR_FILM: ReadonlySet<string> = new Set(['text', 'tx3g', 'tmcd', 'mp4s'])
const INSIDE: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'udta', 'meta'])

type Box = Readonly<{ type: string; start: number; end: number }>

type Head = {
  duration?: number
  created?: number
  width: number
  height: number
  isTurned: boolean
  codecs: string[]
  /** QuickTime's own texts, by the letters after their copyright sign. */
  words: Map<string, string>
  chapters: { title: string; seconds: number }[]
  /** Names of the newer kind of tags, in their order. */
  keys: string[]
}

/** `keys` name the tags that the library of music files gives by their number, from 1. */
export type Mp4Head = Readonly<{ facts: MediaFacts; keys: readonly string[] }>

/**
 * What the boxes of an MPEG-4 or QuickTime file say that the library of music files leaves out: the size of the picture, its length
 * where it has no sound, QuickTime's own texts, chapters, and the place where a telephone took it. Never throws; cost: some hundred short
 * reads.
 */
export function readMp4Head(file: OpenFile): Mp4Head {
  const head: Head = { width: 0, height: 0, isTurned: false, codecs: [], words: new Map(), chapters: [], keys: [] }
  let left = MOST_BOXES
  const walk = (start: number, end: number, depth: number): void => {
    for (let at = start; at + 8 <= end && left-- > 0; ) {
      const box = boxAt(file, at, end)
      if (!box) return
      if (!INSIDE.has(box.type)) readBox(file, box, head)
      else if (depth < DEEPEST) walk(box.type === 'meta' ? startOfMeta(file, box) : box.start, box.end, depth + 1)
      at = box.end
    }
  }
  walk(0, file.size, 0)
  return { facts: factsOf(head), keys: head.keys }
}

function factsOf({ duration, created, width, height, isTurned, codecs, words, chapters }: Head): MediaFacts {
  return {
    codecs: [...new Set(codecs.filter((codec) => !NOT_SOUND_OR_FILM.has(codec)))],
    duration,
    created: created === undefined ? undefined : new Date(created).toISOString().replace('.000Z', 'Z'),
    ...(width > 0 && height > 0 ? { dimensions: isTurned ? { width: height, height: width } : { width, height } } : {}),
    title: words.get('nam'),
    artist: words.get('ART') ?? words.get('aut'),
    album: words.get('alb'),
    date: words.get('day'),
    place: words.get('xyz'),
    texts: ['des', 'cmt', 'inf'].flatMap((key) => words.get(key) ?? []),
    chapters,
    others: [...words.values()]
  }
}

/** MPEG-4 puts a version before the boxes in it, QuickTime does not. */
const startOfMeta = (file: OpenFile, { start }: Box): number =>
  Buffer.from(readBytes(file, start + 4, 4)).toString('latin1') === 'hdlr' ? start : start + 4

function boxAt(file: OpenFile, at: number, end: number): Box | undefined {
  const header = Buffer.from(readBytes(file, at, 16))
  if (header.length < 8) return undefined
  const stated = header.readUInt32BE(0)
  const isLong = stated === 1 && header.length === 16
  const size = isLong ? Number(header.readBigUInt64BE(8)) : stated === 0 ? end - at : stated
  const start = at + (isLong ? 16 : 8)
  if (at + size < start || at + size > end) return undefined
  return { type: header.toString('latin1', 4, 8), start, end: at + size }
}

function readBox(file: OpenFile, { type, start, end }: Box, head: Head): void {
  const read = (length: number): Buffer => Buffer.from(readBytes(file, start, Math.min(length, end - start)))
  if (type === 'mvhd') readMovieHeader(read(36), head)
  else if (type === 'tkhd') readTrackHeader(read(96), head)
  else if (type === 'stsd') {
    const entry = read(16)
    const codec = entry.length < 16 ? '' : entry.toString('latin1', 12, 16)
    if (/^[\x20-\x7e]{4}$/.test(codec)) head.codecs.push(codec.trim())
  } else if (type.startsWith('\u00a9')) {
    const text = readText(read(LARGEST_VALUE))
    if (text !== '') head.words.set(type.slice(1), text)
  } else if (type === 'chpl') head.chapters.push(...readChapters(read(LARGEST_VALUE)))
  else if (type === 'keys') head.keys.push(...readKeys(read(LARGEST_VALUE)))
}

/** A length, a language, and the text. */
function readText(value: Buffer): string {
  const text = value.length < 4 ? '' : textOf(value.subarray(4, 4 + value.readUInt16BE(0)))
  return text.replaceAll('\0', '').trim()
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Older programs wrote what their system did.
    return new TextDecoder('macintosh').decode(bytes)
  }
}

function readKeys(bytes: Buffer): string[] {
  const keys: string[] = []
  for (let at = 8; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    if (size < 8) break
    keys.push(bytes.toString('utf8', at + 8, at + size))
    at += size
  }
  return keys
}

/** Nero's list of chapters: for each a time in ten-millionths of a second, and a name. */
function readChapters(bytes: Buffer): { title: string; seconds: number }[] {
  const chapters: { title: string; seconds: number }[] = []
  let at = bytes[0] === 1 ? 9 : 5
  for (let left = bytes[at - 1] ?? 0; left > 0 && at + 9 <= bytes.length; left--) {
    const end = at + 9 + (bytes[at + 8] ?? 0)
    const title = textOf(bytes.subarray(at + 9, end)).trim()
    if (title !== '') chapters.push({ title, seconds: Number(bytes.readBigUInt64BE(at)) / 10_000_000 })
    at = end
  }
  return chapters
}

/** Seconds from 1904 to 1970. */
const EPOCH = 2_082_844_800
/** Clocks that were never set stand at the beginning of their time. */
const EARLIEST = Date.UTC(1980, 0)
const LATEST = Date.UTC(2200, 0)

function readMovieHeader(bytes: Buffer, head: Head): void {
  if (bytes.length < 32) return
  const isLong = bytes[0] === 1
  const created = ((isLong ? Number(bytes.readBigUInt64BE(4)) : bytes.readUInt32BE(4)) - EPOCH) * 1000
  const timeScale = bytes.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16)
  if (timeScale > 0 && length > 0 && length !== 0xffffffff) head.duration = length / timeScale
  if (created > EARLIEST && created < LATEST) head.created = created
}

/** The largest picture counts. The matrix of a film that was taken upright turns it by a quarter. */
function readTrackHeader(bytes: Buffer, head: Head): void {
  const matrix = bytes[0] === 1 ? 52 : 40
  if (bytes.length < matrix + 44) return
  const [width, height] = [bytes.readUInt32BE(matrix + 36) / 65_536, bytes.readUInt32BE(matrix + 40) / 65_536]
  if (width * height <= head.width * head.height) return
  Object.assign(head, { width: Math.round(width), height: Math.round(height), isTurned: bytes.readInt32BE(matrix) === 0 })
}
