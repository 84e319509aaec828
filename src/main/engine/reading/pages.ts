import type { Extractor } from '#engine/extract/job'
import type { Originals } from '#engine/originals/originals'
import { findLooking } from '#engine/reading/looking'
import type { ReadDb } from '#engine/store/connection'
import { findDetail } from '#engine/store/summaries'
import { SanadError } from '#shared/errors'
import type { DocumentId } from '#shared/model/ids'
import type { PagesInfo } from '#shared/model/page-layer'

/** What reading about pages needs: the archive, and what opens originals. */
export type PagesSource = Readonly<{ db: ReadDb; originals: Originals; extractor: Extractor }>

/** Sizes of the pages, and the outline. Throws SanadError `not-found`, or `view-not-available` for what has no pages. */
export async function readPages({ db, originals, extractor }: PagesSource, id: DocumentId): Promise<PagesInfo> {
  const looking = findLooking(db, originals, id)
  if (!looking) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
  if (findDetail(db, id)?.originalView !== 'pages')
    throw new SanadError('view-not-available', 'This document has no pages to show.')
  const answer = await extractor.run({ task: 'pages', ...looking })
  if (answer.task === 'refused') throw new SanadError('view-not-available', answer.message)
  return { pages: answer.pages, outline: answer.outline }
}
