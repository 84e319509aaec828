/** The contract's reading commands. They run on a connection of their own and never wait for the writer. */

import * as v from 'valibot'
import { archiveName } from '#engine/archive-name'
import { custodyReading } from '#engine/commands/custody-reading'
import { exportReading } from '#engine/commands/export-reading'
import { facetReading } from '#engine/commands/facet-reading'
import { nameReading } from '#engine/commands/name-reading'
import { queryHelpReading } from '#engine/commands/query-help-reading'
import type { ReadHandlers } from '#engine/commands/read-session'
import { rollCallReading } from '#engine/commands/rollcall-reading'
import { savedSearchReading } from '#engine/commands/saved-search-reading'
import { countOutdated } from '#engine/import/documents-to-reread'
import { readContent } from '#engine/reading/content'
import { readFamily } from '#engine/reading/family'
import { findHits } from '#engine/reading/hits'
import { readPageLayer } from '#engine/reading/page-layer'
import { readPages } from '#engine/reading/pages'
import { readPlainText } from '#engine/reading/plain-text'
import { listTerms } from '#engine/search/list-terms'
import { listMatchingIds } from '#engine/search/matching-ids'
import { otherSpellings } from '#engine/search/other-spellings'
import { runSearch } from '#engine/search/run'
import { countArchive } from '#engine/store/archive-facts'
import type { ReadDb } from '#engine/store/connection'
import { listFolders } from '#engine/store/folders'
import { countAttention, findImport, listAttention, listImportProblems, listImports } from '#engine/store/imports'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import { row } from '#engine/store/statement'
import { findDetail } from '#engine/store/summaries'
import { countTagsOn, listTags } from '#engine/store/tags'
import type { CommandArgs } from '#shared/contract'
import { SanadError } from '#shared/errors'
import type { ImportReceipt } from '#shared/model/importing'
import { searchFilterSchema } from '#shared/model/search'
import { SANAD_VERSION } from '#shared/version'

/** Rows of a receipt that are sent at once; the archive keeps them all, and Needs attention pages through them. */
export const RECEIPT_ROWS = 5000

export const readCommands: ReadHandlers = {
  ...nameReading,
  ...facetReading,
  ...custodyReading,
  ...exportReading,
  'archive.info': ({ db, directory }) => ({
    name: archiveName(directory),
    directory,
    ...countArchive(db),
    schemaVersion: SCHEMA_VERSION,
    sanad: SANAD_VERSION
  }),
  'library.sidebar': ({ db }) => ({
    counts: { ...countSections(db), attention: countAttention(db) },
    tags: listTags(db),
    folders: listFolders(db)
  }),
  'search.run': ({ db, texts }, request) =>
    runSearch(db, texts, { ...request, filter: v.parse(searchFilterSchema, request.filter) }),
  'search.terms': ({ db }, asked) => listTerms(db, asked),
  'search.ids': ({ db }, { filter, ...asked }) => listMatchingIds(db, asked, v.parse(searchFilterSchema, filter)),
  ...queryHelpReading,
  ...rollCallReading,
  ...savedSearchReading,
  'suggest.query': ({ querySuggestions }, { text, caret }) => querySuggestions.suggest(text, caret),
  'suggest.spelling': ({ db }, { query, filter, expansions }) =>
    otherSpellings(db, query, v.parse(searchFilterSchema, filter), expansions),
  'suggest.palette': ({ suggestions }, { text, limit }) => suggestions.palette(text, limit),
  'suggest.tags': ({ suggestions }, { text, limit }) => suggestions.tags(text, limit),
  'tags.countOn': ({ db }, { ids }) => countTagsOn(db, ids),
  'document.get': ({ db }, { id }) => {
    const detail = findDetail(db, id)
    if (!detail) throw new SanadError('not-found', `There is no document ${id} in this archive.`)
    return detail
  },
  'document.family': ({ db }, { id }) => readFamily(db, id),
  'document.pages': (session, { id }) => readPages(session, id),
  'document.pageLayer': (session, { id, page }) => readPageLayer(session, session.texts, id, page),
  'document.plainText': (session, { id }) => readPlainText(session, id),
  'reread.outdated': ({ db }) => ({ documents: countOutdated(db) }),
  'document.content': ({ db, texts }, { id }) => readContent(db, texts, id),
  'document.hits': ({ db, texts }, request) => findHits(db, texts, request),
  'import.receipt': ({ db }, { id }) => getReceipt(db, id),
  'import.list': ({ db }) => listImports(db),
  'problems.list': ({ db }, { offset, limit }) => listAttention(db, offset, limit)
}

function countSections(db: ReadDb) {
  const counts = row<{ all: number; unread: number; starred: number }>(
    db,
    `SELECT (SELECT count(*) FROM document) AS "all", (SELECT count(*) FROM document WHERE is_read = 0) AS unread,
       (SELECT count(*) FROM document WHERE is_starred = 1) AS starred`
  )
  return counts ?? { all: 0, unread: 0, starred: 0 }
}

/** Throws SanadError `not-found`. */
export function getReceipt(db: ReadDb, id: CommandArgs<'import.receipt'>['id']): ImportReceipt {
  const record = findImport(db, id)
  if (!record) throw new SanadError('not-found', `There is no import ${id} in this archive.`)
  const { total, problems } = listImportProblems(db, id, RECEIPT_ROWS)
  return { ...record, problems, problemTotal: total }
}
