/**
 * Suggestions while typing: titles, tags and folders, tolerant of typing errors, in any script.
 *
 * MiniSearch holds these small sets in memory only; nothing of it is ever written to disk. Titles beyond `MAX_TITLES` are left to the
 * full-text search.
 */
import MiniSearch, { type SearchResult } from 'minisearch'
import type { ReadDb } from '#engine/store/connection'
import { listFolders } from '#engine/store/folders'
import { listNameLabels } from '#engine/store/names'
import { row, rows } from '#engine/store/statement'
import { listTags } from '#engine/store/tags'
import type { PaletteItem } from '#shared/model/app'
import type { Tag } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { indexText } from '#shared/text/index-text'

const MAX_TITLES = 20_000
const MAX_NAMES = 20_000
/** Cards in one answer: a family name alone would fill it. */
const MOST_CARDS = 6
/** Titles taken in before other work gets its turn. */
const TITLES_AT_ONCE = 200

type Entry = Readonly<{ key: string; text: string }>

const isCard = ({ id }: SearchResult): boolean => String(id).startsWith('name:')
const terms = (text: string): string[] => indexText(text).split(' ').filter(Boolean)

function createIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    idField: 'key',
    fields: ['text'],
    tokenize: terms,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: terms,
      processTerm: (term) => term,
      prefix: true,
      combineWith: 'AND',
      fuzzy: (term) => (term.length > 3 ? 0.25 : false)
    }
  })
}

export class Suggestions {
  readonly #db: ReadDb
  #titles = createIndex()
  #lastId = 0
  #loading: Promise<void> | undefined
  #small: { index: MiniSearch<Entry>; tags: Tag[]; items: Map<string, PaletteItem> } | undefined

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** Rows changed: tags and folders are read again when next asked for, new titles are taken in between other work. */
  refresh(changed: Readonly<{ titles: boolean }>): void {
    this.#small = undefined
    if (changed.titles) {
      this.#titles = createIndex()
      this.#lastId = 0
    }
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined))
  }

  /** Tags that fit what is typed; the most used ones when nothing is typed. */
  tags(text: string, limit: number): Tag[] {
    const { index, tags } = this.#smallSets()
    if (terms(text).length === 0) return [...tags].sort((a, b) => b.documents - a.documents).slice(0, limit)
    const byKey = new Map(tags.map((tag) => [`tag:${tag.id}`, tag]))
    return index
      .search(text)
      .flatMap((found) => byKey.get(String(found.id)) ?? [])
      .slice(0, limit)
  }

  /** Tags, folders, name cards (unless `names` is false) and documents whose name or title fits what is typed, best first. */
  palette(text: string, limit: number, { names = true }: Readonly<{ names?: boolean }> = {}): PaletteItem[] {
    if (terms(text).length === 0) return []
    const { index, items } = this.#smallSets()
    const small = index.search(text)
    const cards = names ? this.#cardsFirst(small.filter(isCard)).slice(0, MOST_CARDS) : []
    const others = small.filter((result) => !isCard(result))
    const found: SearchResult[] = [...cards, ...others, ...this.#titles.search(text).slice(0, limit)]
    return found
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .flatMap(
        (result) => items.get(String(result.id)) ?? this.#document(Number(String(result.id).slice('document:'.length))) ?? []
      )
  }

  /** A card that documents mention is meant more often than one that none does. */
  #cardsFirst(cards: readonly SearchResult[]): SearchResult[] {
    const { items } = this.#smallSets()
    return cards
      .map((card) => {
        const item = items.get(String(card.id))
        return item?.kind === 'name' && item.documents > 0 ? { ...card, score: card.score * 2 } : card
      })
      .sort((a, b) => b.score - a.score)
  }

  #document(id: number): PaletteItem | undefined {
    const found = row<{ id: DocumentId; title: string; subtitle: string }>(
      this.#db,
      "SELECT id, title, coalesce(publisher, file_name) || coalesce(' · ' || date, '') AS subtitle FROM document WHERE id = ?",
      [id]
    )
    return found && { kind: 'document', ...found }
  }

  #smallSets() {
    if (this.#small) return this.#small
    const tags = listTags(this.#db)
    const folders = listFolders(this.#db)
    const paths = new Map(folders.map((folder) => [folder.id, folder]))
    const items = new Map<string, PaletteItem>()
    for (const tag of tags)
      items.set(`tag:${tag.id}`, { kind: 'tag', id: tag.id, title: tag.name, color: tag.color, documents: tag.documents })
    for (const { id, name, parentId, documents } of folders) {
      const above = parentId === null ? '' : (paths.get(parentId)?.name ?? '')
      items.set(`folder:${id}`, { kind: 'folder', id, title: name, subtitle: above, documents })
    }
    const spelled = new Map<string, string>()
    for (const { id, kind, label, also, spellings, documents } of listNameLabels(this.#db, MAX_NAMES)) {
      items.set(`name:${id}`, { kind: 'name', id, nameKind: kind, title: label, subtitle: also, documents })
      spelled.set(`name:${id}`, spellings)
    }
    const index = createIndex()
    const textOf = (key: string, title: string): string => [...new Set(terms(`${title} ${spelled.get(key) ?? ''}`))].join(' ')
    index.addAll([...items].map(([key, item]) => ({ key, text: textOf(key, item.title) })))
    this.#small = { index, tags, items }
    return this.#small
  }

  async #load(): Promise<void> {
    while (this.#titles.documentCount < MAX_TITLES) {
      const next = rows<{ id: number; title: string }>(
        this.#db,
        'SELECT id, title FROM document WHERE id > ? ORDER BY id LIMIT ?',
        [this.#lastId, TITLES_AT_ONCE]
      )
      const last = next.at(-1)
      if (!last) return
      this.#lastId = last.id
      this.#titles.addAll(next.map(({ id, title }) => ({ key: `document:${id}`, text: title })))
      await new Promise(setImmediate)
      if (!this.#db.open) return
    }
  }
}
