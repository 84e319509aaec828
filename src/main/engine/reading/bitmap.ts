/** Pictures of single pages, for documents that are shown as pages. */

import { findLooking } from '#engine/reading/looking'
import type { Served } from '#engine/reading/page'
import type { PagesSource } from '#engine/reading/pages'
import { rasterType } from '#engine/reading/raster-type'
import { findDetail } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'

/**
 * The page (1-based) as a raster picture, about `width` pixels wide; pictures come as they are. Undefined for what has no pages or no
 * such page, and where drawing failed. The type is what the bytes are, not what they claim.
 */
export async function serveBitmap(source: PagesSource, id: DocumentId, page: number, width: number): Promise<Served | undefined> {
  const { db, originals, extractor } = source
  const looking = findLooking(db, originals, id)
  if (!looking || findDetail(db, id)?.originalView !== 'pages') return undefined
  const answer = await extractor.run({ task: 'bitmap', ...looking, page, width })
  if (answer.task !== 'bitmap') return undefined
  const mediaType = rasterType(answer.bytes)
  return mediaType === undefined ? undefined : { mediaType, body: answer.bytes }
}
