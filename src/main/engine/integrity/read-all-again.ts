import type { Extractor } from '#engine/extract/job'
import { readAgain } from '#engine/import/reread'
import type { Work } from '#engine/integrity/work'
import type { Archive } from '#engine/open'
import { findDocumentState } from '#engine/store/documents'
import { rows, value } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'

/** Documents that a rebuild has left without a reading. */
const PENDING = 'fold_version = 0'

export const countPending = (archive: Archive): number =>
  value<number>(archive.db, `SELECT count(*) FROM document WHERE ${PENDING}`) ?? 0

/**
 * Reads every document from its original that a rebuild has left to be read, and what it holds with it. Cut short, it goes on where it
 * was: called again, or by reading documents again that an older version read. `tell` is told how many are done.
 */
export async function readAllAgain(
  archive: Archive,
  extractor: Extractor,
  work: Work,
  tell: (done: number) => void
): Promise<void> {
  const { db } = archive
  const ids = rows<{ id: DocumentId }>(db, `SELECT id FROM document WHERE ${PENDING} ORDER BY id`).map(({ id }) => id)
  const rest = ids.values()
  let done = 0
  const lane = async (): Promise<void> => {
    for (const id of rest) {
      await new Promise(setImmediate)
      if (!(await work.rest())) return
      // One that lies inside another may have been read with it meanwhile.
      if (findDocumentState(db, id)?.foldVersion === 0) await readAgain(archive, extractor, id)
      done += 1
      tell(done)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(extractor.width, ids.length)) }, lane))
}
