import { writeLog } from '#engine/custody/write-log'
import { recordCopies } from '#engine/export/record-copies'
import type { Extractor } from '#engine/extract/job'
import type { Archive } from '#engine/open'
import { listFromFile } from '#engine/rollcall/list-from-file'
import type { RollCallControl } from '#engine/rollcall/roll-call-control'
import { writeExport } from '#engine/rollcall/write-export'
import type { OwnCalls } from '#engine/threads/messages'

type Input<Name extends keyof OwnCalls> = OwnCalls[Name]['input']

/** Lists that are read from files, and what is written to files, at paths that only the main process knows. */
export function fileCalls({ db }: Archive, extractor: Extractor, rollCalls: RollCallControl) {
  return {
    'engine.readList': ({ file, choice, mode }: Input<'engine.readList'>) => listFromFile(extractor, file, choice, mode),
    'engine.createRollCall': (list: Input<'engine.createRollCall'>) => rollCalls.create(list),
    'engine.exportRollCall': ({ id, file }: Input<'engine.exportRollCall'>) => writeExport(db, rollCalls.reader(), id, file),
    'engine.recordCopies': ({ copies }: Input<'engine.recordCopies'>) => recordCopies(db, copies),
    'engine.exportCustody': ({ file }: Input<'engine.exportCustody'>) => writeLog(db, rollCalls.reader(), file)
  }
}
