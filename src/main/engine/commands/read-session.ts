import type { Extractor } from '#engine/extract/job'
import type { Originals } from '#engine/originals/originals'
import { SavedSearchCounting } from '#engine/saved/counting'
import { FacetCounter } from '#engine/search/facets/count-facets'
import { Turns } from '#engine/search/facets/turns'
import { FieldValues } from '#engine/search/field-values/field-values'
import { Suggestions } from '#engine/search/suggest'
import { QuerySuggestions } from '#engine/search/suggest-query'
import { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import type { CommandArgs, CommandOutput, CommandsAt } from '#shared/contract'

/** What the reading commands of one open archive share. */
export type ReadSession = Readonly<{
  db: ReadDb
  directory: string
  originals: Originals
  extractor: Extractor
  texts: TextCache
  suggestions: Suggestions
  fieldValues: FieldValues
  querySuggestions: QuerySuggestions
  savedSearchCounting: SavedSearchCounting
  facets: FacetCounter
  turns: Turns
}>

/** Nothing is read yet. `db` is the connection of the reading thread. */
export function createReadSession(db: ReadDb, directory: string, originals: Originals, extractor: Extractor): ReadSession {
  const suggestions = new Suggestions(db)
  const fieldValues = new FieldValues(db)
  return {
    db,
    directory,
    originals,
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

/** A handler for each reading command; each part of the archive gives its own. */
export type ReadHandlers = {
  [C in CommandsAt<'read'>]: (session: ReadSession, input: CommandArgs<C>) => CommandOutput<C> | Promise<CommandOutput<C>>
}
