import type { FormatReader } from '#engine/extract/found'
import { readXls } from '#engine/extract/xls/read-xls'

/** Excel files of 1993 to 2003. */
export const xls: FormatReader = { extract: readXls }
