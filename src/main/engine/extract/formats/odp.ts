import type { FormatReader, Found, Source } from '#engine/extract/found'
import { foundOdf, unlessLocked } from '#engine/extract/odf/found-odf'
import { odfPicture } from '#engine/extract/odf/odf-pictures'
import { readOdf } from '#engine/extract/odf/read-odf'
import { SlideReader } from '#engine/extract/odf/slide-reader'

/** OpenDocument presentations and drawings, packed and flat, and their templates. */
export const odp: FormatReader = {
  extract: async (source) => await unlessLocked(async () => await extract(source)),
  part: odfPicture
}

async function extract(source: Source): Promise<Found> {
  let reader: SlideReader | undefined
  const file = await readOdf(source, (flow) => {
    reader = new SlideReader(flow)
    return reader.handler
  })
  if (!reader) throw new Error('nothing was read of it')
  return { ...foundOdf(file, reader.blocks), pageCount: reader.pageCount }
}
