import { eachDocumentId } from '#engine/integrity/check-documents'
import type { Troubles } from '#engine/integrity/check-structure'
import type { Work } from '#engine/integrity/work'
import type { ReadDb } from '#engine/store/connection'
import { IndexSum } from '#engine/store/index-sum'
import { value } from '#engine/store/statement'
import { readIndexColumns } from '#engine/store/stored-terms'
import { FOLD_VERSION } from '#shared/text/fold'

/**
 * Holds the index against the texts: every word of every document at its place, and nothing else. `tell` is called with how many documents
 * were made terms of. Where documents wait to be read anew, of which the index was made by another version, nothing is compared.
 * Cost: about what making the index anew takes. `db` is to be in a transaction: nothing may be written in between.
 */
export async function checkIndex(db: ReadDb, work: Work, tell: (done: number) => void): Promise<Troubles> {
  const others = value<number>(db, 'SELECT count(*) FROM document WHERE fold_version <> ?', [FOLD_VERSION]) ?? 0
  if (others > 0) return []
  const [wanted, held] = [new IndexSum(), new IndexSum()]
  let done = 0
  for (const id of eachDocumentId(db)) {
    if (!(await work.rest())) return []
    try {
      wanted.addColumns(id, readIndexColumns(db, id))
    } catch {
      // A text that can not be unpacked is told of with the texts.
      return []
    }
    done += 1
    tell(done)
  }
  for (const _step of held.addIndex(db)) if (!(await work.rest())) return []
  return wanted.equals(held) ? [] : ['the index does not hold the words of the texts']
}
