import { otherScriptCandidates } from '#engine/names/other-script-candidates'
import { cardSpellingsOf } from '#engine/names/spellings-of'
import { listForms, MOST_FORMS } from '#engine/search/expand'
import { remembered } from '#engine/search/remembered'
import { nearestTerms, termsLike } from '#engine/search/vocabulary'
import type { ReadDb } from '#engine/store/connection'
import type { Expansion, ExpansionKind, ExpansionSwitches, SearchNote } from '#shared/model/search'
import type { Alternatives } from '#shared/text/alternatives'
import { FUNCTION_WORDS } from '#shared/text/function-words'
import type { FuzzyNode, NameNode, NearNode, TextNode, WildcardNode, WordsNode } from '#shared/text/query-node'
import { MOST_COMBINATIONS } from '#shared/text/query-phrases'

/** An expansion with the terms that are looked for when it is on. */
export type FoundExpansion = Expansion & Readonly<{ terms: readonly string[] }>

/** Words spelled nearly like one, and words of one shape, that are looked for. */
const MOST_FUZZY = 30
const MOST_WILDCARD = 200
/** And with all parts of a query of that kind together: each has its equal share. Every word more is a list that FTS5 walks. */
const ALL_FUZZY = 120
const ALL_WILDCARD = 400

/** How many parts of a query are asked for by likeness and by shape. */
export type Guessed = Readonly<{ fuzzy: number; wildcard: number }>

const shareOf = (all: number, parts: number, most: number): number => Math.min(most, Math.floor(all / Math.max(1, parts)))

type Found = Readonly<{ kind: ExpansionKind; text: string; terms: readonly string[]; documents?: number; key?: string }>

/** Other scripts are a proposal by rule: never used unasked. */
const isOnUnasked = (kind: ExpansionKind): boolean => kind !== 'script'

/** What the archive offers for the parts of one query, looked up once for each part. */
export class Expansions {
  readonly #db: ReadDb
  readonly #switches: ExpansionSwitches
  readonly #known = new Map<string, readonly FoundExpansion[]>()
  readonly #asksForScripts: boolean
  readonly #mostFuzzy: number
  readonly #mostWildcard: number
  readonly #notes = new Map<string, SearchNote>()

  constructor(db: ReadDb, switches: ExpansionSwitches, notes: readonly SearchNote[], guessed: Guessed) {
    this.#mostFuzzy = shareOf(ALL_FUZZY, guessed.fuzzy, MOST_FUZZY)
    this.#mostWildcard = shareOf(ALL_WILDCARD, guessed.wildcard, MOST_WILDCARD)
    this.#db = db
    this.#switches = switches
    this.#asksForScripts = Object.entries(switches).some(([key, isOn]) => isOn && key.startsWith('script:'))
    for (const note of notes) this.note(note)
  }

  /**
   * All expansions of a part, on and off; those in other scripts only where one is switched on, unless they are asked for. Cost: index
   * look-ups, and for other scripts a walk over the vocabulary.
   */
  of(node: TextNode | NameNode, withScripts = this.#asksForScripts): readonly FoundExpansion[] {
    const own = this.#ownScript(node)
    if (!withScripts) return own
    const taken = new Set(own.map((expansion) => expansion.text))
    return [...own, ...this.#scriptsOf(node).filter((expansion) => !taken.has(expansion.text))]
  }

  /** What is looked for with a part that is wanted: the expansions that are on. Cost: index look-ups, the first time. */
  readonly wanted: Alternatives = (node) => this.of(node).flatMap((expansion) => (expansion.isOn ? [expansion.terms] : []))

  /** What is looked for with a part that is left out: a form that was not typed must not hide a document. */
  readonly unwanted: Alternatives = (node) => (node.kind === 'words' ? [] : this.wanted(node))

  readonly noteCut = (node: NearNode): void => this.note({ code: 'near-cut', text: node.text, limit: MOST_COMBINATIONS })

  note(note: SearchNote): void {
    this.#notes.set(`${note.code}:${note.text}`, note)
  }

  /** What is to be said of the query, and of what was looked up for it until now. */
  notes(): SearchNote[] {
    return [...this.#notes.values()]
  }

  #ownScript(node: TextNode | NameNode): readonly FoundExpansion[] {
    const key = JSON.stringify(node)
    const known = this.#known.get(key)
    if (known) return known
    const found = this.#find(node).map((made) => this.#switched(made))
    this.#known.set(key, found)
    return found
  }

  /** How a finished word may be written in other scripts, where it is written so in the archive. */
  #scriptsOf(node: TextNode | NameNode): readonly FoundExpansion[] {
    const [term, ...more] = node.kind === 'words' ? node.terms : []
    if (term === undefined || more.length > 0 || (node.kind === 'words' && node.prefix) || FUNCTION_WORDS.has(term)) return []
    return otherScriptCandidates(this.#db, term).map((found) =>
      this.#switched(this.#standing('script', found.term, found.documents))
    )
  }

  #switched({ key: given, ...found }: Found): FoundExpansion {
    const key = given ?? `${found.kind}:${found.text}`
    return { key, ...found, isOn: this.#switches[key] ?? isOnUnasked(found.kind) }
  }

  #find(node: TextNode | NameNode): readonly Found[] {
    switch (node.kind) {
      case 'fuzzy':
        return this.#ofFuzzy(node)
      case 'wildcard':
        return this.#ofWildcard(node)
      case 'name':
        return this.#ofName(node)
      case 'words':
        return this.#ofWords(node)
    }
  }

  #ofWords(node: WordsNode): Found[] {
    const own = node.terms.join(' ')
    const spellings = this.#spellings(own).filter((found) => found.terms.join(' ') !== own)
    const [term, ...more] = node.terms
    if (term === undefined || more.length > 0 || node.exact || node.prefix) return spellings
    const { forms, isCut } = remembered(this.#db, `forms ${term}`, () => listForms(this.#db, term))
    if (isCut) this.note({ code: 'forms-cut', text: node.text, limit: MOST_FORMS })
    const taken = new Set(forms.map((form) => form.term))
    return [
      ...forms.map((form) => ({ kind: form.kind, text: form.term, terms: [form.term] })),
      ...spellings.filter((found) => !taken.has(found.terms.join(' ')))
    ]
  }

  #ofFuzzy({ term, distance, text }: FuzzyNode): Found[] {
    const options = { limit: MOST_FUZZY + 1, ...(distance === null ? {} : { maxDistance: distance }) }
    const near = remembered(this.#db, `near ${distance} ${term}`, () => nearestTerms(this.#db, term, options))
    if (near.length > this.#mostFuzzy) this.note({ code: 'fuzzy-cut', text: `${text}~`, limit: this.#mostFuzzy })
    return near.slice(0, this.#mostFuzzy).map((found) => this.#standing('fuzzy', found.term, found.documents))
  }

  #ofWildcard({ pattern, text }: WildcardNode): Found[] {
    const fitting = remembered(this.#db, `like ${pattern}`, () => termsLike(this.#db, pattern, { limit: MOST_WILDCARD + 1 }))
    if (fitting.length > this.#mostWildcard) this.note({ code: 'wildcard-cut', text, limit: this.#mostWildcard })
    if (fitting.length === 0) this.note({ code: 'wildcard-empty', text })
    return fitting.slice(0, this.#mostWildcard).map((found) => this.#standing('wildcard', found.term, found.documents))
  }

  #ofName({ terms, value, implied }: NameNode): Found[] {
    const own = terms.join(' ')
    const spellings = this.#spellings(own)
    if (spellings.length === 0 && !implied) this.note({ code: 'no-such-name', text: value })
    return implied ? spellings.filter((found) => found.terms.join(' ') !== own) : spellings
  }

  /** Spellings of the cards with this name; of two cards with one spelling, each has a switch of its own. */
  #spellings(name: string): Found[] {
    return cardSpellingsOf(this.#db, name).map(({ nameId, key, text }) => ({
      key: `name:${nameId}:${key}`,
      kind: 'name',
      text,
      terms: key.split(' ')
    }))
  }

  #standing = (kind: ExpansionKind, term: string, documents: number): Found => ({ kind, text: term, terms: [term], documents })
}
