import type { FormatReader } from '#engine/extract/found'
import { picturePart } from '#engine/extract/ooxml/picture-part'
import { readXlsx } from '#engine/extract/xlsx/read-xlsx'

/** Excel's own files since 2007 that are written in XML, and those of all programs that write them. */
export const xlsx: FormatReader = { extract: readXlsx, part: picturePart }
