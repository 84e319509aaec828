const TYPES: Readonly<Record<string, string>> = { pngblip: 'image/png', jpegblip: 'image/jpeg' }

type OpenPicture = { readonly key: string; mediaType: string | undefined }

/** Counts the pictures of a document, and keeps the data of the one that is wanted. */
export class RtfPictures {
  readonly #bytes: Uint8Array
  readonly #wanted: string | null
  readonly #open: OpenPicture[] = []
  readonly #hex: string[] = []
  #binary: Uint8Array | undefined
  #found: string | undefined
  #count = 0

  constructor(bytes: Uint8Array, wanted: string | null) {
    this.#bytes = bytes
    this.#wanted = wanted
  }

  /** The next picture; its type is known once its group has ended, and undefined for drawings that windows can not show. */
  begin(): OpenPicture {
    const picture: OpenPicture = { key: `picture:${this.#count++}`, mediaType: undefined }
    this.#open.push(picture)
    return picture
  }

  end(): void {
    this.#open.pop()
  }

  word(name: string): void {
    const picture = this.#open.at(-1)
    if (picture && Object.hasOwn(TYPES, name)) picture.mediaType = TYPES[name]
    if (picture?.key === this.#wanted) this.#found = picture?.mediaType
  }

  text(text: string): void {
    if (this.#open.at(-1)?.key === this.#wanted) this.#hex.push(text)
  }

  binary(start: number, end: number): void {
    if (this.#open.at(-1)?.key === this.#wanted) this.#binary = this.#bytes.subarray(start, end)
  }

  /** The picture that is wanted; undefined when there is none, or none that can be shown. */
  get wanted(): Readonly<{ mediaType: string; bytes: Uint8Array }> | undefined {
    if (this.#found === undefined) return undefined
    const bytes = this.#binary ?? Buffer.from(this.#hex.join('').replace(/[^0-9a-fA-F]/g, ''), 'hex')
    return bytes.length === 0 ? undefined : { mediaType: this.#found, bytes: new Uint8Array(bytes) }
  }
}
