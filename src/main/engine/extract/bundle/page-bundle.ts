/** A page, or a frame of one, as a bundle holds it. Bytes are decoded when they are asked for. */
export type BundledPage = Readonly<{
  bytes: () => Uint8Array
  isHtml: boolean
  /** As the headers declare it. */
  charset: string | null
  /** Where it was, as written; may be an address of any kind. */
  address: string | null
}>

/** A picture, style sheet or other file that the page asks for. */
export type BundledPart = Readonly<{ mediaType: string; bytes: () => Uint8Array }>

/** A page saved in one file with what it shows: MHTML, or Safari's web archive. */
export type PageBundle = Readonly<{
  page: BundledPage
  /** Pages inside the page, in their order. */
  frames: readonly BundledPage[]
  /** By normalised address (`bundleKey`); frames and the page are not among them. */
  parts: ReadonlyMap<string, BundledPart>
  /** What the bundle calls the page; null when it does not. */
  title: string | null
  /** When it was saved, ISO 8601; null when that is not told. */
  savedAt: string | null
  /** A sentence when not all of it could be read; null when it could. */
  damage: string | null
}>
