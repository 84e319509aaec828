import type { FormatReader } from '#engine/extract/found'
import { foundOdf, LOCKED_ODF } from '#engine/extract/odf/found-odf'
import { odfPicture } from '#engine/extract/odf/odf-pictures'
import { readOdf } from '#engine/extract/odf/read-odf'
import { SlideReader } from '#engine/extract/odf/slide-reader'

/** OpenDocument presentations and drawings, packed and flat, and their templates. */
export const odp: FormatReader = {
  async extract(source) {
    let reader: SlideReader | undefined
    const file = await readOdf(source, (flow) => {
      reader = new SlideReader(flow)
      return reader
    })
    if (!file || !reader) return LOCKED_ODF
    return { ...foundOdf(file, reader.blocks), pageCount: reader.pageCount }
  },
  part: odfPicture
}
