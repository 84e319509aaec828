import { joinCells } from '#engine/extract/blocks/join-cells'
import { type StyledText, StyledTextBuilder } from '#engine/extract/blocks/styled-text'
import type { LetterStyle, ParagraphStyle, Stretch } from '#engine/extract/word/read-properties'
import type { Block, BlockRole } from '#shared/model/block'

/** What Word keeps for itself among the letters. */
const [PICTURE, NOTE, COMMENT, CELL, DRAWING] = [0x01, 0x02, 0x05, 0x07, 0x08]
const [TAB, LINE, PAGE, PARAGRAPH, COLUMN] = [0x09, 0x0b, 0x0c, 0x0d, 0x0e]
const [FIELD, FIELD_RESULT, FIELD_END, FIRM_HYPHEN, SOFT_HYPHEN] = [0x13, 0x14, 0x15, 0x1e, 0x1f]

const FIRST_LETTER = 0x20
const DEEPEST_HEADING = 6
const MOST_FIELDS = 64

type Field = { code: string; isResult: boolean; link: string | undefined }

/** The text of a document with what is known of its letters and paragraphs, each in order. */
export type StyledDocument = Readonly<{
  text: string
  letters: readonly Stretch<LetterStyle>[]
  paragraphs: readonly Stretch<ParagraphStyle>[]
  /** What stands at a reference to a note, by its place. */
  noteMarks: ReadonlyMap<number, string>
}>

/** Makes the blocks of one part of a document. `others` grows by what is text and is not shown: addresses, words with deletions inside. */
export class StoryBlocks {
  readonly #document: StyledDocument
  readonly #others: string[]
  readonly #role: BlockRole | undefined
  readonly blocks: Block[] = []
  #builder = new StyledTextBuilder()
  #fields: Field[] = []
  /** Fields inside too many others: they are text. */
  #tooDeep = 0
  #cells: string[] = []
  #cell: string[] = []
  #letters = 0
  #paragraphs = 0

  constructor(document: StyledDocument, role: BlockRole | undefined, others: string[]) {
    this.#document = document
    this.#role = role
    this.#others = others
  }

  /** Reads the characters from `start` to `end`; parts are read in the order of the document. */
  read(start: number, end: number): readonly Block[] {
    const { text } = this.#document
    let plain = start
    for (let at = start; at < Math.min(end, text.length); at++) {
      const code = text.charCodeAt(at)
      if (code >= FIRST_LETTER || code === TAB) continue
      this.#write(plain, at)
      plain = at + 1
      this.#control(code, at)
    }
    this.#write(plain, Math.min(end, text.length))
    this.#endParagraph(undefined)
    this.#endRow()
    return this.blocks
  }

  #control(code: number, at: number): void {
    if (code === PARAGRAPH || code === PAGE) this.#endParagraph(this.#paragraphAt(at))
    else if (code === CELL) this.#endCell(this.#paragraphAt(at))
    else if (code === LINE || code === COLUMN) this.#say('\n', at)
    else if (code === FIRM_HYPHEN) this.#say('\u2011', at)
    else if (code === NOTE) this.#say(this.#document.noteMarks.get(at) ?? '', at)
    else if (code === FIELD) this.#beginField()
    else if (code === FIELD_RESULT) this.#beginResult()
    else if (code === FIELD_END) this.#endField()
    // A picture or a drawing parts the words around it; the others leave no trace.
    else if (code === PICTURE || code === DRAWING) this.#say(' ', at)
    else if (code !== COMMENT && code !== SOFT_HYPHEN && code !== 0) this.#say(' ', at)
  }

  #beginField(): void {
    if (this.#fields.length < MOST_FIELDS) this.#fields.push({ code: '', isResult: false, link: undefined })
    else this.#tooDeep += 1
  }

  #beginResult(): void {
    if (this.#tooDeep > 0) return
    const field = this.#fields.at(-1)
    if (!field) return
    field.isResult = true
    const address = /^\s*HYPERLINK\s+(?:\\l\s+)?"([^"]{1,2000})"/i.exec(field.code)?.[1]
    if (address === undefined) return
    field.link = address
    this.#others.push(address)
  }

  #endField(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1
      return
    }
    const field = this.#fields.pop()
    // Entries of an index or a table of contents are written to be read.
    const entry = /^\s*(?:XE|TC)\s+"([^"]{1,2000})"/i.exec(field?.code ?? '')?.[1]
    if (entry !== undefined) this.#others.push(entry)
  }

  /** Letters in stretches of one style. */
  #write(from: number, to: number): void {
    const { text, letters } = this.#document
    for (let at = from; at < to; ) {
      while ((letters[this.#letters]?.end ?? Number.POSITIVE_INFINITY) <= at) this.#letters++
      const stretch = letters[this.#letters]
      const isIn = stretch !== undefined && stretch.start <= at
      const end = Math.min(to, isIn ? stretch.end : (stretch?.start ?? to))
      this.#put(text.slice(at, end), isIn ? stretch.style : undefined)
      at = end
    }
  }

  #say(text: string, at: number): void {
    const stretch = this.#document.letters[this.#letters]
    this.#put(text, stretch !== undefined && stretch.start <= at && at < stretch.end ? stretch.style : undefined)
  }

  #put(text: string, style: LetterStyle | undefined): void {
    const code = this.#fields.find((field) => !field.isResult)
    if (code) {
      code.code = (code.code + text).slice(0, 4000)
      return
    }
    this.#builder.write(text, { ...style, link: this.#fields.find((field) => field.link !== undefined)?.link })
  }

  #paragraphAt(at: number): ParagraphStyle | undefined {
    const { paragraphs } = this.#document
    while ((paragraphs[this.#paragraphs]?.end ?? Number.POSITIVE_INFINITY) <= at) this.#paragraphs++
    const stretch = paragraphs[this.#paragraphs]
    return stretch !== undefined && stretch.start <= at ? stretch.style : undefined
  }

  #finishText(): StyledText {
    const finished = this.#builder.finish()
    this.#builder = new StyledTextBuilder()
    if (finished.accepted !== undefined) this.#others.push(finished.accepted)
    return finished
  }

  #endParagraph(style: ParagraphStyle | undefined): void {
    const { text, inline } = this.#finishText()
    if (style?.isInTable === true) {
      if (text !== '') this.#cell.push(text)
      return
    }
    this.#endRow()
    if (text === '') return
    const level = Math.min(style?.level ?? 0, DEEPEST_HEADING)
    const block: Block = level > 0 && this.#role === undefined ? { kind: 'heading', level, text } : { kind: 'paragraph', text }
    this.#add(inline.length > 0 ? { ...block, inline } : block)
  }

  #endCell(style: ParagraphStyle | undefined): void {
    const { text } = this.#finishText()
    if (style?.isRowEnd === true) {
      this.#endRow()
      return
    }
    this.#cells.push([...this.#cell, ...(text === '' ? [] : [text])].join('\n').replaceAll('\t', ' '))
    this.#cell = []
  }

  #endRow(): void {
    const cells = this.#cell.length > 0 ? [...this.#cells, this.#cell.join('\n')] : this.#cells
    const text = joinCells(cells)
    this.#cells = []
    this.#cell = []
    if (text !== '') this.#add({ kind: 'table-row', text })
  }

  #add(block: Block): void {
    this.blocks.push(this.#role === undefined ? block : { ...block, role: this.#role })
  }
}
