import type { Package } from '#engine/extract/ooxml/open-package'
import { NumberFormats } from '#engine/extract/sheets/number-formats'

/** A sheet as the workbook lists it; `part` is undefined for one that is missing. */
export type SheetEntry = Readonly<{ name: string; part: string | undefined; isHidden: boolean }>

/** The sheets in the order of their tabs; `date1904`: days are counted from 1904. */
export type Workbook = Readonly<{ sheets: readonly SheetEntry[]; date1904: boolean }>

/** Programs stop at far fewer. */
const MOST_SHEETS = 10_000

/** The sheets of a workbook in the order of their tabs, hidden ones too. */
export function readWorkbook(opened: Package, main: string): Workbook {
  const sheets: SheetEntry[] = []
  let date1904 = false
  opened.readNow(main, {
    open: (name, attributes) => {
      if (name === 's:workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 's:sheet' || sheets.length >= MOST_SHEETS) return
      const part = opened.internal(main, attributes['r:id'])
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      sheets.push({ name: attributes.name ?? '', part: part !== undefined && opened.has(part) ? part : undefined, isHidden })
    }
  })
  return { sheets, date1904 }
}

/** How cells of each style show their numbers. */
export type CellStyles = Readonly<{ formats: NumberFormats; formatOf: (style: number) => number }>

/** Reads the styles of cells; `part` is undefined for a workbook without any. */
export function readStyles(opened: Package, part: string | undefined, date1904: boolean): CellStyles {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let isCells = false
  if (part !== undefined) {
    opened.readNow(part, {
      open: (name, attributes) => {
        if (name === 's:numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        else if (name === 's:cellXfs') isCells = true
        else if (name === 's:xf' && isCells) styles.push(Number(attributes.numFmtId ?? 0))
      },
      close: (name) => {
        if (name === 's:cellXfs') isCells = false
      }
    })
  }
  return { formats: new NumberFormats(codes, date1904), formatOf: (style) => styles[style] ?? 0 }
}
