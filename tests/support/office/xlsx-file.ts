/** Workbooks for the fixtures and tests. All people and places in them are invented. */
import { escaped, type Link, type PackageShape, type Part, packageFile, propertyParts } from '#tests/support/office/package-file'

export const SHEET_NAMESPACES =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'

/** A cell: a text, a number with the place of its style, or XML as it is. */
export type CellValue =
  | string
  | number
  | Readonly<{ value: string | number; style?: number; type?: string; formula?: string }>
  | null

export type SheetShape = Readonly<{
  name: string
  /** Rows by their numbers; cells from column A on. */
  rows?: Readonly<Record<number, readonly CellValue[]>>
  /** `sheetData` as it is, in place of `rows`. */
  data?: string
  state?: 'hidden' | 'veryHidden'
  before?: string
  after?: string
  parts?: readonly Part[]
  links?: readonly Omit<Link, 'from'>[]
}>

export type XlsxShape = PackageShape &
  Readonly<{
    /** Number formats of the styles 1, 2, … (0 is General): codes, or numbers of built-in ones. */
    formats?: readonly (string | number)[]
    date1904?: boolean
    strings?: string
    parts?: readonly Part[]
    links?: readonly Link[]
    core?: Readonly<Record<string, string>>
    mainType?: string
  }>

export function columnName(column: number): string {
  return column > 26
    ? columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column)
}

/** A workbook of these sheets. */
export function xlsxFile(sheets: readonly SheetShape[], shape: XlsxShape = {}): Buffer {
  const main = 'xl/workbook.xml'
  const properties = shape.core ? propertyParts(shape.core) : { parts: [], links: [] }
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rSheet${at + 1}"/>`
  )
  const parts: Part[] = [
    {
      name: main,
      type: shape.mainType ?? `${KIND}sheet.main+xml`,
      content: `<workbook ${SHEET_NAMESPACES}><workbookPr${shape.date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`
    },
    { name: 'xl/styles.xml', type: `${KIND}styles+xml`, content: stylesOf(shape.formats ?? []) },
    ...(shape.strings === undefined
      ? []
      : [
          {
            name: 'xl/sharedStrings.xml',
            type: `${KIND}sharedStrings+xml`,
            content: `<sst ${SHEET_NAMESPACES}>${shape.strings}</sst>`
          }
        ]),
    ...sheets.flatMap((sheet, at): Part[] => [
      { name: `xl/worksheets/sheet${at + 1}.xml`, type: `${KIND}worksheet+xml`, content: sheetOf(sheet) },
      ...(sheet.parts ?? [])
    ])
  ]
  const links: Link[] = [
    { from: '', id: 'rId1', type: 'officeDocument', target: main },
    { from: main, id: 'rStyles', type: 'styles', target: 'styles.xml' },
    { from: main, id: 'rStrings', type: 'sharedStrings', target: 'sharedStrings.xml' },
    ...sheets.flatMap((sheet, at): Link[] => [
      { from: main, id: `rSheet${at + 1}`, type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` },
      ...(sheet.links ?? []).map((link) => ({ ...link, from: `xl/worksheets/sheet${at + 1}.xml` }))
    ])
  ]
  return packageFile(
    [...parts, ...properties.parts, ...(shape.parts ?? [])],
    [...links, ...properties.links, ...(shape.links ?? [])],
    shape
  )
}

function stylesOf(formats: readonly (string | number)[]): string {
  const own = formats.flatMap((code, at) =>
    typeof code === 'string' ? [`<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`] : []
  )
  const cells = formats.map((code, at) => `<xf numFmtId="${typeof code === 'string' ? 164 + at : code}"/>`)
  return `<styleSheet ${SHEET_NAMESPACES}><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`
}

function sheetOf({ rows = {}, data, before = '', after = '' }: SheetShape): string {
  const written = Object.entries(rows).map(
    ([number, cells]) =>
      `<row r="${number}">${cells.map((cell, at) => cellOf(cell, `${columnName(at + 1)}${number}`)).join('')}</row>`
  )
  return `<worksheet ${SHEET_NAMESPACES}>${before}<sheetData>${data ?? written.join('')}</sheetData>${after}</worksheet>`
}

function cellOf(cell: CellValue, place: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  const formula = cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`
  return `<c r="${place}" s="${cell.style ?? 0}"${cell.type ? ` t="${cell.type}"` : ''}>${formula}<v>${escaped(String(cell.value))}</v></c>`
}
