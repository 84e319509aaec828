import { readCommands } from '#engine/commands/read-commands'
import { createReadSession, type ReadSession } from '#engine/commands/read-session'
import { makeCleanCopy } from '#engine/export/clean-copy'
import { findCopySource } from '#engine/export/copy-source'
import { copyText } from '#engine/export/copy-text'
import { tracesOfCopy } from '#engine/export/traces-of-copy'
import type { Extractor } from '#engine/extract/job'
import { openOriginals, openReader } from '#engine/open'
import { serveBitmap } from '#engine/reading/bitmap'
import { findMediaFile } from '#engine/reading/media-file'
import { servePage, servePart } from '#engine/reading/page'
import { warmKnownTerms } from '#engine/search/known-terms'
import { sqliteVersion } from '#engine/store/sqlite-version'
import type { OwnCalls, ThreadData } from '#engine/threads/messages'
import { bindCommands, callIn, type Served } from '#engine/threads/serve'
import { SanadError } from '#shared/errors'

/** Facets are counted from memory: it is filled before they are asked for, between whatever else is asked. */
function prepareFacets({ facets, turns, db }: ReadSession): void {
  turns
    .take('prepare', (giveWay) => facets.prepare(giveWay))
    .catch((error: unknown) => {
      // Whoever asks for facets next meets the same trouble and is told; an archive that was closed meanwhile is none.
      if (db.open && !(error instanceof SanadError)) throw error
    })
}

/** Opens the reading connection and answers from it. */
export function startReader({ directory, keys }: ThreadData, extractor: Extractor): Served {
  const originals = openOriginals(directory, keys)
  const session = createReadSession(openReader(directory, keys), directory, originals, extractor)
  const source = { db: session.db, originals, extractor }
  const handlers = {
    ...bindCommands(readCommands, session),
    'engine.page': ({ id, resourceBase }: OwnCalls['engine.page']['input']) => servePage(source, id, resourceBase),
    'engine.part': ({ id, key, resourceBase }: OwnCalls['engine.part']['input']) => servePart(source, id, key, resourceBase),
    'engine.bitmap': ({ id, page, width }: OwnCalls['engine.bitmap']['input']) => serveBitmap(source, id, page, width),
    'engine.media': ({ id }: OwnCalls['engine.media']['input']) => findMediaFile(session.db, originals, id),
    'engine.copySource': ({ id }: OwnCalls['engine.copySource']['input']) => findCopySource(session.db, originals, id),
    'engine.cleanCopy': ({ id }: OwnCalls['engine.cleanCopy']['input']) => makeCleanCopy(source, id, true),
    'engine.copyText': ({ id }: OwnCalls['engine.copyText']['input']) => copyText(session.db, session.texts, id),
    'engine.copyTraces': ({ file, mediaType }: OwnCalls['engine.copyTraces']['input']) =>
      tracesOfCopy(extractor, file, mediaType),
    'engine.sqliteVersion': () => sqliteVersion(session.db),
    'engine.close': () => {
      session.db.close()
      return null
    }
  }
  session.suggestions.refresh({ titles: true })
  void warmKnownTerms(session.db)
  prepareFacets(session)
  return {
    call: (name, input) => callIn(handlers, name, input),
    changed: (changed) => {
      if (changed.documents) session.texts.clear()
      if (Object.values(changed).includes(true)) session.fieldValues.forget()
      session.querySuggestions.refresh()
      void warmKnownTerms(session.db)
      session.suggestions.refresh({ titles: changed.titles ?? false })
    }
  }
}
