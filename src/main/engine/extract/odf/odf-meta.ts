import { parseDate } from '#engine/extract/dates/dates'
import { type FoundMetadata, NOTHING_FOUND } from '#engine/extract/found'
import type { Attributes } from '#engine/extract/xml/read-xml'
import type { Fact, FactName } from '#shared/model/fact'

const LONGEST = 1000
const MOST_KEYWORDS = 100

/** What programs call a document that nobody named. */
const NO_TITLE = /^(?:untitled|document|presentation|spreadsheet|slide|unbenannt|sans nom)?\s*\d*$/i

/** Reads `office:meta`: what a document says of itself. */
export class OdfMeta {
  readonly #values = new Map<string, string>()
  readonly #keywords: string[] = []
  readonly #own: string[] = []
  #name = ''
  #parts: string[] = []

  open(name: string, attributes: Attributes): void {
    this.#name = name === 'meta:user-defined' ? `own ${attributes['meta:name'] ?? ''}` : name
    this.#parts = []
  }

  text(text: string): void {
    if (this.#parts.length < LONGEST) this.#parts.push(text)
  }

  close(name: string): void {
    const value = this.#parts.join('').replace(/\s+/g, ' ').trim().slice(0, LONGEST)
    this.#parts = []
    if (value === '') return
    if (name === 'meta:keyword') {
      if (this.#keywords.length < MOST_KEYWORDS) this.#keywords.push(value)
    } else if (name === 'meta:user-defined') {
      // Programs leave "Info 1" to "Info 4" empty; what people filled in has a name or at least a value.
      if (this.#own.length < MOST_KEYWORDS) this.#own.push(`${this.#name.slice(4)}: ${value}`)
    } else if (!this.#values.has(name)) this.#values.set(name, value)
  }

  get metadata(): FoundMetadata {
    const title = this.#value('dc:title')
    const created = this.#value('meta:creation-date') ?? this.#value('dc:date')
    return {
      ...NOTHING_FOUND,
      title: title === null || NO_TITLE.test(title) ? null : title,
      author: this.#value('meta:initial-creator') ?? this.#value('dc:creator'),
      publisher: this.#value('dc:publisher'),
      date: created === null ? null : parseDate(created),
      language: this.#value('dc:language')
    }
  }

  get facts(): Fact[] {
    const author = this.#value('meta:initial-creator')
    const last = this.#value('dc:creator')
    const facts: [FactName, string | null][] = [
      ['subject', this.#value('dc:subject')],
      ['keywords', this.#keywords.join(', ')],
      ['description', this.#value('dc:description')],
      ['comments', this.#own.join('; ').slice(0, LONGEST)],
      ['last-author', last === author ? null : last],
      ['created', this.#time('meta:creation-date')],
      ['modified', this.#time('dc:date')],
      ['revision', this.#value('meta:editing-cycles')],
      ['creator', this.#value('meta:generator')]
    ]
    return facts.flatMap(([name, value]) => (value ? { name, value } : []))
  }

  #value(name: string): string | null {
    return this.#values.get(name) ?? null
  }

  /** Programs write nanoseconds; seconds are what anyone asks for. */
  #time(name: string): string | null {
    const match = /^(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(this.#value(name) ?? '')
    return match ? `${match[1]}${match[2] ?? ''}` : null
  }
}
