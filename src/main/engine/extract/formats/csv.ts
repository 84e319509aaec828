import { joinCells } from '#engine/extract/blocks/join-cells'
import { decodeText } from '#engine/extract/charset/charset'
import { findDelimiter } from '#engine/extract/csv/find-delimiter'
import { isHeader } from '#engine/extract/csv/is-header'
import { readRecords } from '#engine/extract/csv/read-records'
import { extractText } from '#engine/extract/formats/text'
import { type FormatReader, type Found, NOTHING_FOUND, type Source } from '#engine/extract/found'
import type { Block } from '#shared/model/block'

/** As many rows as spreadsheets have is too many to draw and to keep one by one; beyond this the table is shown as its text. */
const MOST_ROWS = 400_000
/** Columns of the widest spreadsheets. */
const MOST_COLUMNS = 16_384
/** Records by which the header is told. */
const HEADER_SAMPLE = 20

const SEPARATOR_LINE = /^\ufeff?sep=([^"\w\s]|\t)\r?(?:\n|$)/

/** Tables of separated values. A file of that name that is no table is read as the text it is. */
export const csv: FormatReader = { extract: extractCsv }

async function extractCsv(source: Source): Promise<Found> {
  const decoded = await decodeText(source.bytes(), source.charset, false, source.declared?.charset ?? null)
  const text = decoded.text.includes('\0') ? decoded.text.replaceAll('\0', '') : decoded.text
  const stated = SEPARATOR_LINE.exec(text.slice(0, 10))
  const table = stated ? text.slice(stated[0].length) : text
  const delimiter = stated?.[1] ?? findDelimiter(table)
  if (delimiter === undefined) return await extractText({ ...source, mediaType: 'text/plain' })
  const blocks = rowsOf(table, delimiter)
  if (blocks === undefined) return { ...(await extractText(source)), simplified: TOO_LARGE }
  return {
    blocks,
    allText: null,
    charset: decoded.charset,
    metadata: NOTHING_FOUND,
    direction: null,
    simplified: null,
    originalView: 'table',
    remoteResources: [],
    pageCount: 1
  }
}

const TOO_LARGE: NonNullable<Found['simplified']> = {
  code: 'too-large',
  message: 'This table has more rows or columns than Sanad shows as a table. All of it is found, and shown as plain text.'
}

/** A block for each record that is not empty; undefined when there are too many. */
function rowsOf(text: string, delimiter: string): Block[] | undefined {
  const blocks: Block[] = []
  const first: string[][] = []
  let row = 0
  for (const values of readRecords(text, delimiter)) {
    row++
    if (values.length > MOST_COLUMNS || row > MOST_ROWS) return undefined
    if (first.length < HEADER_SAMPLE && values.some((value) => value.trim() !== '')) first.push(values)
    const cells = joinCells(values.map(cellText))
    if (cells !== '') blocks.push({ kind: 'table-row', text: cells, page: 1, row })
  }
  const [header] = blocks
  if (header && isHeader(first)) blocks[0] = { ...header, header: true }
  return blocks
}

/** White space at the ends of a value is no part of it, and a tab would begin another cell. */
function cellText(value: string): string {
  const text = value.trim()
  return /[\t\r]/.test(text) ? text.replace(/\r\n?/g, '\n').replaceAll('\t', ' ') : text
}
