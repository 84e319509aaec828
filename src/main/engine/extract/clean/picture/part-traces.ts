import { latin1 } from '#engine/extract/charset/latin1'
import { gifBlocks } from '#engine/extract/clean/picture/gif-blocks'
import { isNamed, jpegSegments } from '#engine/extract/clean/picture/jpeg-segments'
import { pngChunks } from '#engine/extract/clean/picture/png-chunks'
import { riffChunks, webpRange } from '#engine/extract/clean/picture/riff-chunks'
import { tiffChain } from '#engine/extract/clean/picture/tiff-directory'
import { DRAWN_TAGS } from '#engine/extract/clean/picture/tiff-tags'
import { traceValue } from '#engine/extract/clean/trace-value'
import type { Trace, TraceKind } from '#shared/model/copy'

/** An EXIF block of this size or less can hold the orientation alone. */
const BARE_EXIF = 32

const packet = (name: string, size: number): Trace => ({ kind: 'packet', name, value: `${size} bytes` })
const text = (kind: TraceKind, name: string, bytes: Uint8Array): Trace => ({
  kind,
  name,
  value: traceValue(Buffer.from(bytes).toString('utf8'))
})

/** The parts of a JPEG that are not drawn. */
export function jpegPartTraces(bytes: Uint8Array): Trace[] {
  const traces: Trace[] = []
  for (const segment of jpegSegments(bytes)) {
    const { kind, marker, content } = segment
    if (kind === 'trailer') traces.push(packet('after the picture', content.length))
    else if (marker === 0xfe) traces.push(text('description', 'comment', content))
    else if (marker === 0xe0 && isNamed(segment, 'JFIF\0')) {
      if (content[12] !== 0 || content[13] !== 0) traces.push({ kind: 'thumbnail', name: 'JFIF thumbnail', value: null })
    } else if (marker >= 0xe0 && marker <= 0xef) {
      const isDrawn = (marker === 0xe2 && isNamed(segment, 'ICC_PROFILE\0')) || (marker === 0xee && isNamed(segment, 'Adobe'))
      const isBare = marker === 0xe1 && isNamed(segment, 'Exif\0') && content.length <= BARE_EXIF
      const name = latin1(content.subarray(0, 28)).match(/^[\x20-\x7e]{3,}/)?.[0] ?? `APP${marker - 0xe0}`
      if (!isDrawn && !isBare) traces.push(packet(name, content.length))
    }
  }
  return traces
}

const PNG_DRAWN = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT|bKGD|pHYs|cICP|mDC[Vv]|cLL[Ii]|acTL|fcTL|fdAT)$/

export function pngPartTraces(bytes: Uint8Array): Trace[] {
  const traces: Trace[] = []
  for (const { name, content } of pngChunks(bytes)) {
    if (PNG_DRAWN.test(name) || (name === 'eXIf' && content.length <= BARE_EXIF)) continue
    if (name === 'tEXt') traces.push(text(textKind(content), 'tEXt', content))
    else if (name === 'tIME') traces.push({ kind: 'time', name, value: null })
    else traces.push(packet(name === '' ? 'after the picture' : name, content.length))
  }
  return traces
}

/** By the keyword. */
function textKind(content: Uint8Array): TraceKind {
  const keyword = latin1(content.subarray(0, Math.max(0, content.indexOf(0))))
  if (/^(?:author|copyright|artist)$/i.test(keyword)) return 'author'
  if (/^(?:software|source)$/i.test(keyword)) return 'program'
  if (/time|date/i.test(keyword)) return 'time'
  return keyword === 'Title' ? 'title' : 'description'
}

export function webpPartTraces(bytes: Uint8Array): Trace[] {
  const { start, end } = webpRange(bytes)
  const traces: Trace[] = []
  for (const { name, content } of riffChunks(bytes, start, end)) {
    const isBare = name === 'EXIF' && content.length <= BARE_EXIF
    if (!/^(?:VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/.test(name) && !isBare) traces.push(packet(name.trim(), content.length))
    if (name !== 'ANMF') continue
    for (const inner of riffChunks(content, 16, content.length))
      if (!/^(?:VP8[ L]|ALPH)$/.test(inner.name)) traces.push(packet(inner.name.trim(), inner.content.length))
  }
  if (end < bytes.length) traces.push(packet('after the picture', bytes.length - end))
  return traces
}

export function gifPartTraces(bytes: Uint8Array): Trace[] {
  return [...gifBlocks(bytes)].flatMap(({ kind, name, bytes: block }): Trace[] => {
    if (kind === 'comment') return [text('description', 'comment', block.subarray(3))]
    if (kind === 'text' || kind === 'unknown') return [packet(kind, block.length)]
    if (kind === 'trailer') return [packet('after the picture', block.length)]
    const isRepeat = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(name) && block.length === 19
    return kind === 'application' && !isRepeat ? [packet(name.trim(), block.length)] : []
  })
}

const TIFF_KINDS: Readonly<Record<number, readonly [TraceKind, string]>> = {
  269: ['title', 'DocumentName'],
  270: ['description', 'ImageDescription'],
  271: ['device', 'Make'],
  272: ['device', 'Model'],
  285: ['title', 'PageName'],
  305: ['program', 'Software'],
  306: ['time', 'DateTime'],
  315: ['author', 'Artist'],
  316: ['device', 'HostComputer'],
  330: ['thumbnail', 'SubIFDs'],
  700: ['packet', 'XMP'],
  33432: ['author', 'Copyright'],
  33723: ['packet', 'IPTC'],
  34377: ['packet', 'Photoshop'],
  34665: ['packet', 'EXIF'],
  34853: ['place', 'GPS']
}

export function tiffPartTraces(bytes: Uint8Array): Trace[] {
  const traces: Trace[] = []
  for (const { entries } of tiffChain(bytes)) {
    for (const { tag, type, bytes: value } of entries) {
      if (DRAWN_TAGS.has(tag)) continue
      const [kind, name] = TIFF_KINDS[tag] ?? ['other', `tag ${tag}`]
      traces.push({ kind, name, value: type === 2 ? traceValue(latin1(value)) : null })
    }
  }
  return traces
}
