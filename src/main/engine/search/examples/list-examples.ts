import { compileQuery } from '#engine/search/compile-query'
import {
  correspondents,
  frequentDates,
  frequentFolders,
  frequentTags,
  frequentValues,
  frequentYears,
  nameLabels,
  sampleTitles
} from '#engine/search/examples/archive-sample'
import { type ArchiveSample, exampleQueries } from '#engine/search/examples/example-queries'
import { exampleWords } from '#engine/search/examples/example-words'
import { GENERAL_EXAMPLES } from '#engine/search/examples/general-examples'
import { languageName, typeWord } from '#engine/search/field-values/value-names'
import { NO_FILTER } from '#engine/search/offers/filter-conditions'
import { countMatches } from '#engine/search/rank'
import type { ReadDb } from '#engine/store/connection'
import { row } from '#engine/store/statement'
import { EXAMPLE_IDS, type SearchExample } from '#shared/model/query-help'
import { addressParts } from '#shared/text/address-parts'

/** Candidates of one example that are counted before the general one is shown. */
const MOST_TRIED = 5
/** Time for counting, in milliseconds; what is left then gets its general example. */
const TIME_MS = 1200

/**
 * An example of each thing the query language can do, made of what this archive holds and counted; a general one where it holds nothing
 * of the kind. Never fails for what the archive holds.
 */
export function listExamples(db: ReadDb): SearchExample[] {
  const started = performance.now()
  const queries = exampleQueries(sampleOf(db))
  const count = (query: string): number => countMatches(db, compileQuery(db, query, NO_FILTER))
  return EXAMPLE_IDS.map((id) => {
    for (const query of queries[id].slice(0, MOST_TRIED)) {
      if (performance.now() - started > TIME_MS) break
      const documents = count(query)
      if (documents > 0) return { id, query, documents }
    }
    return { id, query: GENERAL_EXAMPLES[id], documents: null }
  })
}

function sampleOf(db: ReadDb): ArchiveSample {
  const languages = frequentValues(db, 'language')
  const documents = row<{ documents: number }>(db, 'SELECT count(*) AS documents FROM document')?.documents ?? 0
  return {
    words: exampleWords(db, sampleTitles(db, languages.slice(0, 2)), documents),
    tags: frequentTags(db),
    folders: frequentFolders(db),
    languages,
    languageNames: languages.map(languageName),
    types: frequentValues(db, 'media_type').flatMap((type) => typeWord(type) ?? []),
    authors: frequentValues(db, 'author'),
    publishers: frequentValues(db, 'publisher'),
    names: nameLabels(db),
    senders: correspondents(db, 'from').map(firstPerson),
    recipients: correspondents(db, 'to').map(firstPerson),
    years: frequentYears(db),
    dates: frequentDates(db)
  }
}

const firstPerson = (list: string): string => addressParts(list)[0]?.text.trim() ?? list
