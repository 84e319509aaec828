import { CleanFault } from '#engine/extract/clean/clean-fault'
import { isCleanPicture, pictureTraces } from '#engine/extract/clean/picture/picture-cleaner'
import { recogniseMediaType } from '#engine/extract/recognise/media-type'
import type { Trace } from '#shared/model/copy'

/** What pictures inside a document tell. Those that can not be cleaned are said to remain, and tell nothing here. */
export async function insideTraces(name: string, bytes: Uint8Array): Promise<Trace[]> {
  const type = await recogniseMediaType(bytes.subarray(0, 4096), new Uint8Array(0), name)
  if (!isCleanPicture(type)) return []
  try {
    const file = name.slice(name.lastIndexOf('/') + 1)
    return (await pictureTraces(bytes, type)).map((trace) => ({ ...trace, name: `${file}: ${trace.name}` }))
  } catch (error) {
    if (error instanceof CleanFault) return []
    throw error
  }
}
