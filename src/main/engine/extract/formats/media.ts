import { parseDate } from '#engine/extract/dates/dates'
import { type FormatReader, type Found, NOTHING_FOUND, type Source } from '#engine/extract/found'
import { dateTaken } from '#engine/extract/image/date-taken'
import { amrDuration } from '#engine/extract/media/amr-duration'
import { readAviHead } from '#engine/extract/media/avi-head'
import { type MediaFacts, NO_MEDIA_FACTS } from '#engine/extract/media/media-facts'
import { type Mp4Head, readMp4Head } from '#engine/extract/media/mp4-head'
import { readTags } from '#engine/extract/media/read-tags'
import { type Block, readerText } from '#shared/model/block'
import type { Fact, FactName } from '#shared/model/fact'
import { isPlayableType } from '#shared/model/playable-types'

/** Of the MPEG-4 family: boxes in boxes. */
const BOXES = /^(?:audio\/(?:mp4|x-m4a)|video\/(?:mp4|quicktime|x-m4v|3gpp2?))$/
/** Containers that say nothing more than what they are, or whose describing parts no library here reads. */
const NOT_DESCRIBED =
  /^(?:audio\/(?:midi|qcelp|vnd\.dolby\.dd-raw|x-it|x-s3m|x-voc|x-xm)|video\/(?:mpeg|mp2t|MP1S|MP2P|x-flv)|application\/(?:mxf|vnd\.rn-realmedia))$/
/** What stands in containers that can be played, and can not itself: films of old telephones, of cameras and of some editors. */
const NOT_PLAYED =
  /^(?:s263|h263|samr|sawb|sevc|sqcp|mp4v|jpeg|mjpa|mjpb|apc[hnso]|ap4[hx]|SVQ[13]|rle|cvid|ac-3|ec-3|V_MPEG[12]|V_MPEG4\/ISO\/ASP|A_AC3|A_DTS)$/
/** Beyond this many characters a text is cut at its lines, so that no block is too large to draw. */
const LONG_TEXT = 4000

const NO_HEAD: Mp4Head = { facts: NO_MEDIA_FACTS, keys: [] }

type Trouble = NonNullable<Found['simplified']>

const NOT_PLAYABLE: Trouble = {
  code: 'not-readable-yet',
  message:
    'Sanad keeps and describes this recording, but can not play its kind. Open the file with a media player to see or hear it.'
}
const DAMAGED: Trouble = {
  code: 'partly-read',
  message:
    'This recording is kept, but it is damaged or cut off: what describes it could not be read in full. It may play in part.'
}

/** Sound and film: what the file says of itself. Its content is played, never read. */
export const media: FormatReader = { extract }

async function extract(source: Source): Promise<Found> {
  const { facts, isDamaged } = await describe(source)
  const canPlay = isPlayableType(source.mediaType) && !facts.codecs.some((codec) => NOT_PLAYED.test(codec))
  const blocks = blocksOf(facts)
  const taken = dateTaken(facts.date ?? null, null)
  const recorded = taken?.day ?? (facts.date === undefined ? null : parseDate(facts.date))
  return {
    blocks,
    allText: allTextOf(blocks, facts),
    charset: null,
    metadata: { ...NOTHING_FOUND, title: facts.title ?? null, author: facts.artist ?? null, date: recorded },
    direction: null,
    simplified: canPlay ? (isDamaged ? DAMAGED : null) : NOT_PLAYABLE,
    originalView: 'media',
    remoteResources: [],
    facts: factsOf(facts, taken !== null && taken.full !== taken.day ? taken.full : undefined)
  }
}

async function describe(source: Source): Promise<{ facts: MediaFacts; isDamaged: boolean }> {
  const { file, mediaType, charset } = source
  if (NOT_DESCRIBED.test(mediaType)) return { facts: NO_MEDIA_FACTS, isDamaged: false }
  if (mediaType === 'video/vnd.avi') return { facts: await readAviHead(file, charset), isDamaged: false }
  if (mediaType === 'audio/amr') {
    const duration = amrDuration(file)
    return { facts: { ...NO_MEDIA_FACTS, codecs: ['AMR'], ...(duration === undefined ? {} : { duration }) }, isDamaged: false }
  }
  const head = BOXES.test(mediaType) ? readMp4Head(file) : NO_HEAD
  try {
    const tags = await readTags(file, { mediaType, charset, keys: head.keys })
    // A film whose camera lost its power has no description at all.
    const isMissing = BOXES.test(mediaType) && head.facts.codecs.length === 0 && tags.codecs.length === 0
    return { facts: joined(head.facts, tags), isDamaged: isMissing }
  } catch {
    // A file that lies or breaks off in its description: the library says so in a hundred ways, which mean the same to a person.
    return { facts: head.facts, isDamaged: true }
  }
}

/** What the library says goes before; the codecs go by their four letters. */
function joined(own: MediaFacts, tags: MediaFacts): MediaFacts {
  const said = Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined))
  // The film may be longer than its sound.
  const duration = Math.max(own.duration ?? 0, tags.duration ?? 0)
  return {
    ...own,
    ...said,
    codecs: own.codecs.length > 0 ? own.codecs : tags.codecs,
    duration: duration > 0 ? duration : undefined,
    texts: [...new Set([...tags.texts, ...own.texts])],
    chapters: tags.chapters.length > 0 ? tags.chapters : own.chapters,
    others: [...new Set([...tags.others, ...own.others])]
  }
}

function blocksOf({ texts, chapters }: MediaFacts): Block[] {
  const paragraphs = texts.flatMap(piecesOf).map((text): Block => ({ kind: 'paragraph', text }))
  const named = chapters.map(({ title, seconds }): Block => {
    const text = seconds === null ? title : `${clockOf(seconds)} ${title}`
    return { kind: 'list-item', level: 1, text }
  })
  return [...paragraphs, ...named]
}

function piecesOf(text: string): string[] {
  if (text.length <= LONG_TEXT) return [text]
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function clockOf(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  return `${hours}:${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

/** All that is written in the file is found, where the Reader does not show it too. */
function allTextOf(blocks: readonly Block[], { others, title, artist, album, texts }: MediaFacts): string | null {
  const shown = new Set(texts)
  const rest = new Set([title, artist, album, ...others].filter((text) => text !== undefined && !shown.has(text)))
  if (rest.size === 0) return null
  return [readerText(blocks), ...rest].filter((text) => text !== '').join('\n\n')
}

function factsOf(facts: MediaFacts, taken: string | undefined): Fact[] {
  const list: Fact[] = []
  const add = (name: FactName, value: string | undefined): void => {
    if (value !== undefined && value !== '') list.push({ name, value: value.slice(0, 500) })
  }
  const { duration, bitrate, dimensions, codecs, place } = facts
  add('duration', duration === undefined ? undefined : String(Math.round(duration * 100) / 100))
  add('dimensions', dimensions && `${dimensions.width} × ${dimensions.height}`)
  add('codec', codecs.join(', '))
  add('bitrate', bitrate === undefined ? undefined : String(Math.round(bitrate)))
  add('artist', facts.artist)
  add('album', facts.album)
  add('taken', taken)
  add('created', facts.created)
  add('place', place === undefined ? undefined : placeOf(place))
  return list
}

/** `+35.6892+051.3890/` as `35.6892, 51.389`; what is not written so as it stands. */
function placeOf(written: string): string {
  const match = /^([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)/.exec(written)
  return match ? `${Number(match[1])}, ${Number(match[2])}` : written
}
