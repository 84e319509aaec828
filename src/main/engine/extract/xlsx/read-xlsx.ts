import type { Found, Source } from '#engine/extract/found'
import { spoolEmbedded } from '#engine/extract/ooxml/embedded-files'
import { openPackage } from '#engine/extract/ooxml/open-package'
import { partlyRead } from '#engine/extract/ooxml/partly-read'
import { propertiesOf } from '#engine/extract/ooxml/properties'
import { remoteTargets } from '#engine/extract/ooxml/remote-targets'
import { sheetFacts } from '#engine/extract/sheets/sheet-facts'
import { sheetRoom } from '#engine/extract/sheets/sheet-rows'
import type { Spool } from '#engine/extract/spool'
import { TooMuch } from '#engine/extract/too-much'
import { hiddenValues } from '#engine/extract/xlsx/hidden-values'
import { sharedStrings } from '#engine/extract/xlsx/shared-strings'
import { type BookContext, Sheet } from '#engine/extract/xlsx/sheet'
import { sheetComments, threadAuthors } from '#engine/extract/xlsx/sheet-comments'
import { sheetDrawing } from '#engine/extract/xlsx/sheet-drawing'
import { readStyles, readWorkbook, type SheetEntry } from '#engine/extract/xlsx/workbook'
import { type Block, readerText } from '#shared/model/block'
import type { Fact } from '#shared/model/fact'

const MOST_CHARACTERS = 40_000_000
const MOST_CELLS = 4_000_000

const PRESSED: NonNullable<Found['simplified']> = {
  code: 'too-complex',
  message: 'It has texts far to the right in very many rows: they are found, but not shown at their columns.'
}

type Book = { blocks: Block[]; rtlSheets: number; cut: string | null }

/** Reads a workbook sheet by sheet, hidden ones too: a row of text for each row that is not empty. */
export async function readXlsx(source: Source, spool: Spool): Promise<Found> {
  const opened = await openPackage(source.file)
  const main = opened.mainPart() ?? 'xl/workbook.xml'
  if (!opened.has(main)) throw new Error('there is no list of sheets in it.')
  const { sheets, date1904 } = readWorkbook(opened, main)
  const context: BookContext = {
    opened,
    strings: await sharedStrings(opened, opened.related(main, 'sharedStrings')[0]),
    styles: readStyles(opened, opened.related(main, 'styles')[0], date1904),
    room: sheetRoom(MOST_CHARACTERS, MOST_CELLS),
    unseen: []
  }
  const book = await readSheets(context, main, sheets)
  const embedded = await spoolEmbedded(opened, spool, [])
  const { metadata, facts, lines } = propertiesOf(opened)
  const rest = [...context.unseen, ...hiddenValues(opened), ...lines]
  return {
    blocks: book.blocks,
    allText: rest.length === 0 ? null : `${readerText(book.blocks)}\n${rest.join('\n')}`,
    charset: null,
    metadata,
    direction: sheets.length === 0 ? null : book.rtlSheets * 2 > sheets.length ? 'rtl' : 'ltr',
    simplified: partlyRead(opened, book.blocks.length === 0, book.cut) ?? (context.room.isPressed ? PRESSED : null),
    originalView: 'table',
    remoteResources: remoteTargets(opened),
    facts: [...facts, ...sheetFacts(sheets), ...attachmentFacts(embedded)],
    pageCount: sheets.length
  }
}

async function readSheets(context: BookContext, main: string, sheets: readonly SheetEntry[]): Promise<Book> {
  const people = threadAuthors(context.opened, main)
  const book: Book = { blocks: [], rtlSheets: 0, cut: null }
  for (const [at, { name, part }] of sheets.entries()) {
    if (part === undefined) continue
    const sheet = new Sheet(context, part)
    try {
      await context.opened.read(part, sheet)
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error
      book.cut = `It was read up to row ${sheet.rows.last.toLocaleString('en')} of the sheet “${name}”: it holds more than can be shown. The original is kept whole.`
    }
    if (sheet.isRtl) book.rtlSheets++
    for (const table of context.opened.related(part, 'table')) sheet.header(tableRange(context, table))
    const page = at + 1
    const beside = [
      ...sheetComments(context.opened, part, people),
      ...sheetDrawing(context.opened, part, (text) => context.unseen.push(text))
    ].map((block): Block => ({ ...block, page }))
    const rows = sheet.rows.blocks(page)
    if (rows.length + beside.length > 0 && name !== '') book.blocks.push({ kind: 'heading', level: 1, text: name, page })
    for (const block of [...rows, ...beside]) book.blocks.push(block)
    if (book.cut !== null) break
  }
  return book
}

/** The range of a table that has a row of headers. */
function tableRange({ opened }: BookContext, part: string): string | undefined {
  let range: string | undefined
  opened.readNow(part, {
    open: (name, { ref, headerRowCount }) => {
      if (name === 's:table' && headerRowCount !== '0') range = ref
    }
  })
  return range
}

const attachmentFacts = (count: number): Fact[] => (count > 0 ? [{ name: 'attachments', value: String(count) }] : [])
