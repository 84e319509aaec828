/** The engine as the benchmark asks it: in the benchmark's own process, without the window or the trip to another thread. */
import * as v from 'valibot'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { openArchive, openReader } from '#engine/open'
import { compile } from '#engine/search/compile'
import { FacetCounter } from '#engine/search/facets/count-facets'
import { forgetMatches } from '#engine/search/matches'
import { countMatches, listPage } from '#engine/search/rank'
import { readQuery } from '#engine/search/read-query'
import { runSearch } from '#engine/search/run'
import { sweepCommonTerms } from '#engine/search/sweep-common-terms'
import { TextCache } from '#engine/search/text-cache'
import type { WriteDb } from '#engine/store/connection'
import { indexDocument } from '#engine/store/full-text'
import { rows, run } from '#engine/store/statement'
import { readIndexColumns } from '#engine/store/stored-terms'
import { listSummaries } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'
import { type SearchRequest, searchRequestSchema } from '#shared/model/search'
import { FOLD_VERSION } from '#shared/text/fold'

export { unlock } from '#engine/keys/passphrase-changes'
export { wordOfRank } from '#tests/bench/generated-texts'
export { generatedBytes, measureIndex, writeManyDocuments } from '#tests/bench/many-documents'
export { wrongPairs } from '#tests/bench/spelling'

export type Asking = Readonly<{ limit?: number; typing?: boolean; offset?: number; sort?: SearchRequest['sort'] }>

const requestOf = (query: string, asking: Asking): SearchRequest => v.parse(searchRequestSchema, { query, filter: {}, ...asking })

/** Indexes documents with Hangul again that an archive kept from an earlier run has without their whole words. */
function indexHangulAnew(db: WriteDb): void {
  db.transaction(() => {
    const old = rows<{ id: DocumentId }>(
      db,
      `SELECT id FROM document WHERE fold_version < ?
        AND id IN (SELECT doc FROM index_place WHERE term BETWEEN '\u1100' AND '\u11ff' OR term BETWEEN '\uac00' AND '\ud7a3')`,
      [FOLD_VERSION]
    )
    for (const { id } of old) indexDocument(db, id, readIndexColumns(db, id), false)
    run(db, 'UPDATE document SET fold_version = ? WHERE fold_version < ?', [FOLD_VERSION, FOLD_VERSION])
  })()
}

/** Brings an archive to this program's schema and index terms, and gives its common words their lists, so that only asking is measured. */
export function prepareArchive(directory: string, keys: ArchiveKeys | null = null): void {
  const archive = openArchive(directory, { keys })
  indexHangulAnew(archive.db)
  for (const _step of sweepCommonTerms(archive.db));
  archive.db.pragma('wal_checkpoint(TRUNCATE)')
  archive.close()
}

/** An archive to be asked. */
export function openForAsking(directory: string, keys: ArchiveKeys | null = null) {
  const db = openReader(directory, keys)
  const texts = new TextCache()
  const facets = new FacetCounter(db)
  return {
    documents: rows<{ n: number }>(db, 'SELECT count(*) AS n FROM document')[0]?.n ?? 0,
    /** The total and a page of results with titles and paths, without passages. Nothing is remembered of an earlier answer. */
    answer(query: string, asking: Asking = {}) {
      forgetMatches(db)
      const request = requestOf(query, { limit: 20, ...asking })
      const compiled = compile(db, readQuery(db, request), request.filter)
      const total = countMatches(db, compiled)
      const page = listPage(db, compiled, request, total)
      const summaries = listSummaries(
        db,
        page.map(({ id }) => id)
      )
      return { total, hits: page.map(({ id }) => summaries.get(id)?.title) }
    },
    /** What the window shows: the total and a page with passages. No text is kept from an earlier query. */
    page(query: string, asking: Asking = {}) {
      texts.clear()
      forgetMatches(db)
      return runSearch(db, texts, requestOf(query, { limit: 20, ...asking }))
    },
    /** Reads what facets are counted from, as the window has it done before anybody asks. */
    prepareFacets: () => facets.prepare(),
    facets(query: string) {
      forgetMatches(db)
      return facets.count(requestOf(query, {}))
    },
    /** Paths of the documents found, at which each was seen first. */
    paths(query: string): string[] {
      const request = requestOf(query, {})
      const compiled = compile(db, readQuery(db, request), request.filter)
      const total = countMatches(db, compiled)
      const found = listPage(db, compiled, { sort: 'title', limit: total, offset: 0 }, total)
      return [
        ...listSummaries(
          db,
          found.map(({ id }) => id)
        ).values()
      ].map(({ path }) => path)
    },
    close: () => db.close()
  }
}
