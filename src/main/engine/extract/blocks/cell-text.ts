import type { Block, InlineRun } from '#shared/model/block'

/** The text of a cell with its links and strong words. */
export type CellText = Readonly<{ text: string; inline: readonly InlineRun[] }>

/** A cell without text. */
export const EMPTY_CELL: CellText = { text: '', inline: [] }

/** Kinds of blocks that can stand in a cell of a row. */
const CELL_KINDS: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list-item', 'caption', 'quote', 'preformatted', 'heading'])

/** Whether a block is text of the cell it was found in, and not something that lies in it. */
export function isCellText({ kind, role }: Block): boolean {
  return role === undefined && CELL_KINDS.has(kind)
}

/** Paragraphs of a cell as its lines. A tab would begin another cell. */
export function cellText(blocks: readonly Block[]): CellText {
  const [first] = blocks
  if (first && blocks.length === 1) return { text: withoutTabs(first.text), inline: first.inline ?? [] }
  return withTextBetween(blocks, '\n')
}

/** The text and runs of a table row: its cells up to the last that is not empty, a tab between each two. Cost: linear. */
export function rowText(cells: readonly CellText[]): CellText {
  let end = cells.length
  while (end > 0 && cells[end - 1]?.text === '') end--
  return withTextBetween(end === cells.length ? cells : cells.slice(0, end), '\t')
}

function withTextBetween(
  pieces: readonly Readonly<{ text: string; inline?: readonly InlineRun[] }>[],
  between: string
): CellText {
  const inline: InlineRun[] = []
  const texts: string[] = []
  let at = 0
  for (const piece of pieces) {
    for (const run of piece.inline ?? []) inline.push({ ...run, start: run.start + at, end: run.end + at })
    texts.push(between === '\t' ? piece.text : withoutTabs(piece.text))
    at += piece.text.length + 1
  }
  return { text: texts.join(between), inline }
}

const withoutTabs = (text: string): string => (text.includes('\t') ? text.replaceAll('\t', ' ') : text)
