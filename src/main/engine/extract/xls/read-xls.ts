import { findStream, readStream } from '#engine/extract/cfb/cfb-stream'
import { openCfb } from '#engine/extract/cfb/open-cfb'
import { summaryInformation } from '#engine/extract/cfb/summary-information'
import { type Found, NOTHING_FOUND, type Source } from '#engine/extract/found'
import { TooMuch } from '#engine/extract/ooxml/too-much'
import { biffRecords } from '#engine/extract/xls/biff-records'
import { Globals } from '#engine/extract/xls/read-globals'
import { SheetReader } from '#engine/extract/xls/sheet-reader'
import { NumberFormats } from '#engine/extract/xlsx/number-formats'
import { sheetRoom } from '#engine/extract/xlsx/sheet-rows'
import { type Block, readerText } from '#shared/model/block'
import type { Fact } from '#shared/model/fact'

const MOST_BYTES = 256 * 1024 * 1024
const MOST_CHARACTERS = 40_000_000
const MOST_CELLS = 4_000_000
const LONGEST_LIST = 2000

const [BEGIN, END] = [0x809, 0x0a]
const GLOBALS = 5

type Trouble = NonNullable<Found['simplified']>

const LOCKED: Trouble = {
  code: 'locked',
  message:
    'It is locked with a password in an old way that Sanad can not open. Open it with Excel or LibreOffice, save it without one, and import it again.'
}
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
  const base = { charset: null, direction: null, remoteResources: [] }
  const book = readBook(stream, source.charset)
  if (book.globals.isLocked) {
    const nothing = { blocks: [], allText: null, metadata: NOTHING_FOUND, originalView: null }
    return { ...base, ...nothing, simplified: LOCKED, locked: true }
  }
  const blocks = blocksOf(book)
  if (blocks.length === 0 && book.trouble !== null) throw new Error('nothing of its sheets is left; it is damaged or cut off.')
  const summary = summaryInformation(cfb, source.charset)
  const rest = [...book.unseen, ...summary.lines]
  const rtl = book.sheets.filter(({ reader }) => reader.isRtl).length
  return {
    ...base,
    blocks,
    allText: rest.length === 0 ? null : [readerText(blocks), ...rest].filter((text) => text !== '').join('\n\n'),
    metadata: summary.metadata,
    direction: book.sheets.length === 0 ? null : rtl * 2 > book.sheets.length ? 'rtl' : 'ltr',
    simplified: book.trouble ?? (book.isPressed ? PRESSED : null),
    originalView: 'table',
    facts: [...summary.facts, ...sheetFacts(book.globals)],
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

function sheetFacts({ sheets }: Globals): Fact[] {
  const list = (only: readonly { name: string }[]): string =>
    only
      .map(({ name }) => name)
      .join(', ')
      .slice(0, LONGEST_LIST)
  const facts: Fact[] = [
    { name: 'sheets', value: list(sheets) },
    { name: 'hidden-sheets', value: list(sheets.filter(({ isHidden }) => isHidden)) }
  ]
  return facts.filter(({ value }) => value !== '')
}
