import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { writeNewDocument } from '#engine/import/write-document'
import { createArchive } from '#engine/open'
import { compile } from '#engine/search/compile'
import { countMatches, listPage } from '#engine/search/rank'
import { readQuery } from '#engine/search/read-query'
import { transaction } from '#engine/store/connection'
import { insertImport } from '#engine/store/imports'
import type { DocumentId } from '#shared/model/ids'
import { type SearchRequest, searchRequestSchema } from '#shared/model/search'
import { extractedOf } from '#tests/bench/many-documents'

export type SpellingPair = Readonly<{ text: string; query: string; found: boolean }>

/** Writes each text as a document of its own, and answers the pairs that do not come out as they say. */
export function wrongPairs(directory: string, pairs: readonly SpellingPair[]): SpellingPair[] {
  const { db, close } = createArchive(directory)
  const importId = insertImport(db, 'pairs', ['/pairs'], 0)
  const ids = transaction(db, () =>
    pairs.map(({ text }, i): DocumentId => {
      const sha256 = createHash('sha256').update(`${i}`).digest()
      const arrival = { sha256, sizeBytes: 1, importId, fileName: `${i}`, now: 0 }
      return writeNewDocument(db, arrival, extractedOf({ title: '', text }, null))
    })
  )
  const wrong = pairs.filter(({ query, found }, i) => {
    const request: SearchRequest = v.parse(searchRequestSchema, { query, filter: {} })
    const compiled = compile(db, readQuery(db, request), request.filter)
    const total = countMatches(db, compiled)
    const answer = listPage(db, compiled, { sort: 'title', limit: pairs.length, offset: 0 }, total)
    return answer.some(({ id }) => id === ids[i]) !== found
  })
  close()
  return wrong
}
