import { allText } from '#engine/extract/blocks/all-text'
import { findStream, readStream } from '#engine/extract/cfb/cfb-stream'
import { lockedFound } from '#engine/extract/cfb/locked-found'
import { openCfb } from '#engine/extract/cfb/open-cfb'
import { summaryInformation } from '#engine/extract/cfb/summary-information'
import { EMPTY_FOUND, type Found, type Source } from '#engine/extract/found'
import { NumberFormats } from '#engine/extract/sheets/number-formats'
import { sheetFacts } from '#engine/extract/sheets/sheet-facts'
import { sheetRoom } from '#engine/extract/sheets/sheet-rows'
import { TooMuch } from '#engine/extract/too-much'
import { biffRecords } from '#engine/extract/xls/biff-records'
import { Globals } from '#engine/extract/xls/read-globals'
import { SheetReader } from '#engine/extract/xls/sheet-reader'
import type { Block } from '#shared/model/block'

const MOST_BYTES = 256 * 1024 * 1024
const MOST_CHARACTERS = 40_000_000
const MOST_CELLS = 4_000_000

const [BEGIN, END] = [0x809, 0x0a]
const GLOBALS = 5

type Trouble = NonNullable<Found['simplified']>

const CUT: Trouble = {
  code: 'partly-read',
  message: 'It was read up to a row: it holds more than can be shown. The original is kept whole.'
}
const PRESSED: Trouble = {
  code: 'too-complex',
  message: 'It has texts far to the right in very many rows: they are found, but not shown at their columns.'
}
const DAMAGED: Trouble = { code: 'partly-read', message: 'This Excel file is damaged or cut off: it was read up to there.' }

type Sheet = Readonly<{ page: number; name: string; reader: SheetReader }>
type Book = Readonly<{
  globals: Globals
  sheets: readonly Sheet[]
  unseen: string[]
  trouble: Trouble | null
  isPressed: boolean
}>

/** Reads an Excel file of 1993 to 2003 sheet by sheet, hidden ones too: a row of text for each row that is not empty. */
export function readXls(source: Source): Found {
  const cfb = openCfb(source.file)
  const name = cfb && findStream(cfb, 'Workbook') ? 'Workbook' : 'Book'
  const stream = cfb ? readStream(cfb, name, MOST_BYTES) : Buffer.alloc(0)
  if (!cfb || stream.length < 8) throw new Error('its sheets are missing.')
  const book = readBook(stream, source.charset)
  if (book.globals.isLocked) return lockedFound('Excel')
  const blocks = blocksOf(book)
  if (blocks.length === 0 && book.trouble !== null) throw new Error('nothing of its sheets is left; it is damaged or cut off.')
  const summary = summaryInformation(cfb, source.charset)
  const rest = [...book.unseen, ...summary.lines]
  const rtl = book.sheets.filter(({ reader }) => reader.isRtl).length
  return {
    ...EMPTY_FOUND,
    blocks,
    allText: allText(blocks, rest),
    metadata: summary.metadata,
    direction: book.sheets.length === 0 ? null : rtl * 2 > book.sheets.length ? 'rtl' : 'ltr',
    simplified: book.trouble ?? (book.isPressed ? PRESSED : null),
    originalView: 'table',
    facts: [...summary.facts, ...sheetFacts(book.globals.sheets)],
    pageCount: Math.max(book.globals.sheets.length, book.sheets.length)
  }
}

/** One pass over the records: what is common to all sheets, then each sheet; charts inside sheets are passed over. */
function readBook(stream: Buffer, charset: string | null): Book {
  const globals = new Globals(charset)
  const sheets: Sheet[] = []
  const room = sheetRoom(MOST_CHARACTERS, MOST_CELLS)
  const unseen: string[] = []
  let formats: NumberFormats | undefined
  let pages: ReadonlyMap<number, number> | undefined
  let [depth, isGlobal] = [0, false]
  try {
    for (const record of biffRecords(stream)) {
      if (record.type === END) depth = Math.max(depth - 1, 0)
      else if (record.type === BEGIN) {
        depth += 1
        if (depth > 1) continue
        const [data] = record.parts
        isGlobal = sheets.length === 0 && data !== undefined && data.length >= 4 && data.readUInt16LE(2) === GLOBALS
        if (isGlobal) globals.begin(data?.readUInt16LE(0) ?? 0)
        else {
          formats ??= new NumberFormats(globals.formatCodes, globals.date1904)
          pages ??= new Map(globals.sheets.map(({ position }, index) => [position, index + 1]))
          const page = pages.get(record.position) ?? sheets.length + 1
          const name = globals.sheets[page - 1]?.name ?? ''
          sheets.push({ page, name, reader: new SheetReader({ globals, formats, room, unseen }) })
        }
      } else if (isGlobal) globals.read(record)
      else if (depth === 1) sheets.at(-1)?.reader.read(record)
      if (globals.isLocked) break
    }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    return { globals, sheets, unseen, trouble: CUT, isPressed: false }
  }
  const trouble = depth > 0 || sheets.length < globals.sheets.length ? DAMAGED : null
  return { globals, sheets, unseen, trouble, isPressed: room.isPressed }
}

function blocksOf({ sheets }: Book): Block[] {
  const inOrder = [...sheets].sort((a, b) => a.page - b.page)
  return inOrder.flatMap(({ page, name, reader }) => {
    const beside = reader.finish(page)
    const rows = reader.rows.blocks(page)
    const heading: Block[] = name === '' ? [] : [{ kind: 'heading', level: 1, text: name, page }]
    return rows.length + beside.length === 0 ? [] : [...heading, ...rows, ...beside]
  })
}
