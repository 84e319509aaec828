/** What someone with the archive's file and a database program can do to its custody log. */
import { entryHash } from '#engine/custody/entry-hash'
import type { WriteDb } from '#engine/store/connection'
import { type CustodyRow, listEventsAfter } from '#engine/store/custody-events'

export const logOf = (db: WriteDb): CustodyRow[] => listEventsAfter(db, 0, 1_000_000)

/** Puts `log` in the place of the log, triggers or not, and leaves the note of its head as it is. */
export function putLog(db: WriteDb, log: readonly CustodyRow[]): void {
  const triggers = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'custody_event'")
    .all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  db.exec('DELETE FROM custody_event')
  const insert = db.prepare(
    'INSERT INTO custody_event (seq, at, program, kind, details, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)'
  )
  for (const { seq, at, program, kind, details, previous, hash } of log)
    insert.run(seq, at, program, kind, details, previous, hash)
  for (const { sql } of triggers) db.exec(sql)
}

/** The entries with their numbers, places and hashes made anew, as if they had always stood so. */
export function chainedAnew(log: readonly CustodyRow[]): CustodyRow[] {
  let previous = '0'.repeat(64)
  return log.map((entry, index) => {
    const moved = { ...entry, seq: index + 1, previous }
    previous = entryHash(moved)
    return { ...moved, hash: previous }
  })
}
