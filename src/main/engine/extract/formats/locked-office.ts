import { docx } from '#engine/extract/formats/docx'
import { pptx } from '#engine/extract/formats/pptx'
import { xlsx } from '#engine/extract/formats/xlsx'
import type { FormatReader, Source } from '#engine/extract/found'
import { isExcelType, isPowerPointType, isWordType } from '#engine/extract/ooxml/office-types'
import { unlock } from '#engine/extract/ooxml/unlock'

/** Word, Excel and PowerPoint files since 2007 that are locked with a password: read as what they are once it is typed. */
export const lockedOffice: FormatReader = {
  extract: async (source, spool) => {
    const opened = await unlock(source)
    return 'locked' in opened ? opened.locked : await readerOf(opened.source).extract(opened.source, spool)
  },
  part: async (source, key) => {
    const opened = await unlock(source)
    return 'locked' in opened ? undefined : await readerOf(opened.source).part?.(opened.source, key)
  }
}

function readerOf({ mediaType }: Source): FormatReader {
  if (isWordType(mediaType)) return docx
  if (isPowerPointType(mediaType)) return pptx
  if (isExcelType(mediaType)) return xlsx
  throw new Error('what is locked in it is damaged, or is no Office file that Sanad can read.')
}
