import { FlowTable } from '#engine/extract/blocks/flow-table'
import { StyledTextBuilder, type TextStyle } from '#engine/extract/blocks/styled-text'
import { type Block, type BlockRole, readerText } from '#shared/model/block'

/** More text than this is not taken in, so that a process lives through any document. */
const MOST_CHARACTERS = 40_000_000
/** Tables inside tables beyond this count as this deep. */
const DEEPEST_TABLE = 8
/** Notes inside notes inside boxes; what is deeper stays where it is. */
const DEEPEST_CONTAINER = 40

/** What a paragraph turns out to be when it ends. */
export type ParagraphEnd = Readonly<{
  kind: 'paragraph' | 'heading' | 'list-item'
  level?: number
  ordinal?: number
  /** How many tables it stands in. */
  tables: number
  isRtl: boolean
}>

type OpenTable = { table: FlowTable; cells: Block[][]; cell: Block[] }

type Container = {
  role: BlockRole | undefined
  blocks: Block[]
  text: StyledTextBuilder
  hidden: string[]
  after: Block[]
  tables: OpenTable[]
}

/** Where the text of an RTF document collects: paragraphs, tables, and what stands beside the running text. */
export class RtfFlow {
  /** Text that is found but not shown. */
  readonly rest: string[] = []
  readonly directions = { rtl: 0, other: 0 }
  /** The number or bullet before the paragraph, as shown. */
  marker: string | undefined
  readonly #open: [Container, ...Container[]] = [newContainer(undefined)]
  #characters = 0

  /** True when there was more text than is taken in. */
  get isCut(): boolean {
    return this.#characters > MOST_CHARACTERS
  }

  write(text: string, style: TextStyle, isHidden: boolean): void {
    this.#characters += text.length
    if (this.isCut) return
    if (isHidden) this.#top.hidden.push(text)
    else this.#top.text.write(text, style)
  }

  /** A picture, or another block that stands where the text is now. */
  addBeside(block: Block): void {
    const { text, after } = this.#top
    if (text.length > 0) after.push(block)
    else this.#place([block], this.#top.tables.length)
  }

  endParagraph(end: ParagraphEnd): void {
    const container = this.#top
    const { text, inline, accepted } = container.text.finish()
    if (accepted !== undefined) this.rest.push(accepted)
    const hidden = container.hidden.join('').trim()
    if (hidden !== '') this.rest.push(hidden)
    this.directions[end.isRtl ? 'rtl' : 'other'] += text.length
    const runs = end.kind === 'heading' ? inline.filter(({ style }) => style !== 'strong') : inline
    const { kind, level, ordinal } = end
    const block: Block = {
      kind,
      text,
      ...(level === undefined ? {} : { level }),
      ...(ordinal === undefined ? {} : { ordinal }),
      ...(container.role === undefined ? {} : { role: container.role }),
      ...(runs.length === 0 ? {} : { inline: runs })
    }
    const blocks = text === '' ? container.after : [block, ...container.after]
    container.text = new StyledTextBuilder()
    container.hidden = []
    container.after = []
    this.marker = undefined
    this.#place(blocks, Math.min(end.tables, DEEPEST_TABLE))
  }

  /** Ends the cell of the innermost of `tables` tables. Its last paragraph has been ended. */
  endCell(tables: number): void {
    const table = this.#table(Math.min(Math.max(tables, 1), DEEPEST_TABLE))
    table.cells.push(table.cell)
    table.cell = []
  }

  endRow(tables: number, isHeader: boolean): void {
    const table = this.#table(Math.min(Math.max(tables, 1), DEEPEST_TABLE))
    endRowOf(table, isHeader)
  }

  /** Begins what has paragraphs of its own: a note, a comment, a text box, a header. False when it stands too deep for that. */
  openContainer(role: BlockRole): boolean {
    if (this.#open.length > DEEPEST_CONTAINER) return false
    this.#open.push(newContainer(role))
    return true
  }

  /** The role of the innermost container, once it is known better. */
  setRole(role: BlockRole): void {
    if (this.#open.length > 1) this.#top.role = role
  }

  /** Ends the container, whose last paragraph has been ended, and gives what it holds. */
  closeContainer(): Block[] {
    if (this.#open.length === 1) return []
    this.#closeTables(0)
    return this.#open.pop()?.blocks ?? []
  }

  /** Blocks that follow the paragraph that is open. */
  addAfter(blocks: readonly Block[]): void {
    for (const block of blocks) this.#top.after.push(block)
  }

  /** Blocks that nobody sees are found all the same. */
  hide(blocks: readonly Block[]): void {
    const text = readerText(blocks).trim()
    if (text !== '') this.rest.push(text)
  }

  /** All blocks, once everything has been read. */
  finish(): Block[] {
    this.#closeTables(0)
    return this.#open[0].blocks
  }

  get #top(): Container {
    return this.#open.at(-1) ?? this.#open[0]
  }

  #place(blocks: readonly Block[], tables: number): void {
    this.#closeTables(tables)
    const sink = tables === 0 ? this.#top.blocks : this.#table(tables).cell
    for (const block of blocks) sink.push(block)
  }

  #table(depth: number): OpenTable {
    const { tables } = this.#top
    this.#closeTables(depth)
    while (tables.length < depth) tables.push({ table: new FlowTable(), cells: [], cell: [] })
    return tables[depth - 1] ?? { table: new FlowTable(), cells: [], cell: [] }
  }

  /** Tables deeper than this are over: they become blocks of the cell, or of the text, around them. */
  #closeTables(depth: number): void {
    const { tables, blocks } = this.#top
    while (tables.length > depth) {
      const closed = tables.pop()
      if (!closed) return
      endRowOf(closed, false)
      const outer = tables.at(-1)
      outer?.table.holdTable()
      const sink = outer?.cell ?? blocks
      for (const block of closed.table.finish()) sink.push(block)
    }
  }
}

function endRowOf(table: OpenTable, isHeader: boolean): void {
  if (table.cell.length > 0) table.cells.push(table.cell)
  if (isHeader) table.table.openHeaders()
  table.table.openRow(1)
  for (const cell of table.cells) table.table.addCell(cell, 1)
  if (isHeader) table.table.closeHeaders()
  table.cells = []
  table.cell = []
}

function newContainer(role: BlockRole | undefined): Container {
  return { role, blocks: [], text: new StyledTextBuilder(), hidden: [], after: [], tables: [] }
}
