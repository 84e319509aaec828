/** The texts of a document as they are kept: in chunks that can be unpacked one by one. */

/** One chunk in a run: its length in UTF-16 code units, and how many bytes it and its signature take. */
export type ChunkSize = readonly [units: number, bytes: number, signatureBytes: number]

/** Neighbouring chunks that are kept together; all but the first are packed with the first as their dictionary. */
export type PackedRun = Readonly<{
  /** Where the run begins in the text, in UTF-16 code units. */
  start: number
  sizes: readonly ChunkSize[]
  /** The signatures of its chunks, one after another (see `signature.ts`); empty in short texts. */
  signatures: Uint8Array
  /** The chunks, one after another, each raw deflate. */
  chunks: Uint8Array
}>

/** Both texts of a document. `all` is written as a difference to the reader text; null: it is the same. */
export type PackedText = Readonly<{ reader: readonly PackedRun[]; all: readonly PackedRun[] | null }>
