import MiniSearch from 'minisearch'
import type { FieldValues } from '#engine/search/field-values/field-values'
import { OFFERED_FIELDS } from '#engine/search/field-values/field-words'
import type { Suggestions } from '#engine/search/suggest'
import { termsBeginningWith } from '#engine/search/vocabulary'
import type { ReadDb } from '#engine/store/connection'
import { asSavedSearch, listSavedSearches } from '#engine/store/saved-searches'
import { rows } from '#engine/store/statement'
import { listTrail } from '#engine/store/trail'
import type { NameId } from '#shared/model/ids'
import type { Suggestion } from '#shared/model/suggestion'
import { indexText } from '#shared/text/index-text'
import { type TypedPart, wordAtCaret } from '#shared/text/word-at-caret'

/** How many of each kind are offered, in the order they are drawn. */
const MOST = { word: 4, saved: 2, name: 2, item: 4, trail: 2, value: 8 }
/** Searches of the trail that are looked through. */
const RECENT = 200

type Small = Readonly<{ index: MiniSearch<{ key: string; text: string }>; items: ReadonlyMap<string, Suggestion> }>

const terms = (text: string): string[] => indexText(text).split(' ').filter(Boolean)

/**
 * What is offered under the search box. Words come from the vocabulary in the archive; saved searches, names and the trail from small
 * sets held in memory only, and made anew after they changed.
 */
export class QuerySuggestions {
  readonly #db: ReadDb
  readonly #titles: Suggestions
  readonly #values: FieldValues
  #small: Small | undefined

  constructor(db: ReadDb, titles: Suggestions, values: FieldValues) {
    this.#db = db
    this.#titles = titles
    this.#values = values
  }

  /** Rows changed. Titles and values are refreshed by whoever shares them. */
  refresh(): void {
    this.#small = undefined
  }

  /** Offers for the word or value that ends at `caret`; empty when none ends there. */
  suggest(text: string, caret: number): Suggestion[] {
    const part = wordAtCaret(text, caret)
    if (part === null) return []
    const put = (replacement: string): string => text.slice(0, part.start) + replacement + text.slice(caret)
    if (part.field !== null && part.field !== 'title') return this.#valuesOf(part.field, part.text, put)
    const words = this.#words(part, put)
    if (part.field !== null) return words
    if (terms(part.text).join('').length < 2) return []
    return [...words, ...this.#fields(part, put), ...this.#wholes(text)]
  }

  #valuesOf(field: string, typed: string, put: (replacement: string) => string): Suggestion[] {
    return this.#values
      .like(field, typed, MOST.value)
      .map(({ value, documents }) => ({ kind: 'value', text: value, documents, query: put(`${quoted(value)} `) }))
  }

  #words({ text }: TypedPart, put: (replacement: string) => string): Suggestion[] {
    const [start, ...more] = terms(text)
    if (start === undefined || start.length < 2 || more.length > 0) return []
    return termsBeginningWith(this.#db, start, { limit: MOST.word }).map(({ term, documents }) => ({
      kind: 'word',
      text: term,
      documents,
      query: put(term)
    }))
  }

  #fields({ text }: TypedPart, put: (replacement: string) => string): Suggestion[] {
    const start = text.toLowerCase()
    const field = OFFERED_FIELDS.find((name) => name.startsWith(start))
    return field === undefined ? [] : [{ kind: 'field', text: `${field}:`, query: put(`${field}:`) }]
  }

  /** What the whole text may name. */
  #wholes(text: string): Suggestion[] {
    const { index, items } = this.#smallSets()
    const found = index.search(text).flatMap(({ id }) => items.get(String(id)) ?? [])
    const ofKind = (kind: 'saved' | 'name' | 'trail'): Suggestion[] =>
      found.filter((item) => item.kind === kind).slice(0, MOST[kind])
    const titles = this.#titles.palette(text, MOST.item, { names: false }).filter((item) => item.kind !== 'name')
    return [...ofKind('saved'), ...ofKind('name'), ...titles, ...ofKind('trail')]
  }

  #smallSets(): Small {
    if (this.#small) return this.#small
    const items = new Map<string, Suggestion>()
    const texts = new Map<string, string>()
    const add = (key: string, text: string, item: Suggestion): void => {
      items.set(key, item)
      texts.set(key, text)
    }
    for (const row of listSavedSearches(this.#db)) {
      const { id, name, search } = asSavedSearch(row)
      add(`saved:${id}`, name, { kind: 'saved', id, title: name, search })
    }
    for (const { id, label, spellings } of listNames(this.#db))
      add(`name:${id}`, `${label} ${spellings ?? ''}`, { kind: 'name', id, title: label, query: `name:${quoted(label)} ` })
    for (const { search, documents } of listTrail(this.#db).slice(0, RECENT)) {
      const key = `trail:${indexText(search.query)}`
      if (!items.has(key)) add(key, search.query, { kind: 'trail', search, documents })
    }
    const index = new MiniSearch<{ key: string; text: string }>({
      idField: 'key',
      fields: ['text'],
      tokenize: terms,
      processTerm: (term) => term,
      searchOptions: { tokenize: terms, processTerm: (term) => term, prefix: true, combineWith: 'AND' }
    })
    index.addAll([...texts].map(([key, text]) => ({ key, text })))
    this.#small = { index, items }
    return this.#small
  }
}

function listNames(db: ReadDb) {
  return rows<{ id: NameId; label: string; spellings: string | null }>(
    db,
    `SELECT n.id, n.label, (SELECT group_concat(text, ' ') FROM name_spelling WHERE name_id = n.id AND is_on = 1) AS spellings
     FROM name n ORDER BY n.label_key, n.id LIMIT 20000`
  )
}

/** A value as it is typed: in quotes where it is more than one word. */
const quoted = (text: string): string => (/^[\p{L}\p{N}\p{M}_.-]+$/u.test(text) ? text : `"${text.replaceAll('"', ' ')}"`)
