import type { ReadHandlers, ReadSession } from '#engine/commands/read-session'
import { writtenAs } from '#engine/names/written-as'
import { linePassages } from '#engine/rollcall/line-passages'
import { lineQuery } from '#engine/rollcall/line-query'
import { nearestSpellings } from '#engine/rollcall/nearest-spellings'
import { findLine, listLines } from '#engine/store/rollcall-lines'
import { findRollCall, listRollCalls } from '#engine/store/rollcalls'
import { SanadError } from '#shared/errors'
import type { RollCallId } from '#shared/model/ids'
import type { NearSpelling, RollCall } from '#shared/model/rollcall'
import { listPreview } from '#shared/rollcall/list-preview'
import { readTextList } from '#shared/rollcall/read-text-list'

/** Names with the capitals and accents that a document gives them: for the eye, and for the few that are looked at. */
const asWritten = ({ db }: ReadSession, nearest: readonly NearSpelling[]): readonly NearSpelling[] =>
  nearest.map((near) => (near.query === `"${near.text}"` ? { ...near, text: writtenAs(db, near.text) } : near))

function getRollCall({ db }: ReadSession, id: RollCallId): RollCall {
  const found = findRollCall(db, id)
  if (!found) throw new SanadError('not-found', `There is no roll-call ${id} in this archive.`)
  return found
}

/** Looks at one line after another, with searches in between. */
async function eachInTurn<T>(positions: readonly number[], look: (position: number) => T | undefined): Promise<T[]> {
  const seen: T[] = []
  for (const position of positions) {
    const one = look(position)
    if (one !== undefined) seen.push(one)
    await new Promise(setImmediate)
  }
  return seen
}

/** What is read of roll-calls. */
export const rollCallReading = {
  'rollcall.list': ({ db }) => listRollCalls(db),
  'rollcall.previewPasted': (_session, { text, choice, mode }) => ({
    choiceId: null,
    ...listPreview(readTextList(text, 'pasted', choice, mode), '')
  }),
  'rollcall.lines': (session, { id, ...query }) => {
    const { mode } = getRollCall(session, id)
    const { total, lines } = listLines(session.db, id, query)
    return { total, lines: lines.map((line) => ({ ...line, query: lineQuery(session.db, line, mode) })) }
  },
  'rollcall.passages': (session, { id, positions, limit }) => {
    const { mode } = getRollCall(session, id)
    return eachInTurn(positions, (position) => {
      const line = findLine(session.db, id, position)
      return line && { position, documents: linePassages(session.db, session.texts, line, mode, limit) }
    })
  },
  'rollcall.nearest': (session, { id, positions }) => {
    const { mode } = getRollCall(session, id)
    return eachInTurn(positions, (position) => {
      const line = findLine(session.db, id, position)
      return line?.problem === null
        ? { position, nearest: asWritten(session, nearestSpellings(session.db, line.text, mode)) }
        : undefined
    })
  }
} satisfies Partial<ReadHandlers>
