import { chunkEnd, LARGEST_CHUNK } from '#engine/text/chunk-border'
import { type BlockShape, headingOf, shapeOf } from '#engine/text/chunk-head'
import type { PackedRun } from '#engine/text/packed-text'
import { RunPacker } from '#engine/text/run-packer'
import { BLOCK_SEPARATOR, type Block } from '#shared/model/block'
import { hangulWords, joinColumn } from '#shared/text/hangul-words'
import { indexText } from '#shared/text/index-text'

/** A block that is not in a chunk yet, and where it begins in what is waiting. */
type Waiting = Readonly<{ start: number; block: Block }>

/**
 * The reader text of a document, packed. `terms`: its index terms, as `indexText` makes them; `column`: what is indexed of it, as
 * `indexColumn` makes it; `bytes`: of its UTF-8.
 */
export type PackedReader = Readonly<{ runs: readonly PackedRun[]; terms: string; column: string; bytes: number }>

/**
 * Packs the reader text of a document, whose blocks may come in pieces, as runs of chunks, and makes its index terms on the way.
 * Memory: what is packed, the terms, and one run.
 */
export class TextPacker {
  readonly #runs = new RunPacker()
  readonly #terms: Uint8Array[] = []
  readonly #words: string[] = []
  #text = ''
  #blocks: Waiting[] = []
  #count = 0
  #page: number | undefined
  #heading: string | undefined
  #bytes = 0

  add(blocks: readonly Block[]): void {
    const parts = [this.#text]
    let length = this.#text.length
    for (const block of blocks) {
      if (this.#count++ > 0) {
        parts.push(BLOCK_SEPARATOR)
        length += BLOCK_SEPARATOR.length
      }
      this.#blocks.push({ start: length, block })
      parts.push(block.text)
      length += block.text.length
    }
    this.#text = parts.join('')
    // What comes next may still join the last word: the end waits.
    this.#cut(LARGEST_CHUNK * 2)
  }

  /** Nothing can be added afterwards. */
  finish(): PackedReader {
    this.#cut(0)
    const terms = Buffer.concat(this.#terms).toString('utf8')
    return { runs: this.#runs.finish(), terms, column: joinColumn(terms, this.#words.join(' ')), bytes: this.#bytes }
  }

  /** Makes chunks until no more than `rest` code units wait. */
  #cut(rest: number): void {
    let from = 0
    let first = 0
    const starts = this.#blocks.map(({ start }) => start)
    while (this.#text.length - from > rest || (rest === 0 && first < this.#blocks.length)) {
      const end = chunkEnd(this.#text, from, starts.slice(first, first + LARGEST_CHUNK))
      const isLast = end === this.#text.length
      let next = first
      while (next < starts.length && (isLast || (starts[next] ?? 0) < end)) next++
      this.#take(from, end, first, next)
      from = end
      first = next
    }
    this.#text = this.#text.slice(from)
    this.#blocks = this.#blocks.slice(first).map(({ start, block }) => ({ start: start - from, block }))
  }

  #take(from: number, end: number, first: number, next: number): void {
    const text = this.#text.slice(from, end)
    const inside = this.#blocks.slice(first, next)
    const skip = (inside[0]?.start ?? end) - from
    const head = {
      skip,
      blocks: inside.map(({ block }): BlockShape => shapeOf(block)),
      ...(this.#page === undefined ? {} : { page: this.#page }),
      ...(this.#heading === undefined ? {} : { heading: this.#heading })
    }
    const terms = indexText(text)
    if (terms !== '') this.#terms.push(Buffer.from(this.#terms.length === 0 ? terms : ` ${terms}`, 'utf8'))
    const words = hangulWords(text)
    if (words !== '') this.#words.push(words)
    this.#bytes += Buffer.byteLength(text)
    this.#runs.add({ content: `${JSON.stringify(head)}\n${text}`, units: text.length, terms })
    for (const { block } of inside) {
      this.#page = block.page ?? this.#page
      if (block.kind === 'heading') this.#heading = headingOf(block.text)
    }
  }
}

/** Packs the reader text of blocks that are all there. */
export function packReader(blocks: readonly Block[]): PackedReader {
  const packer = new TextPacker()
  packer.add(blocks)
  return packer.finish()
}
