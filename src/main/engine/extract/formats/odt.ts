import type { FormatReader } from '#engine/extract/found'
import { flowHandler } from '#engine/extract/odf/flow-handler'
import { foundOdf, unlessLocked } from '#engine/extract/odf/found-odf'
import { odfPicture } from '#engine/extract/odf/odf-pictures'
import { readOdf } from '#engine/extract/odf/read-odf'
import type { Block } from '#shared/model/block'

/** OpenDocument texts, packed and flat, and their templates. */
export const odt: FormatReader = {
  extract: async (source) =>
    await unlessLocked(async () => {
      const file = await readOdf(source, (flow) => flowHandler(flow))
      return foundOdf(file, [...file.headers, ...joinCode(file.flow.takeBlocks()), ...file.footers])
    }),
  part: odfPicture
}

/** Each line of code is a paragraph of its own there: neighbours become one block. */
function joinCode(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const goesOn = block.kind === 'preformatted' && last?.kind === 'preformatted' && !last.inline && !block.inline
    if (goesOn && last.role === block.role) joined[joined.length - 1] = { ...last, text: `${last.text}\n${block.text}` }
    else joined.push(block)
  }
  return joined
}
