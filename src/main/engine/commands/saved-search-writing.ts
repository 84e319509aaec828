import type { WriteHandlers, WriteSession } from '#engine/commands/write-session'
import { lookAtSearch, moveSearch, renameSearch, saveSearch, updateSearch } from '#engine/saved/keeping-searches'
import { clearTrail, recordOpening, recordSearch, switchTrail } from '#engine/trail/keeping-trail'

const NOTHING_LISTED = { documents: false, tags: false, folders: false } as const

/** Runs a change of saved searches or the trail; suggestions are made of them too. */
function change<T>({ changed }: WriteSession, make: () => T): T {
  const answer = make()
  changed(NOTHING_LISTED)
  return answer
}

type Names = `savedSearches.${'save' | 'update' | 'rename' | 'move' | 'delete' | 'undo' | 'look'}` | TrailNames
type TrailNames = `trail.${'record' | 'open' | 'setKept' | 'clear'}`

/** What a person does with saved searches and the trail. */
export const savedSearchWriting = {
  'savedSearches.save': (session, { name, search }) =>
    change(session, () => saveSearch(session.archive.db, name, search, Date.now())),
  'savedSearches.update': (session, { id, search }) =>
    change(session, () => updateSearch(session.archive.db, id, search, Date.now())),
  'savedSearches.rename': (session, { id, name }) => change(session, () => renameSearch(session.archive.db, id, name)),
  'savedSearches.move': (session, { id, step }) => {
    moveSearch(session.archive.db, id, step)
    return null
  },
  'savedSearches.delete': (session, { id }) => change(session, () => session.savedSearchUndo.delete(session.archive.db, id)),
  'savedSearches.undo': (session, { undoId }) =>
    change(session, () => {
      session.savedSearchUndo.undo(session.archive.db, undoId)
      return null
    }),
  'savedSearches.look': ({ archive }, { id }) => {
    lookAtSearch(archive.db, id, Date.now())
    return null
  },
  'trail.record': (session, { search, documents }) =>
    change(session, () => {
      recordSearch(session.archive.db, search, documents, Date.now())
      return null
    }),
  'trail.open': ({ archive }, { search, id }) => {
    recordOpening(archive.db, search, id, Date.now())
    return null
  },
  'trail.setKept': ({ archive }, { isKept }) => {
    switchTrail(archive.db, isKept)
    return null
  },
  'trail.clear': (session, { ids }) =>
    change(session, () => {
      clearTrail(session.archive.db, ids)
      return null
    })
} satisfies Pick<WriteHandlers, Names>
