import type { RtfReader } from '#engine/extract/rtf/rtf-reader'
import { PLAIN_PARAGRAPH, type RtfParagraph } from '#engine/extract/rtf/rtf-state'

type Format = (reader: RtfReader, value: number | undefined) => void

/** `\b` switches on, `\b0` off. */
const isOn = (value: number | undefined): boolean => value !== 0

const paragraph =
  (changes: (value: number | undefined) => Partial<RtfParagraph>): Format =>
  (reader, value) =>
    reader.change({ paragraph: { ...reader.state.paragraph, ...changes(value) } })

const FORMATS: Readonly<Record<string, Format>> = {
  plain: (reader) => reader.change({ bold: false, italic: false, hidden: false, change: undefined }),
  b: (reader, value) => reader.change({ bold: isOn(value) }),
  ab: (reader, value) => reader.change({ bold: isOn(value) }),
  i: (reader, value) => reader.change({ italic: isOn(value) }),
  ai: (reader, value) => reader.change({ italic: isOn(value) }),
  v: (reader, value) => reader.change({ hidden: isOn(value) }),
  deleted: (reader, value) => reader.change({ change: isOn(value) ? 'deleted' : undefined }),
  revised: (reader, value) => reader.change({ change: isOn(value) ? 'inserted' : undefined }),
  pard: (reader) => reader.change({ paragraph: PLAIN_PARAGRAPH }),
  s: paragraph((value) => ({ style: value })),
  outlinelevel: paragraph((value) => ({ outline: value })),
  ilvl: paragraph((value) => ({ listLevel: Math.min(Math.max(value ?? 0, 0), 8) })),
  ls: paragraph((value) => ({ isList: (value ?? 0) > 0 })),
  rtlpar: paragraph(() => ({ isRtl: true })),
  ltrpar: paragraph(() => ({ isRtl: false })),
  intbl: paragraph(() => ({ isInTable: true })),
  itap: paragraph((value) => ({ tables: Math.max(value ?? 1, 0) })),
  par: (reader) => reader.endParagraph(),
  sect: (reader) => reader.endParagraph(),
  page: (reader) => reader.write('\n'),
  column: (reader) => reader.write('\n'),
  line: (reader) => reader.write('\n'),
  tab: (reader) => reader.text('\t'),
  cell: (reader) => endCell(reader),
  nestcell: (reader) => endCell(reader),
  row: (reader) => endRow(reader, 1),
  nestrow: (reader) => endRow(reader, Math.max(reader.state.paragraph.tables ?? 2, 2)),
  trowd: (reader) => reader.change({ isHeaderRow: false }),
  trhdr: (reader) => reader.change({ isHeaderRow: true })
}

/** Carries out a word that says how text looks or where paragraphs and cells end; false for any other word. */
export function formatWord(reader: RtfReader, name: string, value: number | undefined): boolean {
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  if (!format) return false
  format(reader, value)
  return true
}

function endCell(reader: RtfReader): void {
  if (reader.state.goesTo !== 'text') return
  reader.endParagraph(true)
  reader.flow.endCell(reader.state.paragraph.tables ?? 1)
}

function endRow(reader: RtfReader, tables: number): void {
  if (reader.state.goesTo === 'text') reader.flow.endRow(tables, reader.state.isHeaderRow)
}
