import { open } from 'node:fs/promises'
import { exportLog } from '#engine/custody/export-log'
import { recordCustodyOf } from '#engine/custody/record-list'
import { recordOutward } from '#engine/custody/record-outward'
import { summariseLog } from '#engine/custody/summarise-log'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import type { CustodySummary } from '#shared/model/custody'

/**
 * Writes the log to a file that the person chose, in the place of what was there, and records that: the entry about it is not in the file.
 * Answers with the log as it stands in the file. Other work of the thread comes in between. Errors of the disk as they are.
 */
export async function writeLog(archive: WriteDb, db: ReadDb, file: string): Promise<CustodySummary> {
  const out = await open(file, 'w')
  const summary = summariseLog(db)
  try {
    for (const piece of exportLog(db, Date.now())) {
      await out.write(piece)
      await new Promise(setImmediate)
    }
  } finally {
    await out.close()
  }
  recordOutward(archive, () =>
    recordCustodyOf(archive, 'exported', { what: 'custody-log', form: 'jsonl', withoutMetadata: false }, [])
  )
  return summary
}
