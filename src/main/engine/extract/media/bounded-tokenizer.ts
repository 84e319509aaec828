import {
  AbstractTokenizer,
  EndOfStreamError,
  type IRandomAccessFileInfo,
  type IRandomAccessTokenizer,
  type IReadChunkOptions
} from 'strtok3'
import { type OpenFile, readBytes } from '#engine/extract/read-file'

/** Descriptions are kilobytes, pictures of records a few megabytes, sample tables of long films some more. */
const MOST_BYTES = 96 * 1024 * 1024
const MOST_BUFFER = 64 * 1024 * 1024
const MOST_READS = 1_000_000

/** Reads an open file by position, and refuses to read on when a file makes its reader go in circles. */
export class BoundedTokenizer extends AbstractTokenizer implements IRandomAccessTokenizer {
  readonly fileInfo: IRandomAccessFileInfo
  readonly #file: OpenFile
  #bytesLeft = MOST_BYTES
  #readsLeft = MOST_READS

  constructor(file: OpenFile, mimeType: string) {
    super({ maxBufferSize: MOST_BUFFER })
    this.#file = file
    this.fileInfo = { size: file.size, mimeType }
  }

  async readBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { position } = this.normalizeOptions(target, options)
    const length = await this.peekBuffer(target, options)
    this.position = position + length
    return length
  }

  async peekBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { position, length, mayBeLess } = this.normalizeOptions(target, options)
    this.#bytesLeft -= length
    this.#readsLeft -= 1
    if (this.#bytesLeft < 0 || this.#readsLeft < 0) throw new Error('it is described at too great a length')
    const bytes = position < this.#file.size ? readBytes(this.#file, position, length) : new Uint8Array(0)
    if (bytes.length < length && !mayBeLess) throw new EndOfStreamError()
    target.set(bytes)
    return bytes.length
  }

  supportsRandomAccess(): boolean {
    return true
  }

  setPosition(position: number): void {
    this.validateLength(position, 'position')
    this.position = position
  }
}
