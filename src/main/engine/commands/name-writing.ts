import type { WriteHandlers, WriteSession } from '#engine/commands/write-session'
import { addSpellings, createNames, editName, turnSpelling } from '#engine/names/changing'
import { createNameList, deleteName, mergeNames, removeSpellingFrom, splitName, undoNames } from '#engine/names/undoing'
import type { WriteDb } from '#engine/store/connection'
import { SanadError } from '#shared/errors'

/** Runs a change and, once it is committed, tells who shows names and what is found by them. */
function change<T>({ archive, changed }: WriteSession, work: (db: WriteDb) => T): T {
  const answer = work(archive.db)
  changed({ documents: true, tags: false, folders: false, names: true })
  return answer
}

/** The writing commands of name cards. */
export const nameWriting = {
  'names.create': (session, name) =>
    change(session, (db) => {
      const [made] = createNames(db, [name])
      if (!made) throw new SanadError('internal', 'A name card was made and is not there.')
      return made
    }),
  'names.createMany': (session, { kind, labels }) =>
    change(session, (db) =>
      createNameList(
        db,
        labels.map((label) => ({ kind, label, spellings: [{ text: label, origin: 'list' as const }] }))
      )
    ),
  'names.edit': (session, { id, kind, label, note }) =>
    change(session, (db) =>
      editName(db, id, {
        ...(kind === undefined ? {} : { kind }),
        ...(label === undefined ? {} : { label }),
        ...(note === undefined ? {} : { note })
      })
    ),
  'names.addSpellings': (session, { id, spellings }) => change(session, (db) => addSpellings(db, id, spellings)),
  'names.switchSpelling': (session, { id, key, isOn }) => change(session, (db) => turnSpelling(db, id, key, isOn)),
  'names.removeSpelling': (session, { id, key }) => change(session, (db) => removeSpellingFrom(db, id, key)),
  'names.merge': (session, { from, into }) => change(session, (db) => mergeNames(db, from, into)),
  'names.split': (session, { id, keys, label }) => change(session, (db) => splitName(db, id, keys, label)),
  'names.delete': (session, { id }) => change(session, (db) => deleteName(db, id)),
  'names.undo': (session, { undoId }) =>
    change(session, (db) => {
      undoNames(db, undoId)
      return null
    })
} satisfies Partial<WriteHandlers>
