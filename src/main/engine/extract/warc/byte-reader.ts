/** Reads bytes that come in chunks by lines and lengths. Rejects with what the chunks reject with. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)
  #isOver = false

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next line without its end, its bytes as Latin-1, cut at `limit`; undefined at the end. A longer line goes on as the next one. */
  async line(limit: number): Promise<string | undefined> {
    let from = 0
    for (;;) {
      const found = this.#rest.indexOf(0x0a, from)
      const end = found < 0 ? this.#rest.length : found
      if (found >= 0 && end <= limit) return this.#take(end, 1).toString('latin1').replace(/\r$/, '')
      if (end > limit) return this.#take(limit, 0).toString('latin1')
      from = this.#rest.length
      if (!(await this.#more())) return this.#rest.length === 0 ? undefined : this.#take(this.#rest.length, 0).toString('latin1')
    }
  }

  /** The next `length` bytes piece by piece; fewer where the chunks end. */
  async *bytes(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0 && !(await this.#more())) return
      const piece = this.#take(Math.min(left, this.#rest.length), 0)
      left -= piece.length
      yield piece
    }
  }

  /** Up to `length` of the next bytes, which stay to be read. */
  async peek(length: number): Promise<Buffer> {
    while (this.#rest.length < length && (await this.#more()));
    return this.#rest.subarray(0, length)
  }

  /** Leaves the chunks where they are. */
  async leave(): Promise<void> {
    await this.#chunks.return?.()
  }

  #take(length: number, after: number): Buffer {
    const taken = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(length + after)
    return taken
  }

  async #more(): Promise<boolean> {
    if (this.#isOver) return false
    const next = await this.#chunks.next()
    if (next.done) {
      this.#isOver = true
      return false
    }
    const { buffer, byteOffset, byteLength } = next.value
    const chunk = Buffer.from(buffer, byteOffset, byteLength)
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    return true
  }
}
