import { parseDate } from '#engine/extract/dates/dates'
import type { Book, BookItem } from '#engine/extract/epub/book'
import { localResourceKey } from '#engine/extract/html/local-resource'
import { visibleText } from '#engine/extract/html/visible-text'
import { type Attributes, readXml } from '#engine/extract/xml/read-xml'
import type { Fact, FactName } from '#shared/model/fact'

/** Real books have some hundred files; beyond these a list was made to be long. */
const MOST_ITEMS = 20_000
const MOST_ENTRIES = 500
const LONGEST = 20_000

/** A statement about the book: a `dc:` element, or a `meta` of either version. */
type Statement = { name: string; id: string; role: string; event: string; refines: string; text: string }

/**
 * Reads the package document (OPF) at `path`. Throws `XmlFault` beyond the limits and where it declares entities; what is not well-formed
 * is read up to there.
 */
export function readPackage(bytes: Uint8Array, path: string): Book {
  const reader = new PackageReader(path)
  const { damage } = readXml(bytes, reader)
  return reader.book(damage)
}

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

class PackageReader {
  readonly #path: string
  readonly #statements: Statement[] = []
  readonly #items = new Map<string, BookItem>()
  readonly #references: string[] = []
  #open: Statement | undefined
  #tocId = ''
  #progression = ''

  constructor(path: string) {
    this.#path = path
  }

  open = (name: string, attributes: Attributes): void => {
    const local = localName(name)
    if (local === 'item') this.#item(attributes)
    else if (local === 'itemref') {
      if (this.#references.length < MOST_ITEMS) this.#references.push(attributes.idref ?? '')
    } else if (local === 'spine') {
      this.#tocId = attributes.toc ?? ''
      this.#progression = (attributes['page-progression-direction'] ?? '').toLowerCase()
    } else if ((name.startsWith('dc:') || local === 'meta') && this.#statements.length < MOST_ENTRIES) {
      this.#open = {
        name: name.startsWith('dc:') ? name : (attributes.property ?? attributes.name ?? ''),
        id: attributes.id ?? '',
        role: attributes['opf:role'] ?? attributes.role ?? '',
        event: attributes['opf:event'] ?? attributes.event ?? '',
        refines: attributes.refines ?? '',
        text: attributes.content ?? ''
      }
      this.#statements.push(this.#open)
    }
  }

  close = (name: string): void => {
    if (name.startsWith('dc:') || localName(name) === 'meta') this.#open = undefined
  }

  text = (text: string): void => {
    if (this.#open && this.#open.text.length < LONGEST) this.#open.text += text.slice(0, LONGEST)
  }

  #item({ id, href, ...rest }: Attributes): void {
    const path = localResourceKey(href ?? '', this.#path)
    if (id === undefined || path === undefined || this.#items.size >= MOST_ITEMS) return
    const properties = (rest.properties ?? '').split(/\s+/).filter((property) => property !== '')
    this.#items.set(id, { id, path, mediaType: (rest['media-type'] ?? '').trim().toLowerCase(), properties })
  }

  book(damage: string | null): Book {
    const items = [...this.#items.values()]
    const listed = this.#references.map((id) => this.#items.get(id)?.path).filter((path) => path !== undefined)
    const nav = items.find(({ properties }) => properties.includes('nav'))
    const ncx = this.#items.get(this.#tocId) ?? items.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml')
    const source = this.#all('dc:source').find((text) => /^https?:\/\/\S+$/.test(text))
    return {
      title: this.#title(),
      author: this.#people('dc:creator', isAuthor).join(', ') || null,
      publisher: this.#all('dc:publisher').join(', ') || null,
      date: this.#date(),
      sourceUrl: source ?? null,
      language: this.#all('dc:language')[0] ?? null,
      direction: this.#progression === 'rtl' ? 'rtl' : null,
      facts: this.#facts(),
      items: new Map(items.map((item) => [item.path, item])),
      spine: [...new Set(listed)],
      contents: nav ? { path: nav.path, kind: 'nav' } : ncx ? { path: ncx.path, kind: 'ncx' } : null,
      damage
    }
  }

  /** The main title with its subtitle; of several without a type the first. */
  #title(): string | null {
    const titles = this.#statements.filter(({ name, text }) => name === 'dc:title' && clean(text) !== '')
    const typed = (type: string): string | undefined => titles.find((title) => this.#refined(title, 'title-type') === type)?.text
    const main = clean(typed('main') ?? titles[0]?.text ?? '')
    const subtitle = clean(typed('subtitle') ?? '')
    if (main === '') return null
    return subtitle === '' || main.includes(subtitle) ? main : `${main}: ${subtitle}`
  }

  #date(): string | null {
    const dates = this.#statements.filter(({ name }) => name === 'dc:date')
    const isPublication = ({ event }: Statement): boolean => /^(?:original-)?publication$/.test(event)
    const inOrder = [...dates.filter(isPublication), ...dates.filter(({ event }) => event === '')]
    return inOrder.map(({ text }) => parseDate(text)).find((date) => date !== null) ?? null
  }

  #facts(): Fact[] {
    const others = [
      ...this.#people('dc:creator', (role) => !isAuthor(role)),
      ...this.#people('dc:contributor', (role) => !isMaker(role))
    ]
    const values: readonly (readonly [FactName, string])[] = [
      ['subject', this.#all('dc:subject').join(', ')],
      ['description', this.#all('dc:description').map(plain).join('\n\n')],
      ['contributors', others.join(', ')],
      ['identifier', this.#all('dc:identifier').join(', ')],
      ['rights', this.#all('dc:rights').map(plain).join('\n')],
      ['modified', this.#all('dcterms:modified')[0] ?? ''],
      ['producer', this.#people('dc:contributor', isMaker).join(', ')],
      ['creator', this.#all('generator')[0] ?? '']
    ]
    return values.flatMap(([name, value]) => (value === '' ? [] : [{ name, value: value.slice(0, LONGEST) }]))
  }

  #people(name: 'dc:creator' | 'dc:contributor', has: (role: string) => boolean): string[] {
    const people = this.#statements.filter((one) => one.name === name && has(one.role || (this.#refined(one, 'role') ?? '')))
    return [...new Set(people.map(({ text }) => clean(text)).filter((text) => text !== ''))]
  }

  #all(name: string): string[] {
    const texts = this.#statements.filter((one) => one.name === name && one.refines === '').map(({ text }) => clean(text))
    return [...new Set(texts.filter((text) => text !== ''))]
  }

  #refined({ id }: Statement, property: string): string | undefined {
    if (id === '') return undefined
    return this.#statements.find(({ name, refines }) => name === property && refines === `#${id}`)?.text.trim()
  }
}

/** Roles by the MARC code list. */
const isAuthor = (role: string): boolean => role === '' || role === 'aut'
const isMaker = (role: string): boolean => role === 'bkp'

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Descriptions are often HTML written as text. */
const plain = (text: string): string => (text.includes('<') ? visibleText(text) : text)
