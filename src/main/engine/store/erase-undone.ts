import type { WriteDb } from '#engine/store/connection'
import { erasingTransaction } from '#engine/store/erasing'
import { run, value } from '#engine/store/statement'

/** Tables that hold words of name cards and roll-calls, each after those that it refers to. */
const REWRITTEN = {
  cards: ['name', 'name_spelling', 'mention'],
  rollCalls: ['rollcall', 'rollcall_line', 'rollcall_result']
} as const

/** How many changes of name cards can be taken back no more, and how many roll-calls are gone for good. */
export type Erased = Readonly<{ cardChanges: number; rollCalls: number }>

/**
 * Erases what was deleted while the archive was open and could be put back until now: roll-calls, and name cards as they were before a
 * merge, a split or a deletion. To be called when an archive is closed, and when it is opened, for a
 * crash may have come between. Their words are out of the file when this returns. Cost: nothing where nothing was deleted; else all cards,
 * or all roll-calls, are written anew, about 5 µs a row. `record` is called inside the transaction, when there was something.
 */
export function eraseUndone(db: WriteDb, record: (erased: Erased) => void): void {
  const cardChanges = value<number>(db, 'SELECT count(*) FROM name_undo') ?? 0
  const rollCalls = value<number>(db, 'SELECT count(*) FROM rollcall WHERE deleted_at IS NOT NULL') ?? 0
  const [hasCards, hasRollCalls] = [cardChanges > 0, rollCalls > 0]
  if (!hasCards && !hasRollCalls) return
  erasingTransaction(db, () => {
    record({ cardChanges, rollCalls })
    if (hasCards) run(db, 'DELETE FROM name_undo')
    if (hasRollCalls) deleteRollCalls(db)
    if (hasCards) rewrite(db, REWRITTEN.cards)
    if (hasRollCalls) rewrite(db, REWRITTEN.rollCalls)
  })
}

/** With what belongs to them: foreign keys are not followed here. */
function deleteRollCalls(db: WriteDb): void {
  run(db, 'DELETE FROM rollcall WHERE deleted_at IS NOT NULL')
  for (const table of ['rollcall_line', 'rollcall_result'])
    run(db, `DELETE FROM ${table} WHERE rollcall_id NOT IN (SELECT id FROM rollcall)`)
}

/** Empties the tables and fills them again: only so is nothing left of deleted rows in the gaps of their pages. */
function rewrite(db: WriteDb, tables: readonly string[]): void {
  // In memory: see `temp_store`.
  for (const table of tables) db.exec(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM main.${table}`)
  for (const table of tables.toReversed()) run(db, `DELETE FROM main.${table}`)
  for (const table of tables) db.exec(`INSERT INTO main.${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`)
}
