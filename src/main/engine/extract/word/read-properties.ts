import type { WordFile } from '#engine/extract/word/open-word'
import type { Piece } from '#engine/extract/word/read-pieces'

/** Of letters. */
export type LetterStyle = Readonly<{ strong: boolean; emphasis: boolean; change: 'inserted' | 'deleted' | undefined }>
/** Of paragraphs. `level` is that of a heading, 0 for none. */
export type ParagraphStyle = Readonly<{ level: number; isInTable: boolean; isRowEnd: boolean }>

/** A stretch of the document, `start` inclusive, `end` exclusive, in characters. */
export type Stretch<Style> = Readonly<{ start: number; end: number; style: Style }>

const [LETTERS, PARAGRAPHS] = [12, 13]
const PAGE = 512
/** Numbers of the properties that are looked at (MS-DOC, 2.6). */
const [DELETED, INSERTED, BOLD, ITALIC] = [0x0800, 0x0801, 0x0835, 0x0836]
const [IN_TABLE, ROW_END, OUTLINE_LEVEL, IN_DATA] = [0x2416, 0x2417, 0x2640, 0x6646]
const TABLE_DEFINITION = 0xd608
const LAST_HEADING = 9

type Place<Style> = { from: number; to: number; style: Style }

/** Bold, italic and tracked letters, in the order of the document. */
export function letterStyles(file: WordFile, pieces: readonly Piece[]): Stretch<LetterStyle>[] {
  const places: Place<LetterStyle>[] = []
  for (const { page, runs } of pagesOf(file, LETTERS)) {
    for (let run = 0; run < runs; run++) {
      const at = (page[(runs + 1) * 4 + run] ?? 0) * 2
      const style = at === 0 ? undefined : letterStyle(page.subarray(at + 1, at + 1 + (page[at] ?? 0)))
      if (style) places.push({ ...rangeOf(page, run), style })
    }
  }
  return stretchesOf(places, pieces)
}

/** Headings and tables, in the order of the document. */
export function paragraphStyles(file: WordFile, pieces: readonly Piece[]): Stretch<ParagraphStyle>[] {
  const places: Place<ParagraphStyle>[] = []
  for (const { page, runs } of pagesOf(file, PARAGRAPHS)) {
    for (let run = 0; run < runs; run++) {
      const at = (page[(runs + 1) * 4 + run * 13] ?? 0) * 2
      const style = at === 0 ? undefined : paragraphStyle(paragraphProperties(page, at), file.data)
      if (style) places.push({ ...rangeOf(page, run), style })
    }
  }
  return stretchesOf(places, pieces)
}

/** Pages of the main stream that hold properties, each once. */
function* pagesOf(file: WordFile, index: number): Generator<Readonly<{ page: Buffer; runs: number }>> {
  const list = file.part(index)
  const count = Math.floor((list.length - 4) / 8)
  const seen = new Set<number>()
  for (let at = 0; at < count; at++) {
    const start = (list.readUInt32LE((count + 1) * 4 + at * 4) & 0x3fffff) * PAGE
    if (seen.has(start) || start + PAGE > file.main.length) continue
    seen.add(start)
    const page = file.main.subarray(start, start + PAGE)
    const runs = page[PAGE - 1] ?? 0
    if ((runs + 1) * 4 + runs <= PAGE) yield { page, runs }
  }
}

const rangeOf = (page: Buffer, run: number): { from: number; to: number } => ({
  from: page.readUInt32LE(run * 4),
  to: page.readUInt32LE(run * 4 + 4)
})

function letterStyle(properties: Buffer): LetterStyle | undefined {
  let [strong, emphasis, isDeleted, isInserted] = [false, false, false, false]
  for (const { property, at } of propertiesIn(properties)) {
    // 0 and 0x80 say no, 1 and 0x81 yes.
    const isOn = ((properties[at] ?? 0) & 1) === 1
    if (property === BOLD) strong = isOn
    else if (property === ITALIC) emphasis = isOn
    else if (property === DELETED) isDeleted = isOn
    else if (property === INSERTED) isInserted = isOn
  }
  if (!strong && !emphasis && !isDeleted && !isInserted) return undefined
  return { strong, emphasis, change: isDeleted ? 'deleted' : isInserted ? 'inserted' : undefined }
}

/** The style's number and the properties behind it. */
function paragraphProperties(page: Buffer, at: number): Buffer {
  const length = page[at] ?? 0
  return length === 0 ? page.subarray(at + 2, at + 2 + (page[at + 1] ?? 0) * 2) : page.subarray(at + 1, at + length * 2)
}

function paragraphStyle(properties: Buffer, data: Buffer): ParagraphStyle | undefined {
  if (properties.length < 2) return undefined
  const number = properties.readUInt16LE(0)
  const found = { level: number >= 1 && number <= LAST_HEADING ? number : 0, isInTable: false, isRowEnd: false }
  const apply = (list: Buffer, isFirst: boolean): void => {
    for (const { property, at } of propertiesIn(list)) {
      const value = list[at] ?? 0
      if (property === IN_TABLE) found.isInTable = value === 1
      else if (property === ROW_END) found.isRowEnd = value === 1
      else if (property === OUTLINE_LEVEL) found.level = value < LAST_HEADING ? value + 1 : 0
      else if (property === IN_DATA && isFirst && at + 4 <= list.length) {
        const start = list.readUInt32LE(at)
        if (start + 2 <= data.length) apply(data.subarray(start + 2, start + 2 + data.readUInt16LE(start)), false)
      }
    }
  }
  apply(properties.subarray(2), true)
  return found.level > 0 || found.isInTable || found.isRowEnd ? found : undefined
}

/** Each property with the place of its value. */
function* propertiesIn(list: Buffer): Generator<Readonly<{ property: number; at: number }>> {
  for (let at = 0; at + 2 <= list.length; ) {
    const property = list.readUInt16LE(at)
    yield { property, at: at + 2 }
    at += 2 + valueLength(list, property, at + 2)
  }
}

const LENGTHS = [1, 1, 2, 4, 2, 2, undefined, 3]

function valueLength(list: Buffer, property: number, at: number): number {
  const fixed = LENGTHS[property >> 13]
  if (fixed !== undefined) return fixed
  if (property === TABLE_DEFINITION) return at + 2 <= list.length ? list.readUInt16LE(at) + 1 : 2
  return (list[at] ?? 0) + 1
}

/** Places in the stream as stretches of the document. Places that lie over each other count once, so that the cost stays linear. */
function stretchesOf<Style>(places: Place<Style>[], pieces: readonly Piece[]): Stretch<Style>[] {
  const inOrder = places.sort((a, b) => a.from - b.from)
  const apart: Place<Style>[] = []
  for (const place of inOrder) {
    const from = Math.max(place.from, apart.at(-1)?.to ?? 0)
    if (from < place.to) apart.push({ ...place, from })
  }
  const stretches: Stretch<Style>[] = []
  for (const { start, length, position, isWide } of pieces) {
    const width = isWide ? 2 : 1
    const end = position + length * width
    for (let at = firstAfter(apart, position); at < apart.length; at++) {
      const place = apart[at]
      if (!place || place.from >= end) break
      const from = start + Math.ceil((Math.max(place.from, position) - position) / width)
      const to = start + Math.ceil((Math.min(place.to, end) - position) / width)
      if (to > from) stretches.push({ start: from, end: to, style: place.style })
    }
  }
  return stretches
}

/** The first place that ends behind this position. */
function firstAfter(places: readonly Place<unknown>[], position: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.to ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low
}
