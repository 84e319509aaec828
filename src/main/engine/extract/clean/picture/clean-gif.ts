import { joined } from '#engine/extract/clean/joined'
import { type GifBlock, gifBlocks } from '#engine/extract/clean/picture/gif-blocks'

/** Both say how often an animation is repeated. */
const REPEATS: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/** The same picture, its data untouched; comments, blocks of programs and what follows the picture are left out. Throws `CleanFault`. */
export function cleanGif(bytes: Uint8Array): Uint8Array {
  return joined([...gifBlocks(bytes)].filter(isDrawn).map((block) => block.bytes))
}

function isDrawn({ kind, name, bytes }: GifBlock): boolean {
  if (kind === 'application') return REPEATS.has(name) && bytes.length === 19
  return kind === 'head' || kind === 'picture' || kind === 'control' || kind === 'end'
}
