/** What the Original view may load: the sanitised page, and the pictures and style sheets that were saved with it. Nothing else. */
import type { Extractor } from '#engine/extract/job'
import type { Originals } from '#engine/originals/originals'
import { findLooking } from '#engine/reading/looking'
import { rasterType } from '#engine/reading/raster-type'
import { openStored } from '#engine/sealed/open-stored'
import type { StoredFile } from '#engine/sealed/stored-file'
import type { ReadDb } from '#engine/store/connection'
import { findPartOfPage, listKeysOfPage } from '#engine/store/page-parts'
import { findDetail } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'
import type { Attempt } from '#shared/model/refusals'

/** A picture larger than this is not sent to the window. */
const MAX_PICTURE_BYTES = 64 << 20

export type PageSource = Readonly<{ db: ReadDb; originals: Originals; extractor: Extractor }>

export type ServedPage = Readonly<{ html: string; attempts: readonly Attempt[] }>
export type Served = Readonly<{ mediaType: string; body: Uint8Array | string }>

/** The page made harmless; undefined when the document has no Original view or making it failed. */
export async function servePage(
  { db, originals, extractor }: PageSource,
  id: DocumentId,
  resourceBase: string
): Promise<ServedPage | undefined> {
  const looking = findLooking(db, originals, id)
  if (!looking || findDetail(db, id)?.originalView !== 'page') return undefined
  const answer = await extractor.run({ task: 'page', ...looking, resourceBase, resources: listKeysOfPage(db, id) })
  return answer.task === 'page' ? { html: answer.html, attempts: answer.attempts } : undefined
}

/** A picture or style sheet of the page by its key; undefined for anything else. The type is what the bytes are, not what they claim. */
export async function servePart(
  source: PageSource,
  id: DocumentId,
  key: string,
  resourceBase: string
): Promise<Served | undefined> {
  const { db, originals, extractor } = source
  const sha256 = findPartOfPage(db, id, key)
  if (!sha256) return await serveInside(source, id, key, resourceBase)
  const file = originals.locate(sha256)
  const picture = isStyleSheet(key) ? undefined : readPicture(file)
  if (picture) return picture
  // A captured style sheet is known by its address, which need not say what it is; anything else is filtered down to nothing.
  if (!isStyleSheet(key) && !URL.canParse(key)) return undefined
  const answer = await extractor.run({ task: 'stylesheet', file, key, resourceBase, resources: listKeysOfPage(db, id) })
  return answer.task === 'stylesheet' ? { mediaType: 'text/css', body: answer.css } : undefined
}

function readPicture(file: StoredFile): Served | undefined {
  const picture = openStored(file)
  try {
    if (picture.sizeBytes > MAX_PICTURE_BYTES) return undefined
    const body = picture.read(0, picture.sizeBytes)
    const mediaType = rasterType(body)
    return mediaType === undefined ? undefined : { mediaType, body }
  } finally {
    picture.close()
  }
}

const isStyleSheet = (key: string): boolean => (URL.canParse(key) ? new URL(key).pathname : key).toLowerCase().endsWith('.css')

/** What stands inside the file itself: pictures of a word processor, parts of a message. */
async function serveInside(
  { db, originals, extractor }: PageSource,
  id: DocumentId,
  key: string,
  resourceBase: string
): Promise<Served | undefined> {
  const looking = findLooking(db, originals, id)
  if (!looking) return undefined
  const answer = await extractor.run({ task: 'part', ...looking, key, resourceBase, resources: listKeysOfPage(db, id) })
  if (answer.task !== 'part') return undefined
  if (answer.mediaType === 'text/css') return { mediaType: 'text/css', body: answer.bytes }
  const mediaType = rasterType(answer.bytes)
  return mediaType === undefined ? undefined : { mediaType, body: answer.bytes }
}
