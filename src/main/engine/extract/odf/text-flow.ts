import type { FlowTable } from '#engine/extract/blocks/flow-table'
import type { TextStyle } from '#engine/extract/blocks/styled-text'
import type { FlowParagraph } from '#engine/extract/odf/flow-paragraph'
import type { OpenFrame } from '#engine/extract/odf/frames'
import { ListNumbers } from '#engine/extract/odf/list-numbers'
import type { OdfStyles } from '#engine/extract/odf/odf-styles'
import { type Block, type BlockRole, readerText } from '#shared/model/block'

/** More text than this is not taken in, so that a process lives through any document. */
const MOST_CHARACTERS = 40_000_000

/** What stands in for an embedded object: a formula inside the line, or blocks after it (a chart, a table). */
export type ObjectContent = Readonly<{ formula: string } | { blocks: readonly Block[] }>

/** What is to be done when the element that began ends; undefined for nothing. */
export type End = (() => void) | undefined

/** What a flow asks of the file around it. */
export type FlowParts = Readonly<{
  /** The resource key of a picture of the file, if it has it and windows can show it. */
  pictureKey: (href: string) => string | undefined
  /** The same for the next picture that stands in the markup itself. */
  embeddedKey: (mediaType: string | undefined) => string | undefined
  /** The content of an embedded object; undefined where there is none that can be read. */
  object: (href: string) => ObjectContent | undefined
}>

/**
 * Where the text of an OpenDocument file collects while its elements go by: open paragraphs, lists and tables, and what is around them.
 * `flow-elements.ts` says which element does what.
 */
export class TextFlow {
  readonly styles: OdfStyles
  readonly parts: FlowParts
  readonly lists: ListNumbers
  /** Text that the Reader does not show, but that is found: hidden text, fields, descriptions. */
  readonly rest: string[] = []
  /** Addresses of pictures outside the file. */
  readonly remote: string[] = []
  /** Texts of tracked deletions, by the id of the change. */
  readonly deletions = new Map<string, readonly Block[]>()
  /** Ids of tracked insertions. */
  readonly insertions = new Set<string>()
  /** Characters of paragraphs that say they run from right to left, and of the others. */
  readonly directions = { rtl: 0, other: 0 }
  /** The 1-based slide or sheet; 0 in what has none. */
  page = 0
  /** On slides everything stands in boxes, and some of them hold the title. */
  isSlides = false
  /** Paragraphs are headings of this level, as in the title of a slide; 0: they are what they are. */
  headingLevel = 0
  readonly frames: OpenFrame[] = []
  readonly openTables: FlowTable[] = []
  /** Marks of the notes and authors of the comments that are open, innermost last. */
  readonly labels: string[] = []
  /** Ids of the regions of tracked changes that are open. */
  readonly changes: string[] = []
  readonly openInsertions = new Set<string>()
  #sinks: Block[][] = [[]]
  readonly #paragraphs: (FlowParagraph | undefined)[] = []
  readonly #roles: (BlockRole | undefined)[] = []
  #capture: string[] | undefined
  #skipped = 0
  #characters = 0

  constructor(styles: OdfStyles, parts: FlowParts) {
    this.styles = styles
    this.parts = parts
    this.lists = new ListNumbers(styles)
  }

  /** True when there was more text than is taken in. */
  get isCut(): boolean {
    return this.#characters > MOST_CHARACTERS
  }

  get paragraph(): FlowParagraph | undefined {
    return this.#paragraphs.at(-1)
  }

  get isSkipping(): boolean {
    return this.#skipped > 0
  }

  /** The blocks so far, which are given up. */
  takeBlocks(): Block[] {
    const blocks = this.#sinks[0] ?? []
    this.#sinks[0] = []
    return blocks
  }

  text(text: string): void {
    if (this.#skipped > 0) return
    this.#characters += text.length
    if (this.isCut) return
    if (this.#capture) this.#capture.push(text)
    else this.paragraph?.write(text, this.#style())
  }

  /** Text that counts as it is: spaces, tabs and line breaks that elements stand for, marks of notes. */
  writeExactly(text: string, change?: TextStyle['change']): void {
    this.#characters += text.length
    if (this.#skipped > 0 || this.isCut) return
    if (this.#capture) this.#capture.push(text)
    else this.paragraph?.writeExactly(text, change === undefined ? this.#style() : { ...this.#style(), change })
  }

  #style(): TextStyle {
    const style = this.paragraph?.style ?? {}
    return this.openInsertions.size > 0 ? { ...style, change: 'inserted' } : style
  }

  /** Text of the elements up to the returned end is handed to `use`, white space collapsed. */
  capture(use: (text: string) => void): () => void {
    const outer = this.#capture
    const parts: string[] = []
    this.#capture = parts
    return () => {
      this.#capture = outer
      use(parts.join('').replace(/\s+/g, ' ').trim())
    }
  }

  /** Nothing up to the returned end counts. */
  skip(): () => void {
    this.#skipped++
    return () => void this.#skipped--
  }

  /** Something that stands in a paragraph but has paragraphs of its own. Its blocks come right after that paragraph's own text. */
  container(role?: BlockRole): () => void {
    const { paragraph } = this
    const sink = paragraph && (paragraph.isEmpty && role === undefined ? paragraph.before : paragraph.after)
    return this.#enter(role, sink ?? this.#sinks.at(-1) ?? [])
  }

  /** As `container`, but the blocks are handed to `use` instead of standing in the text. */
  aside(role: BlockRole | undefined, use: (blocks: Block[]) => void): () => void {
    const blocks: Block[] = []
    const leave = this.#enter(role, blocks)
    return () => {
      leave()
      use(blocks)
    }
  }

  #enter(role: BlockRole | undefined, sink: Block[]): () => void {
    const outer = this.#capture
    this.#capture = undefined
    this.#sinks.push(sink)
    this.#paragraphs.push(undefined)
    this.#roles.push(role ?? this.#roles.at(-1))
    this.lists.enter()
    return () => {
      this.lists.leave()
      this.#roles.pop()
      this.#paragraphs.pop()
      this.#sinks.pop()
      this.#capture = outer
    }
  }

  /** Blocks of parts that are hidden are found, not shown. */
  hide(blocks: readonly Block[]): void {
    const text = readerText(blocks).trim()
    if (text !== '') this.rest.push(text)
  }

  openParagraph(paragraph: FlowParagraph): () => void {
    this.#paragraphs.push(paragraph)
    return () => {
      this.#paragraphs.pop()
      const blocks = paragraph.finish(this.rest)
      if (paragraph.isHidden) this.hide(blocks)
      else for (const block of blocks) this.add(block)
      const length = blocks.reduce((total, { text }) => total + text.length, 0)
      this.directions[paragraph.direction === 'rtl' ? 'rtl' : 'other'] += length
    }
  }

  /** Text up to the returned end looks like this. */
  styled(style: TextStyle): () => void {
    const { paragraph } = this
    paragraph?.styles.push({ ...paragraph.style, ...style })
    return () => void paragraph?.styles.pop()
  }

  /** Adds a block where the text stands now. */
  add(block: Block): void {
    const role = block.role ?? this.#roles.at(-1)
    const page = this.page > 0 ? this.page : undefined
    const isPlaced = block.role === role && block.page === page
    this.#sinks
      .at(-1)
      ?.push(isPlaced ? block : { ...block, ...(page === undefined ? {} : { page }), ...(role === undefined ? {} : { role }) })
  }

  /** Adds a block to the paragraph that is open, before or after its text, or to the text when none is. */
  addBeside(block: Block): void {
    const { paragraph } = this
    if (!paragraph) this.add(block)
    else (paragraph.isEmpty ? paragraph.before : paragraph.after).push(block)
  }
}
