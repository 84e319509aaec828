import type { FormatReader } from '#engine/extract/found'
import { picturePart } from '#engine/extract/ooxml/picture-part'
import { readPptx } from '#engine/extract/pptx/read-pptx'

/** PowerPoint's own files since 2007, and those of all programs that write them. */
export const pptx: FormatReader = { extract: readPptx, part: picturePart }
