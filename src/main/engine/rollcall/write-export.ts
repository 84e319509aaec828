import { open } from 'node:fs/promises'
import { recordCustodyOf } from '#engine/custody/record-list'
import { recordOutward } from '#engine/custody/record-outward'
import { csvExport } from '#engine/rollcall/csv-export'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { findRollCall } from '#engine/store/rollcalls'
import { SanadError } from '#shared/errors'
import type { RollCallId } from '#shared/model/ids'

const SLICE_MS = 8
const WRITE_UNITS = 256 * 1024

/**
 * Writes a roll-call as CSV to a file that the person chose, in the place of what was there, and records that. Answers with the number of
 * lines. Other work of the thread comes in between. Throws SanadError `not-found`; errors of the disk as they are.
 */
export async function writeExport(archive: WriteDb, db: ReadDb, id: RollCallId, file: string): Promise<number> {
  const rollCall = findRollCall(db, id)
  if (!rollCall) throw new SanadError('not-found', `There is no roll-call ${id} in this archive.`)
  const out = await open(file, 'w')
  try {
    let waiting = ''
    let began = performance.now()
    for (const piece of csvExport(db, rollCall)) {
      waiting += piece
      if (waiting.length > WRITE_UNITS) {
        await out.write(waiting)
        waiting = ''
      }
      if (performance.now() - began < SLICE_MS) continue
      await new Promise(setImmediate)
      began = performance.now()
    }
    await out.write(waiting)
  } finally {
    await out.close()
  }
  const exported = { what: 'roll-call', form: 'csv', withoutMetadata: false } as const
  recordOutward(archive, () => recordCustodyOf(archive, 'exported', exported, []))
  return rollCall.counts.lines
}
