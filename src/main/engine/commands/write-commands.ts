/** The contract's writing commands. One connection writes; what a person did by hand is on disk when the command answers. */

import { nameWriting } from '#engine/commands/name-writing'
import { rollCallWriting } from '#engine/commands/rollcall-writing'
import { savedSearchWriting } from '#engine/commands/saved-search-writing'
import type { WriteHandlers, WriteSession } from '#engine/commands/write-session'
import { setVerifySchedule } from '#engine/integrity/recording'
import { correctField } from '#engine/organise/correcting'
import {
  changeTagColor,
  changeTagName,
  changeTagWarning,
  createTag,
  tagDocuments,
  untagDocuments
} from '#engine/organise/tagging'
import { readWithCharset, readWithPassword } from '#engine/reading/read-again'
import { durableTransaction } from '#engine/store/connection'
import { setMark } from '#engine/store/documents'

const TAGS = { documents: true, tags: true, folders: false } as const
const DOCUMENTS = { documents: true, tags: false, folders: false } as const

/** Runs a change and, once it is committed, tells who shows it. */
function tell<T>({ changed }: WriteSession, what: Parameters<WriteSession['changed']>[0], change: () => T): T {
  const answer = change()
  changed(what)
  return answer
}

export const writeCommands: WriteHandlers = {
  ...savedSearchWriting,
  ...nameWriting,
  'document.setRead': (session, { ids, read }) =>
    tell(session, DOCUMENTS, () => {
      durableTransaction(session.archive.db, () => setMark(session.archive.db, 'is_read', ids, read))
      return null
    }),
  'document.setStarred': (session, { ids, starred }) =>
    tell(session, DOCUMENTS, () => {
      durableTransaction(session.archive.db, () => setMark(session.archive.db, 'is_starred', ids, starred))
      return null
    }),
  'document.correct': (session, { id, field, value }) =>
    tell(session, { ...DOCUMENTS, titles: field === 'title' }, () => correctField(session.archive.db, id, field, value)),
  'document.setCharset': async (session, { id, charset }) => {
    const detail = await readWithCharset(session.archive, session.extractor, id, charset)
    session.changed({ ...DOCUMENTS, titles: true })
    return detail
  },
  'document.unlock': async (session, { id, password }) => {
    const detail = await readWithPassword(session.archive, session.extractor, id, password)
    session.changed({ documents: true, tags: false, folders: true, titles: true })
    return detail
  },
  'reread.start': ({ rereading }, what) => rereading.start(what),
  'reread.current': ({ rereading }) => rereading.current(),
  'reread.cancel': ({ rereading }) => {
    rereading.cancel()
    return null
  },
  'ocr.state': ({ ocr }) => ocr.state(),
  'ocr.pause': ({ ocr }) => {
    ocr.pause()
    return null
  },
  'ocr.resume': ({ ocr }) => {
    ocr.resume()
    return null
  },
  'ocr.retry': ({ ocr }) => {
    ocr.retry()
    return null
  },
  'ocr.setLanguages': ({ ocr }, { target, languages }) => ocr.setLanguages(target, languages),
  ...rollCallWriting,
  'integrity.setSchedule': ({ archive }, { schedule }) => {
    setVerifySchedule(archive.db, schedule)
    return null
  },
  'tags.create': (session, { name, color }) => tell(session, TAGS, () => createTag(session.archive.db, name, color)),
  'tags.rename': (session, { id, name }) => tell(session, TAGS, () => changeTagName(session.archive.db, id, name)),
  'tags.setColor': (session, { id, color }) => tell(session, TAGS, () => changeTagColor(session.archive.db, id, color)),
  'tags.setWarning': (session, { id, isWarning }) =>
    tell(session, TAGS, () => changeTagWarning(session.archive.db, id, isWarning)),
  'tags.merge': (session, { from, into }) => tell(session, TAGS, () => session.undo.merge(session.archive.db, from, into)),
  'tags.delete': (session, { id }) => tell(session, TAGS, () => session.undo.delete(session.archive.db, id)),
  'tags.undo': (session, { undoId }) =>
    tell(session, TAGS, () => {
      session.undo.undo(session.archive.db, undoId)
      return null
    }),
  'tags.add': (session, { ids, name }) => tell(session, TAGS, () => tagDocuments(session.archive.db, name, ids)),
  'tags.remove': (session, { ids, id }) => tell(session, TAGS, () => untagDocuments(session.archive.db, id, ids)),
  'import.pause': ({ imports }) => {
    imports.pause()
    return null
  },
  'import.resume': ({ imports }) => {
    imports.resume()
    return null
  },
  'import.cancel': ({ imports }) => {
    imports.cancel()
    return null
  },
  'import.current': ({ imports }) => imports.current(),
  'import.restart': ({ imports }, { id }) => imports.restart(id)
}
