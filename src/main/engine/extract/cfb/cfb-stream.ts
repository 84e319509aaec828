import type { CfbEntry } from '#engine/extract/cfb/cfb-directory'
import type { Cfb } from '#engine/extract/cfb/open-cfb'

/** The stream of this name in the root of a compound file, whatever its case. Empty where there is none; at most `most` bytes. */
export function readStream(cfb: Cfb, name: string, most: number): Buffer {
  const stream = findStream(cfb, name)
  if (stream === undefined) return Buffer.alloc(0)
  const bytes = cfb.read(stream, most)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The stream of this name in the root of a compound file, whatever its case; undefined where there is none. */
export function findStream({ root }: Cfb, name: string): CfbEntry | undefined {
  const wanted = name.toLowerCase()
  return root.children.find((entry) => entry.kind === 'stream' && entry.name.toLowerCase() === wanted)
}
