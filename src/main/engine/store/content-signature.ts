import { createHash } from 'node:crypto'
import type { ReadDb } from '#engine/store/connection'
import { row } from '#engine/store/statement'

/**
 * A text that differs when documents, or what people did with them, changed. What is only noted of the archive's care (verifications,
 * snapshots, what was searched for) does not count. Cost: one reading of the documents' rows.
 */
export function contentSignature(db: ReadDb): string {
  const sums = row(
    db,
    `SELECT (SELECT count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(sum(is_read), 0) || ' ' || coalesce(sum(is_starred), 0) || ' ' ||
        coalesce(sum(word_count), 0) || ' ' || coalesce(sum(extractor_version), 0) FROM document),
      (SELECT count(*) || ' ' || coalesce(max(id), 0) FROM sighting), (SELECT count(*) || ' ' || coalesce(sum(state = 'done'), 0) FROM ocr_page),
      (SELECT coalesce(max(seq), 0) FROM custody_event WHERE kind NOT IN ('verified', 'snapshot-taken')),
      (SELECT group_concat(name || search || looked_at) FROM saved_search), (SELECT group_concat(id || name || run || state) FROM rollcall),
      (SELECT group_concat(key || value) FROM archive WHERE key NOT LIKE 'custody%' AND key NOT LIKE 'snapshot%')`
  )
  return createHash('sha256').update(JSON.stringify(sums)).digest('hex')
}
