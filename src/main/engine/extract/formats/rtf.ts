import type { FormatReader } from '#engine/extract/found'
import { readRtf } from '#engine/extract/rtf/read-rtf'
import { RtfReader } from '#engine/extract/rtf/rtf-reader'
import { scanRtf } from '#engine/extract/rtf/rtf-scanner'

/** Rich Text Format. */
export const rtf: FormatReader = {
  extract: (source) => readRtf(source.bytes(), source.charset),
  part: async (source, key) => {
    const bytes = source.bytes()
    const reader = new RtfReader(bytes, key)
    scanRtf(bytes, reader, null)
    return reader.pictures.wanted
  }
}
