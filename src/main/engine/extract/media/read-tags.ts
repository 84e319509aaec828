import type { IAudioMetadata } from 'music-metadata'
import { BoundedTokenizer } from '#engine/extract/media/bounded-tokenizer'
import { type MediaFacts, NO_MEDIA_FACTS } from '#engine/extract/media/media-facts'
import { tagDecoder } from '#engine/extract/media/tag-charset'
import type { OpenFile } from '#engine/extract/read-file'

const LONGEST_STRING = 200_000
const MOST_STRINGS = 5000
const DEEPEST = 4

/**
 * What the library of music files finds: MP3, MPEG-4, Ogg, FLAC, WAV, Matroska, Windows Media and others. Throws where a file is damaged
 * in what describes it. `charset` is what a person chose; `keys` are names of MPEG-4 tags that have a number in place of one.
 */
export async function readTags(
  file: OpenFile,
  { mediaType, charset, keys }: Readonly<{ mediaType: string; charset: string | null; keys: readonly string[] }>
): Promise<MediaFacts> {
  const { parseFromTokenizer } = await import('music-metadata')
  const tokenizer = new BoundedTokenizer(file, mediaType)
  const found = await parseFromTokenizer(tokenizer, { duration: false, skipCovers: true, includeChapters: true })
  const strings = [...stringsIn(found.native, 0)].slice(0, MOST_STRINGS)
  const decode = await tagDecoder(strings, charset)
  return { ...written(found, keys, decode), ...measured(found), others: [...new Set(strings.map(decode))] }
}

/** QuickTime's names for what the library does not know by them. */
const QUICKTIME =
  /^(?:com\.apple\.quicktime\.)?(title|artist|author|album|date|creationdate|comment|description|location\.iso6709)$/

function quickTimeTags({ native }: IAudioMetadata, keys: readonly string[]): Map<string, string> {
  const tags = new Map<string, string>()
  for (const { id, value } of native.iTunes ?? []) {
    const numbered = id.length === 4 && id.startsWith('\0\0') ? keys[id.charCodeAt(2) * 256 + id.charCodeAt(3) - 1] : undefined
    const name = QUICKTIME.exec((numbered ?? id).toLowerCase())?.[1]
    if (name !== undefined && typeof value === 'string') tags.set(name, value)
  }
  return tags
}

function written(found: IAudioMetadata, keys: readonly string[], decode: (text: string) => string) {
  const { common, format } = found
  const tags = quickTimeTags(found, keys)
  const said = (text: string | undefined): string | undefined => {
    const clean = text === undefined ? '' : decode(text).replaceAll('\0', '').trim()
    return clean === '' ? undefined : clean
  }
  const lyrics = (common.lyrics ?? []).map(({ text, syncText }) => text ?? syncText.map((line) => line.text).join('\n'))
  const comments = (common.comment ?? []).map(({ text }) => text)
  const descriptions = [...(common.description ?? []), common.longDescription, tags.get('description')]
  const texts = [...descriptions, ...comments, tags.get('comment'), ...lyrics].map(said)
  return {
    title: said(common.title ?? tags.get('title')),
    artist: said(common.artist ?? common.albumartist ?? tags.get('artist') ?? tags.get('author')),
    album: said(common.album ?? tags.get('album')),
    date:
      tags.get('creationdate')?.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') ??
      common.date ??
      tags.get('date') ??
      common.year?.toString(),
    place: tags.get('location.iso6709'),
    texts: [...new Set(texts.filter((text) => text !== undefined))],
    chapters: (format.chapters ?? []).slice(0, MOST_STRINGS).flatMap(({ title, start, timeScale }) => {
      const shown = said(title)
      return shown === undefined ? [] : [{ title: shown, seconds: timeScale === undefined ? null : start / timeScale }]
    })
  } satisfies Partial<MediaFacts>
}

function measured({ format }: IAudioMetadata): Partial<MediaFacts> & Pick<MediaFacts, 'codecs'> {
  const { duration, bitrate, creationTime, trackInfo } = format
  const ofTracks = trackInfo.map(({ codecName }) => codecName ?? '').filter((name) => name !== '')
  const codecs = ofTracks.length > 0 ? ofTracks : format.codec === undefined ? NO_MEDIA_FACTS.codecs : [format.codec]
  return {
    codecs: [...new Set(codecs)],
    ...(isPositive(duration) ? { duration } : {}),
    ...(isPositive(bitrate) ? { bitrate } : {}),
    ...dimensionsOf(trackInfo),
    ...createdAt(creationTime)
  }
}

const isPositive = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value) && value > 0

function dimensionsOf(tracks: IAudioMetadata['format']['trackInfo']): Pick<MediaFacts, 'dimensions'> {
  for (const { video } of tracks) {
    const [width, height] = [video?.pixelWidth, video?.pixelHeight]
    if (isPositive(width) && isPositive(height)) return { dimensions: { width, height } }
  }
  return {}
}

/** Clocks that were never set stand at the beginning of their time. */
function createdAt(time: Date | undefined): Pick<MediaFacts, 'created'> {
  if (time === undefined || Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1980) return {}
  return { created: time.toISOString().replace('.000Z', 'Z') }
}

/** All strings in what the tags hold, whatever their shape; bytes are pictures and keys. */
function* stringsIn(value: unknown, depth: number): Generator<string> {
  if (typeof value === 'string') {
    const text = value.replaceAll('\0', '').trim()
    if (text !== '') yield text.slice(0, LONGEST_STRING)
  } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && depth < DEEPEST) {
    for (const [key, inner] of Object.entries(value)) if (key !== 'id' && key !== 'language') yield* stringsIn(inner, depth + 1)
  }
}
