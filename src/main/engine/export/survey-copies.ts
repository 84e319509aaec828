import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import { uncleanReason } from '#shared/model/cleanable-types'
import type { CopySurvey } from '#shared/model/copy'
import type { DocumentId } from '#shared/model/ids'

/** How many of these documents there can be copies of each kind of, by their types. Cost: a look at each. */
export function surveyCopies(db: ReadDb, ids: readonly DocumentId[]): CopySurvey {
  const found = rows<{ mediaType: string; words: number }>(
    db,
    'SELECT media_type AS mediaType, word_count AS words FROM document WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)]
  )
  return {
    total: found.length,
    cleanable: found.filter(({ mediaType }) => uncleanReason(mediaType) === null).length,
    withText: found.filter(({ words }) => words > 0).length
  }
}
