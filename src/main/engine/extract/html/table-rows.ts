import { collapseSpace } from '#engine/extract/blocks/line-writer'
import { childrenOf, type DomElement, isElement } from '#engine/extract/html/dom'
import type { Block } from '#shared/model/block'

/** Beyond this many characters in a cell the table places columns of text; it holds no data. */
const LONGEST_CELL = 600

/**
 * The rows of a table of data, cells joined by tabs. Undefined for a table that only lays out the page: one with a table or headings
 * inside, a single cell, or cells as long as articles.
 */
export function rowsOfTable(table: DomElement): Block[] | undefined {
  if (table.getAttribute('role') === 'presentation') return undefined
  if (table.querySelector('table, h1, h2, h3, ul, ol, blockquote, pre, figure, img') !== null) return undefined
  const blocks: Block[] = []
  let widest = 0
  for (const row of table.querySelectorAll('tr')) {
    const cells = [...childrenOf(row)].filter(isElement).filter((cell) => /^t[dh]$/i.test(cell.localName))
    const texts = cells.map((cell) => collapseSpace(cell.textContent ?? ''))
    if (texts.some((text) => text.length > LONGEST_CELL)) return undefined
    if (texts.every((text) => text === '')) continue
    widest = Math.max(widest, cells.length)
    const header = cells.every((cell) => /^th$/i.test(cell.localName))
    blocks.push({ kind: 'table-row', text: texts.join('\t'), ...(header ? { header } : {}) })
  }
  if (widest < 2) return undefined
  const caption = collapseSpace(table.querySelector('caption')?.textContent ?? '')
  return caption === '' ? blocks : [{ kind: 'caption', text: caption }, ...blocks]
}
