import type { WriteHandlers, WriteSession } from '#engine/commands/write-session'
import { durableTransaction } from '#engine/store/connection'
import { findRollCall, renameRollCall, setRollCallDeleted } from '#engine/store/rollcalls'
import { SanadError } from '#shared/errors'
import type { RollCallId } from '#shared/model/ids'
import type { RollCall } from '#shared/model/rollcall'
import { readTextList } from '#shared/rollcall/read-text-list'

function getRollCall({ archive }: WriteSession, id: RollCallId): RollCall {
  const found = findRollCall(archive.db, id)
  if (!found) throw new SanadError('not-found', `There is no roll-call ${id} in this archive.`)
  return found
}

/** What changes roll-calls. */
export const rollCallWriting = {
  'rollcall.createPasted': ({ rollCalls }, { text, choice, mode, name }) =>
    rollCalls.create({ name, source: '', mode, lines: readTextList(text, 'pasted', choice, mode).lines }),
  'rollcall.run': ({ rollCalls }, { id }) => rollCalls.run(id),
  'rollcall.cancel': ({ rollCalls }) => {
    rollCalls.cancel()
    return null
  },
  'rollcall.current': ({ rollCalls }) => rollCalls.current(),
  'rollcall.rename': (session, { id, name }) => {
    getRollCall(session, id)
    durableTransaction(session.archive.db, () => renameRollCall(session.archive.db, id, name))
    return getRollCall(session, id)
  },
  'rollcall.delete': (session, { id }) => {
    getRollCall(session, id)
    if (session.rollCalls.current()?.id === id) session.rollCalls.cancel()
    durableTransaction(session.archive.db, () => setRollCallDeleted(session.archive.db, id, Date.now()))
    return null
  },
  'rollcall.undelete': (session, { id }) => {
    durableTransaction(session.archive.db, () => setRollCallDeleted(session.archive.db, id, null))
    return null
  }
} satisfies Partial<WriteHandlers>
