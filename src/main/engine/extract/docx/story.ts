/**
 * Reads one story of a document (its text, a header, the notes) as blocks. Text boxes come after the paragraph they are anchored in,
 * pictures and remarks too. Of alternatives written for different programs the first that gives anything is read.
 */

import type { TextStyle } from '#engine/extract/blocks/styled-text'
import { applyProperty, PROPERTY_GROUPS } from '#engine/extract/docx/apply-property'
import { chunkText } from '#engine/extract/docx/chunk-text'
import { addressOf, Fields } from '#engine/extract/docx/fields'
import type { Notes } from '#engine/extract/docx/notes'
import type { Numbering } from '#engine/extract/docx/numbering'
import { Paragraph } from '#engine/extract/docx/paragraph'
import type { Styles } from '#engine/extract/docx/styles'
import { symbolOf } from '#engine/extract/docx/symbols'
import { Drawings } from '#engine/extract/ooxml/drawings'
import type { Package } from '#engine/extract/ooxml/open-package'
import { Table } from '#engine/extract/ooxml/table'
import { TooMuch } from '#engine/extract/too-much'
import type { Attributes } from '#engine/extract/xml/read-xml'
import type { Block } from '#shared/model/block'

/** What the stories of one document share. */
export type StoryContext = {
  opened: Package
  styles: Styles
  numbering: Numbering
  notes: Notes
  /** Text that is in the document and not shown: hidden runs, descriptions of shapes. */
  unseen: string[]
  /** Characters that may still be read. */
  room: number
  /** Paragraphs with text, and those of them that run from right to left. */
  paragraphs: number
  bidiParagraphs: number
}

type Opening = (attributes: Attributes) => void

/** What holds no text of the document, or text as it was before. */
const SKIPPED = new Set(['w:sdtPr', 'w:sdtEndPr', 'w:binData', 'w:docPartPr'])
const TEXT = new Set(['w:t', 'w:delText', 'm:t'])
const ADDRESS_LIMIT = 2000
/** Where numerator and exponent end there is a sign that the eye sees otherwise. */
const MATH_SIGNS: Readonly<Record<string, string>> = { 'm:num': '/' }

/** Reads one story (the body, a header, the notes) into blocks, element by element. Throws `TooMuch` beyond the document’s room. */
export class Story {
  readonly #context: StoryContext
  readonly #part: string
  /** Begins a note or remark; the blocks until its end are its own. */
  readonly #sinks: Block[][] = [[]]
  readonly #paragraphs: Paragraph[] = []
  readonly #tables: Table[] = []
  readonly #properties: string[] = []
  readonly #revisions: ('inserted' | 'deleted')[] = []
  readonly #links: string[] = []
  readonly #alternatives: number[] = []
  readonly #fields = new Fields()
  readonly #drawings: Drawings
  readonly #opening: ReadonlyMap<string, Opening>
  readonly #closing: ReadonlyMap<string, () => void>
  #skipped = 0
  #isText = false
  #isCode = false
  /** Inside the reading aid above a word: it is found by, but stands not in the line. */
  #isRuby = false
  /** Grows with everything read, so that it shows whether an alternative gave something. */
  #produced = 0

  constructor(context: StoryContext, part: string) {
    this.#context = context
    this.#part = part
    this.#drawings = new Drawings({
      opened: context.opened,
      part,
      shown: (blocks) => {
        this.#produced += blocks.length
        this.#after(blocks)
      },
      unseen: (text) => context.unseen.push(text)
    })
    this.#opening = this.#openings()
    this.#closing = this.#closings()
  }

  /** The blocks read so far that belong to no note. */
  get blocks(): readonly Block[] {
    return this.#sinks[0] ?? []
  }

  open = (name: string, attributes: Attributes): void => {
    if (this.#skipped > 0 || SKIPPED.has(name) || name.endsWith('Change')) {
      this.#skipped++
      return
    }
    if (TEXT.has(name)) this.#isText = true
    else if (PROPERTY_GROUPS.has(name)) this.#properties.push(name)
    else if (this.#properties.length > 0)
      applyProperty(this.#properties, name, attributes, { paragraph: this.#paragraph, table: this.#tables.at(-1) })
    else this.#opening.get(name)?.(attributes)
  }

  close = (name: string): void => {
    if (this.#skipped > 0) this.#skipped--
    else if (TEXT.has(name)) this.#isText = false
    else if (PROPERTY_GROUPS.has(name)) this.#properties.pop()
    else if (this.#properties.length === 0) this.#closing.get(name)?.()
  }

  text = (text: string): void => {
    if (this.#skipped > 0) return
    // Line ends in the file are white space; those of the text are elements.
    if (this.#isText) this.#write(/[\r\n\t]/.test(text) ? text.replace(/[\r\n\t]+/g, ' ') : text)
    else if (this.#isCode) this.#fields.code(text)
  }

  /** Begins what has blocks of its own: a note, a remark, a text box. */
  begin(): void {
    this.#sinks.push([])
  }

  end(): readonly Block[] {
    return this.#sinks.length > 1 ? (this.#sinks.pop() ?? []) : []
  }

  get #paragraph(): Paragraph | undefined {
    return this.#paragraphs.at(-1)
  }

  #openings(): Map<string, Opening> {
    const { notes } = this.#context
    return new Map<string, Opening>([
      ['w:p', () => this.#paragraphs.push(new Paragraph())],
      ['w:r', () => this.#beginRun()],
      ['m:r', () => this.#beginRun()],
      ['w:tab', () => this.#write('\t')],
      ['w:ptab', () => this.#write('\t')],
      ['w:br', () => this.#write('\n')],
      ['w:cr', () => this.#write('\n')],
      ['w:noBreakHyphen', () => this.#write('\u2011')],
      ['w:softHyphen', () => this.#write('\u00ad')],
      ['w:sym', (attributes) => this.#write(symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? ''))],
      ['w:footnoteReference', ({ 'w:id': id = '' }) => this.#write(notes.refer('footnote', id))],
      ['w:endnoteReference', ({ 'w:id': id = '' }) => this.#write(notes.refer('endnote', id))],
      ['w:commentReference', ({ 'w:id': id = '' }) => this.#after(notes.remark(id))],
      ['w:ins', () => this.#revise('inserted')],
      ['w:moveTo', () => this.#revise('inserted')],
      ['w:del', () => this.#revise('deleted')],
      ['w:moveFrom', () => this.#revise('deleted')],
      ['w:hyperlink', (attributes) => this.#link(this.#external(attributes['r:id']))],
      ['w:fldSimple', (attributes) => this.#link(addressOf((attributes['w:instr'] ?? '').slice(0, 4000)))],
      ['w:fldChar', (attributes) => this.#fieldMark(attributes['w:fldCharType'])],
      ['w:instrText', () => this.#code(true)],
      ['w:delInstrText', () => this.#code(true)],
      ...['w:checkBox', 'w:ddList', 'w:listEntry', 'w:result', 'w:checked', 'w:default'].map((name): [string, Opening] => [
        name,
        (attributes) => this.#fields.setting(name, attributes)
      ]),
      ['w:tbl', () => this.#tables.push(new Table())],
      ['w:gridCol', () => this.#tables.at(-1)?.column()],
      ['w:tr', () => this.#tables.at(-1)?.beginRow()],
      ['w:tc', () => this.#sinks.push(this.#tables.at(-1)?.beginCell() ?? [])],
      ['w:txbxContent', () => this.begin()],
      ['w:rt', () => this.#ruby(true)],
      ['w:altChunk', (attributes) => this.#chunk(attributes['r:id'])],
      ['mc:AlternateContent', () => this.#alternatives.push(this.#produced)],
      ['mc:Choice', () => this.#alternative()],
      ['mc:Fallback', () => this.#alternative()],
      ...this.#drawings.openings()
    ])
  }

  #closings(): Map<string, () => void> {
    const revised = (): unknown => this.#revise(undefined)
    return new Map<string, () => void>([
      ['w:p', () => this.#endParagraph()],
      ...['w:ins', 'w:moveTo', 'w:del', 'w:moveFrom'].map((name): [string, () => void] => [name, revised]),
      ['w:hyperlink', () => this.#unlink()],
      ['w:fldSimple', () => this.#unlink()],
      ['w:instrText', () => this.#code(false)],
      ['w:delInstrText', () => this.#code(false)],
      ['w:tbl', () => this.#add(this.#tables.pop()?.end() ?? [])],
      ['w:tr', () => this.#tables.at(-1)?.endRow()],
      ['w:tc', () => this.#endCell()],
      ['w:txbxContent', () => this.#after(this.end().map((block) => ({ ...block, role: block.role ?? 'text-box' })))],
      ['mc:AlternateContent', () => this.#alternatives.pop()],
      ['w:rt', () => this.#ruby(false)],
      ['w:drawing', () => this.#drawings.end()],
      ['w:pict', () => this.#drawings.end()],
      ...Object.entries(MATH_SIGNS).map(([name, sign]): [string, () => void] => [name, () => this.#write(sign)])
    ])
  }

  #beginRun(): void {
    const paragraph = this.#paragraph
    if (!paragraph) return
    paragraph.run = {}
    paragraph.styles = undefined
  }

  #write(text: string): void {
    const paragraph = this.#paragraph
    if (!paragraph || text === '' || !this.#fields.isText) return
    this.#produced++
    this.#context.room -= text.length
    if (this.#context.room < 0) throw new TooMuch()
    if (this.#isRuby || paragraph.isHidden(this.#context.styles)) {
      paragraph.unseen += text
      return
    }
    paragraph.styles ??= this.#styleOf(paragraph)
    paragraph.text.write(text, paragraph.styles)
  }

  #styleOf(paragraph: Paragraph): TextStyle {
    const { bold, italic } = paragraph.look(this.#context.styles)
    const link = this.#links.findLast((address) => address !== '') ?? this.#fields.href
    return {
      strong: bold === true,
      emphasis: italic === true,
      link: link?.slice(0, ADDRESS_LIMIT),
      change: this.#revisions.at(-1)
    }
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    const { styles, numbering, unseen } = this.#context
    const block = paragraph.block(styles, numbering)
    if (paragraph.unseen !== '') unseen.push(paragraph.unseen)
    if (block) {
      this.#context.paragraphs++
      if (paragraph.bidi ?? styles.isBidi(paragraph.style)) this.#context.bidiParagraphs++
      this.#sinks.at(-1)?.push(block)
    }
    this.#add(paragraph.after)
  }

  #add(blocks: readonly Block[]): void {
    const sink = this.#sinks.at(-1)
    for (const block of blocks) sink?.push(block)
  }

  /** Puts blocks behind the paragraph that is open. */
  #after(blocks: readonly Block[]): void {
    const paragraph = this.#paragraph
    if (!paragraph) this.#add(blocks)
    else for (const block of blocks) paragraph.after.push(block)
  }

  #revise(kind: 'inserted' | 'deleted' | undefined): void {
    if (kind) this.#revisions.push(kind)
    else this.#revisions.pop()
    this.#restyle()
  }

  #link(address: string | undefined): void {
    this.#links.push(address ?? '')
    this.#restyle()
  }

  #unlink(): void {
    this.#links.pop()
    this.#restyle()
  }

  #restyle(): void {
    if (this.#paragraph) this.#paragraph.styles = undefined
  }

  #fieldMark(kind: string | undefined): void {
    const value = this.#fields.mark(kind)
    this.#restyle()
    if (value !== undefined) this.#write(value)
  }

  #code(isCode: boolean): void {
    this.#isCode = isCode
  }

  #ruby(isRuby: boolean): void {
    this.#isRuby = isRuby
  }

  /** A cell outside of any table is text like other text. */
  #endCell(): void {
    const blocks = this.end()
    if (this.#tables.length === 0) this.#add(blocks)
  }

  #chunk(id: string | undefined): void {
    const target = this.#context.opened.internal(this.#part, id)
    if (target === undefined) return
    for (const text of chunkText(this.#context.opened, target)) this.#add([{ kind: 'paragraph', text }])
  }

  #external(id: string | undefined): string | undefined {
    const relationship = id === undefined ? undefined : this.#context.opened.relationships(this.#part).get(id)
    return relationship?.isExternal ? relationship.target : undefined
  }

  /** Skips an alternative when one before it gave something. */
  #alternative(): void {
    if (this.#produced > (this.#alternatives.at(-1) ?? 0)) this.#skipped++
  }
}
