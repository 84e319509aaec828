/** A document's texts, whose chunks are unpacked when they are asked for. */
import { type BlockShape, blockOf, type ChunkHead, unitsOf } from '#engine/text/chunk-head'
import { composed, type Recipe } from '#engine/text/difference-packer'
import type { PackedRun, PackedText } from '#engine/text/packed-text'
import { type ChunkContent, RunReader } from '#engine/text/unpack-run'
import { BLOCK_SEPARATOR, type Block } from '#shared/model/block'

/** A chunk of a text that has not been unpacked. */
export type ChunkPlace = Readonly<{
  ordinal: number
  /** Where it begins in the text, in UTF-16 code units, and how many it has. */
  start: number
  units: number
  /** Which terms it can hold (see `mayHold`); empty: any. */
  signature: Uint8Array
}>

export type StoredText = Readonly<{
  chunks: readonly ChunkPlace[]
  units: number
  /** The text of one chunk. Cost: unpacking it, and the first of its run. Throws when it is damaged, and `TextReplaced`. */
  read(ordinal: number): string
  /** What stands in a chunk of the reader text: its blocks, its page, the heading above. */
  head(ordinal: number): ChunkHead
  /** How much is kept: code units unpacked, and bytes that are not. */
  unitsRead(): number
}>

/** `all` is the very same object as `reader` where they do not differ. */
export type StoredTexts = Readonly<{ reader: StoredText; all: StoredText }>

/** A run whose chunks are brought when one of them is asked for. */
export type ClosedRun = Omit<PackedRun, 'chunks'> & Readonly<{ chunks: () => Uint8Array }>

type Reading = Readonly<{ text: string; head: ChunkHead }>

const NO_HEAD: ChunkHead = { skip: 0, blocks: [] }

const readerContent = ({ head, text }: ChunkContent): Reading => ({ text, head: JSON.parse(head) as ChunkHead })

const differenceContent = ({ head, text }: ChunkContent, reader: StoredText): Reading => ({
  text: composed(JSON.parse(head) as Recipe, text, (start, end) => sliceOf(reader, start, end)),
  head: NO_HEAD
})

/** Texts from their runs; `all` null: the same as the reader text. */
export function openRuns(readerRuns: readonly ClosedRun[], allRuns: readonly ClosedRun[] | null): StoredTexts {
  const reader = openText(readerRuns, readerContent)
  return { reader, all: allRuns === null ? reader : openText(allRuns, (content) => differenceContent(content, reader)) }
}

/** Texts that were just packed. */
export function openPackedText({ reader, all }: PackedText): StoredTexts {
  const closed = (run: PackedRun): ClosedRun => ({ ...run, chunks: () => run.chunks })
  return openRuns(reader.map(closed), all === null ? null : all.map(closed))
}

function openText(runs: readonly ClosedRun[], contentOf: (content: ChunkContent) => Reading): StoredText {
  const chunks: ChunkPlace[] = []
  const whereabouts: Readonly<{ run: number; index: number }>[] = []
  for (const [run, { start, sizes, signatures }] of runs.entries()) {
    let at = start
    let signed = 0
    for (const [index, [units, , bytes]] of sizes.entries()) {
      chunks.push({ ordinal: chunks.length, start: at, units, signature: signatures.subarray(signed, signed + bytes) })
      whereabouts.push({ run, index })
      at += units
      signed += bytes
    }
  }
  const readers = new Map<number, RunReader>()
  const kept = new Map<number, Reading>()
  let unitsRead = 0
  const readerOf = (number: number): RunReader => {
    const run = runs[number]
    const known = readers.get(number)
    if (known) return known
    const chunks = run?.chunks() ?? new Uint8Array(0)
    const reader = new RunReader(run?.sizes ?? [], chunks)
    unitsRead += chunks.length
    readers.set(number, reader)
    return reader
  }
  const contentAt = (ordinal: number): Reading => {
    const place = whereabouts[ordinal]
    if (!place) throw new RangeError(`there is no chunk ${ordinal}`)
    const before = kept.size
    const content = kept.get(ordinal) ?? contentOf(readerOf(place.run).read(place.index))
    kept.set(ordinal, content)
    if (kept.size > before) unitsRead += content.text.length
    return content
  }
  const last = chunks.at(-1)
  return {
    chunks,
    units: last ? last.start + last.units : 0,
    read: (ordinal) => contentAt(ordinal).text,
    head: (ordinal) => contentAt(ordinal).head,
    unitsRead: () => unitsRead
  }
}

/** The part `[start, end)` of a text, in UTF-16 code units. Cost: unpacking the chunks it lies in. */
export function sliceOf(text: StoredText, start: number, end: number): string {
  const parts: string[] = []
  for (let index = chunkAt(text, start); index < text.chunks.length; index++) {
    const chunk = text.chunks[index]
    if (!chunk || chunk.start >= end) break
    parts.push(text.read(index).slice(Math.max(0, start - chunk.start), end - chunk.start))
  }
  return parts.join('')
}

/** The number of the chunk that holds this place; 0 in a text without any. */
export function chunkAt({ chunks }: StoredText, at: number): number {
  let [low, high] = [0, chunks.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((chunks[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** All of a document's text, unpacked. */
export type DocumentText = Readonly<{ blocks: readonly Block[]; reader: string; all: string }>

/** Both texts, whole. Cost: unpacking, linear. */
export function wholeText({ reader, all }: StoredTexts): DocumentText {
  const text = wholeOf(reader)
  return {
    blocks: blocksOf(
      reader.chunks.flatMap(({ ordinal }) => reader.head(ordinal).blocks),
      text
    ),
    reader: text,
    all: all === reader ? text : wholeOf(all)
  }
}

/** One text, whole. Cost: unpacking, linear. */
export const wholeOf = (text: StoredText): string => text.chunks.map(({ ordinal }) => text.read(ordinal)).join('')

function blocksOf(shapes: readonly BlockShape[], text: string): Block[] {
  let at = 0
  return shapes.map((shape) => {
    const units = unitsOf(shape)
    const block = blockOf(shape, text.slice(at, at + units))
    at += units + BLOCK_SEPARATOR.length
    return block
  })
}
