import type { FormatReader } from '#engine/extract/found'
import { readPpt } from '#engine/extract/ppt/read-ppt'

/** PowerPoint files of 1997 to 2003. */
export const ppt: FormatReader = { extract: readPpt }
