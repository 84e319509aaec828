/** The contract's reading commands. They run on a connection of their own and never wait for the writer. */

import * as v from 'valibot'
import { archiveName } from '#engine/archive-name'
import { facetCommands } from '#engine/commands/facet-commands'
import { nameReading } from '#engine/commands/name-reading'
import { queryHelpReadCommands } from '#engine/commands/query-help-commands'
import { rollCallReadCommands } from '#engine/commands/rollcall-read-commands'
import { savedSearchReading } from '#engine/commands/saved-search-reading'
import type { Extractor } from '#engine/extract/job'
import { countOutdated } from '#engine/import/documents-to-reread'
import { readContent } from '#engine/reading/content'
import { readFamily } from '#engine/reading/family'
import { findHits } from '#engine/reading/hits'
import { readPageLayer } from '#engine/reading/page-layer'
import { readPages } from '#engine/reading/pages'
import { readPlainText } from '#engine/reading/plain-text'
import { SavedSearchCounting } from '#engine/saved/counting'
import { FacetCounter } from '#engine/search/facets/count-facets'
import { Turns } from '#engine/search/facets/turns'
import { FieldValues } from '#engine/search/field-values/field-values'
import { listTerms } from '#engine/search/list-terms'
import { listMatchingIds } from '#engine/search/matching-ids'
import { otherSpellings } from '#engine/search/other-spellings'
import { runSearch } from '#engine/search/run'
import { Suggestions } from '#engine/search/suggest'
import { QuerySuggestions } from '#engine/search/suggest-query'
import { TextCache } from '#engine/search/text-cache'
import { countArchive } from '#engine/store/archive-facts'
import type { ReadDb } from '#engine/store/connection'
import { listFolders } from '#engine/store/folders'
import { countAttention, findImport, listAttention, listImportProblems, listImports } from '#engine/store/imports'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import { row } from '#engine/store/statement'
import { findDetail } from '#engine/store/summaries'
import { countTagsOn, listTags } from '#engine/store/tags'
import type { CommandArgs, CommandOutput, CommandsAt } from '#shared/contract'
import { SanadError } from '#shared/errors'
import type { ImportReceipt } from '#shared/model/importing'
import { searchFilterSchema } from '#shared/model/search'
import { SANAD_VERSION } from '#shared/version'

export type ReadSession = Readonly<{
  db: ReadDb
  directory: string
  extractor: Extractor
  texts: TextCache
  suggestions: Suggestions
  fieldValues: FieldValues
  querySuggestions: QuerySuggestions
  savedSearchCounting: SavedSearchCounting
  facets: FacetCounter
  turns: Turns
}>

export function createReadSession(db: ReadDb, directory: string, extractor: Extractor): ReadSession {
  const suggestions = new Suggestions(db)
  const fieldValues = new FieldValues(db)
  return {
    db,
    directory,
    extractor,
    texts: new TextCache(),
    facets: new FacetCounter(db),
    turns: new Turns(),
    suggestions,
    fieldValues,
    querySuggestions: new QuerySuggestions(db, suggestions, fieldValues),
    savedSearchCounting: new SavedSearchCounting(db)
  }
}

export type ReadCommand = CommandsAt<'read'>
export type ReadHandlers = {
  [C in ReadCommand]: (session: ReadSession, input: CommandArgs<C>) => CommandOutput<C> | Promise<CommandOutput<C>>
}

/** Rows of a receipt that are sent at once; the archive keeps them all, and Needs attention pages through them. */
export const RECEIPT_ROWS = 5000

export const readCommands: ReadHandlers = {
  ...nameReading,
  ...facetCommands,
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
  ...queryHelpReadCommands,
  ...rollCallReadCommands,
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
