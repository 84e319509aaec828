import { readDocx } from '#engine/extract/docx/read-docx'
import type { FormatReader } from '#engine/extract/found'
import { picturePart } from '#engine/extract/ooxml/picture-part'

/** Word's own files since 2007, and those of all programs that write them. */
export const docx: FormatReader = { extract: readDocx, part: picturePart }
