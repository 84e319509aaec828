import type { Decoder } from '#engine/extract/charset/open-decoder'

const [WIDE, EAST_ASIAN, RICH] = [0x01, 0x04, 0x08]

/**
 * Reads texts out of a record and those that continue it. Since Excel 97 a text says whether its letters have one byte or two, and says it
 * again where a new record begins in the middle of it; before, texts are bytes in the code page of the file.
 */
export class BiffText {
  readonly #parts: readonly Buffer[]
  readonly #decoder: Decoder | undefined
  #part = 0
  #at: number

  /** `decoder` for the texts of Excel 5 and 95; undefined since. */
  constructor(parts: readonly Buffer[], at: number, decoder: Decoder | undefined) {
    this.#parts = parts
    this.#at = at
    this.#decoder = decoder
  }

  get isAtEnd(): boolean {
    return this.#part >= this.#parts.length - 1 && this.#at >= this.#length
  }

  get #length(): number {
    return this.#parts[this.#part]?.length ?? 0
  }

  /** A text whose length takes one byte or two. As much of it as there is. */
  read(lengthBytes: 1 | 2): string {
    const length = lengthBytes === 1 ? this.#byte() : this.#byte() + this.#byte() * 256
    if (this.#decoder) return this.#decoder.decode(this.#bytes(length))
    const flags = this.#byte()
    const runs = flags & RICH ? this.#byte() + this.#byte() * 256 : 0
    const phonetic =
      flags & EAST_ASIAN ? this.#byte() + this.#byte() * 256 + this.#byte() * 65_536 + this.#byte() * 16_777_216 : 0
    const text = this.letters(length, (flags & WIDE) !== 0)
    this.#skip(runs * 4 + phonetic)
    return text
  }

  /** Letters of one byte or two; where a record ends among them the next one says which. */
  letters(length: number, isWide: boolean): string {
    const pieces: string[] = []
    let width = isWide ? 2 : 1
    for (let left = length; left > 0; ) {
      const there = Math.floor((this.#length - this.#at) / width)
      if (there <= 0) {
        if (!this.#nextPart()) break
        width = this.#byte() & WIDE ? 2 : 1
        continue
      }
      const letters = Math.min(there, left)
      const bytes = this.#parts[this.#part]?.subarray(this.#at, this.#at + letters * width)
      pieces.push(bytes?.toString(width === 2 ? 'utf16le' : 'latin1') ?? '')
      this.#at += letters * width
      left -= letters
    }
    return pieces.join('')
  }

  #nextPart(): boolean {
    if (this.#part + 1 >= this.#parts.length) return false
    this.#part++
    this.#at = 0
    return true
  }

  #byte(): number {
    while (this.#at >= this.#length) if (!this.#nextPart()) return 0
    return this.#parts[this.#part]?.[this.#at++] ?? 0
  }

  #bytes(length: number): Uint8Array {
    const bytes = this.#parts[this.#part]?.subarray(this.#at, this.#at + length) ?? new Uint8Array(0)
    this.#at += bytes.length
    return bytes
  }

  #skip(length: number): void {
    for (let left = length; left > 0; ) {
      const step = Math.min(left, this.#length - this.#at)
      this.#at += step
      left -= step
      if (left > 0 && !this.#nextPart()) return
    }
  }
}
