/**
 * Reads one slide, or the notes to one, as blocks: its title first, then its shapes in the order of the file. What masters and layouts
 * write into empty places never stands in a slide.
 */
import { Drawings } from '#engine/extract/ooxml/drawings'
import type { Package } from '#engine/extract/ooxml/open-package'
import { Table } from '#engine/extract/ooxml/table'
import { type ListCounters, SlideParagraph } from '#engine/extract/pptx/slide-paragraph'
import { TooMuch } from '#engine/extract/too-much'
import type { Attributes } from '#engine/extract/xml/read-xml'
import type { Block, BlockRole } from '#shared/model/block'

/** What the slides of one presentation share. */
export type DeckContext = {
  opened: Package
  /** Text for search that no slide shows: descriptions of shapes, lines on masters. */
  unseen: string[]
  /** Characters that may still be read. */
  room: number
  paragraphs: number
  rtlParagraphs: number
}

type Opening = (attributes: Attributes) => void

/** Places of a slide that hold its text; in others nothing is listed. */
const LISTS = new Set(['body', 'obj', 'tbl'])
const TITLES = new Set(['title', 'ctrTitle'])
/** Places that every slide has and that say nothing of it. */
const PASSED = new Set(['sldNum', 'sldImg', 'hdr', 'dt'])
const BULLETS = ['a:buNone', 'a:buChar', 'a:buBlip', 'a:buAutoNum'] as const
const ADDRESS_LIMIT = 2000

/** Reads one slide, or its notes, into blocks, element by element. Throws `TooMuch` beyond the presentation’s room. */
export class Slide {
  readonly #context: DeckContext
  readonly #part: string
  readonly #titles: Block[] = []
  readonly #sinks: Block[][] = [[]]
  readonly #tables: Table[] = []
  readonly #alternatives: number[] = []
  readonly #drawings: Drawings
  readonly #opening: ReadonlyMap<string, Opening>
  readonly #closing: ReadonlyMap<string, () => void>
  #counters: ListCounters = []
  #paragraph: SlideParagraph | undefined
  /** The kind of place the shape fills; undefined for a shape of its own. */
  #place: string | undefined
  #skipped = 0
  #isText = false
  #produced = 0
  isHidden = false

  constructor(context: DeckContext, part: string) {
    this.#context = context
    this.#part = part
    this.#drawings = new Drawings({
      opened: context.opened,
      part,
      shown: (blocks) => {
        this.#produced += blocks.length
        for (const block of blocks) this.#sinks.at(-1)?.push(block)
      },
      unseen: (text) => context.unseen.push(text)
    })
    this.#opening = this.#openings()
    this.#closing = this.#closings()
  }

  /** The title first. */
  get blocks(): readonly Block[] {
    return [...this.#titles, ...(this.#sinks[0] ?? [])]
  }

  open = (name: string, attributes: Attributes): void => {
    // The background may be a picture of any size that says nothing.
    if (this.#skipped > 0 || name === 'p:bg' || name === 'p:timing') this.#skipped++
    else if (name === 'a:t' || name === 'm:t') this.#isText = true
    else this.#opening.get(name)?.(attributes)
  }

  close = (name: string): void => {
    if (this.#skipped > 0) this.#skipped--
    else if (name === 'a:t' || name === 'm:t') this.#isText = false
    else this.#closing.get(name)?.()
  }

  text = (text: string): void => {
    if (this.#isText && this.#skipped === 0) this.#write(text)
  }

  #openings(): Map<string, Opening> {
    return new Map<string, Opening>([
      ...this.#drawings.openings(),
      ['p:sld', ({ show }) => this.#show(show)],
      ['p:sp', () => this.#fill(undefined)],
      ['p:graphicFrame', () => this.#fill(undefined)],
      ['p:ph', ({ type }) => this.#fill(type ?? 'obj')],
      ['p:txBody', () => this.#beginText()],
      ['a:txBody', () => this.#beginText()],
      ['p188:txBody', () => this.#beginText()],
      ['a:p', () => this.#beginParagraph()],
      ['a:pPr', (attributes) => this.#paragraph?.properties(attributes)],
      ...BULLETS.map((name): [string, Opening] => [name, (attributes) => this.#paragraph?.bullet(name, attributes)]),
      ['a:r', () => this.#style({})],
      ['a:fld', ({ type }) => this.#field(type)],
      ['a:rPr', (attributes) => this.#style(attributes)],
      ['a:hlinkClick', (attributes) => this.#link(attributes['r:id'])],
      ['a:br', () => this.#write('\n')],
      ['a:tbl', () => this.#tables.push(new Table())],
      ['a:gridCol', () => this.#tables.at(-1)?.column()],
      ['a:tblPr', ({ firstRow }) => this.#header(firstRow)],
      ['a:tr', () => this.#tables.at(-1)?.beginRow()],
      ['a:tc', () => this.#sinks.push(this.#tables.at(-1)?.beginCell() ?? [])],
      ['mc:AlternateContent', () => this.#alternatives.push(this.#produced)],
      ['mc:Choice', () => this.#alternative()],
      ['mc:Fallback', () => this.#alternative()]
    ])
  }

  #closings(): Map<string, () => void> {
    const endShape = (): void => {
      this.#place = undefined
      this.#drawings.end()
    }
    return new Map<string, () => void>([
      ['p:sp', endShape],
      ['p:pic', endShape],
      ['p:graphicFrame', endShape],
      ['a:p', () => this.#endParagraph()],
      ['a:fld', () => this.#endField()],
      ['a:tbl', () => this.#endTable()],
      ['a:tr', () => this.#tables.at(-1)?.endRow()],
      ['a:tc', () => this.#endCell()],
      ['mc:AlternateContent', () => this.#alternatives.pop()],
      ['m:num', () => this.#write('/')]
    ])
  }

  #show(show: string | undefined): void {
    this.isHidden = show === '0' || show === 'false'
  }

  #fill(place: string | undefined): void {
    this.#place = place
  }

  #beginText(): void {
    this.#counters = []
  }

  #beginParagraph(): void {
    this.#paragraph = new SlideParagraph()
  }

  #style({ b, i }: Attributes): void {
    if (this.#paragraph) this.#paragraph.style = { strong: b === '1' || b === 'true', emphasis: i === '1' || i === 'true' }
  }

  #link(id: string | undefined): void {
    const relationship = id === undefined ? undefined : this.#context.opened.relationships(this.#part).get(id)
    if (!relationship?.isExternal || !this.#paragraph) return
    this.#paragraph.style = { ...this.#paragraph.style, link: relationship.target.slice(0, ADDRESS_LIMIT) }
  }

  /** Numbers of slides are no text; dates and others are. */
  #field(type: string | undefined): void {
    this.#style({})
    if (type === 'slidenum') this.#isPassed = true
  }

  #isPassed = false

  #endField(): void {
    this.#isPassed = false
  }

  #write(text: string): void {
    if (!this.#paragraph || this.#isPassed) return
    this.#produced++
    this.#context.room -= text.length
    if (this.#context.room < 0) throw new TooMuch()
    this.#paragraph.text.write(text, this.#paragraph.style)
  }

  #endParagraph(): void {
    const paragraph = this.#paragraph
    this.#paragraph = undefined
    const place = this.#place
    if (!paragraph || (place !== undefined && PASSED.has(place))) return
    const block = paragraph.block(place !== undefined && LISTS.has(place) && this.#tables.length === 0, this.#counters)
    if (!block) return
    this.#context.paragraphs++
    if (paragraph.isRtl) this.#context.rtlParagraphs++
    if (place !== undefined && TITLES.has(place)) this.#titles.push({ ...block, kind: 'heading', level: 1 })
    else this.#sinks.at(-1)?.push(roled(block, place))
  }

  #header(firstRow: string | undefined): void {
    if (firstRow === '1' || firstRow === 'true') this.#tables.at(-1)?.firstIsHeader()
  }

  #endCell(): void {
    const blocks = this.#sinks.length > 1 ? (this.#sinks.pop() ?? []) : []
    if (this.#tables.length === 0) for (const block of blocks) this.#sinks.at(-1)?.push(block)
  }

  #endTable(): void {
    for (const block of this.#tables.pop()?.end() ?? []) this.#sinks.at(-1)?.push(block)
  }

  /** Skips an alternative when one before it gave something. */
  #alternative(): void {
    if (this.#produced > (this.#alternatives.at(-1) ?? 0)) this.#skipped++
  }
}

function roled(block: Block, place: string | undefined): Block {
  const role: BlockRole | undefined = place === 'ftr' ? 'footer' : undefined
  return role === undefined ? block : { ...block, role }
}
