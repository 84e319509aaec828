import { listForms, MOST_FORMS } from '#engine/search/expand'
import type { ReadDb } from '#engine/store/connection'
import type { Expansion, ExpansionSwitches, SearchNote } from '#shared/model/search'
import type { Alternatives } from '#shared/text/alternatives'
import type { NameNode, TextNode, WordsNode } from '#shared/text/query-node'

/** An expansion with the terms that are looked for when it is on. */
export type FoundExpansion = Expansion & Readonly<{ terms: readonly string[] }>

/** What the archive offers for the parts of one query, looked up once for each part. */
export class Expansions {
  readonly #db: ReadDb
  readonly #switches: ExpansionSwitches
  readonly #known = new Map<string, readonly FoundExpansion[]>()
  readonly #notes = new Map<string, SearchNote>()

  constructor(db: ReadDb, switches: ExpansionSwitches) {
    this.#db = db
    this.#switches = switches
  }

  /** All expansions of a part, on and off. Cost: index look-ups, the first time. */
  of(node: TextNode | NameNode): readonly FoundExpansion[] {
    const key = JSON.stringify(node)
    let found = this.#known.get(key)
    if (!found) {
      found = node.kind === 'words' ? this.#ofWords(node) : []
      this.#known.set(key, found)
    }
    return found
  }

  /** What is looked for with a part that is wanted: the expansions that are on. */
  readonly wanted: Alternatives = (node) => this.of(node).flatMap((expansion) => (expansion.isOn ? [expansion.terms] : []))

  /** What is looked for with a part that is left out: a form that was not typed must not hide a document. */
  readonly unwanted: Alternatives = (node) => (node.kind === 'words' ? [] : this.wanted(node))

  /** What had to be left out of those asked for until now. */
  notes(): SearchNote[] {
    return [...this.#notes.values()]
  }

  #note(note: SearchNote): void {
    this.#notes.set(`${note.code}:${note.text}`, note)
  }

  #ofWords(node: WordsNode): FoundExpansion[] {
    const [term, ...more] = node.terms
    if (term === undefined || more.length > 0 || node.exact || node.prefix) return []
    const { forms, isCut } = listForms(this.#db, term)
    if (isCut) this.#note({ code: 'forms-cut', text: node.text, limit: MOST_FORMS })
    return forms.map((form) => this.#made({ kind: form.kind, text: form.term, terms: [form.term] }))
  }

  #made(found: Omit<FoundExpansion, 'key' | 'isOn'>, key = `${found.kind}:${found.text}`, isOn = true): FoundExpansion {
    return { key, ...found, isOn: this.#switches[key] ?? isOn }
  }
}
