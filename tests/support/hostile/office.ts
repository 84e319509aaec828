/** Documents and tables made to harm who opens them. */
import { odfFile } from '#tests/support/odf-file'
import { docxFile } from '#tests/support/office/docx-file'
import { xlsxFile } from '#tests/support/office/xlsx-file'

const MiB = 1024 * 1024
const row = (attributes: string, cell: string): string => `<table:table-row ${attributes}>${cell}</table:table-row>`
const cell = (attributes: string, text: string): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`

/** Every cell of the largest table there is, by one cell that says how often it comes. */
const repeated = (): Buffer =>
  odfFile({
    kind: 'spreadsheet',
    body: `<table:table table:name="A">${row('table:number-rows-repeated="1048576"', cell('table:number-columns-repeated="16384"', 'needle'))}${row('table:number-rows-repeated="99999999999999"', cell('table:number-columns-repeated="-4"', 'needle'))}</table:table>`
  })

const FLAT =
  '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'

const manySpaces = (): string =>
  `${FLAT}<text:p>needle${'<text:s text:c="2000000000"/>'.repeat(1000)}</text:p>${'<text:list><text:list-item>'.repeat(50_000)}`

const farCells = (): Buffer =>
  xlsxFile([
    {
      name: 'far',
      data: `<row r="1"><c r="A1" t="inlineStr"><is><t>needle</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="99999999999"><c r="ZZZZZZZZ99999999999"><v>2</v></c></row>`,
      after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    }
  ])

/** One text of a megabyte in a hundred thousand cells. */
const sharedStrings = (): Buffer =>
  xlsxFile(
    [
      {
        name: 'shared',
        data: Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`).join('')
      }
    ],
    {
      strings: `<si><t>${'needle '.repeat(MiB / 7)}</t></si>`
    }
  )

const fields = (): Buffer =>
  docxFile(`<w:p><w:r><w:t>needle</w:t></w:r>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}</w:p>`, {
    isStored: true
  })

const tables = (): Buffer =>
  docxFile(
    `<w:p><w:r><w:t>needle</w:t></w:r></w:p>${'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'.repeat(5000)}`,
    { isStored: true }
  )

const braces = (): string => `{\\rtf1 needle ${'{'.repeat(1_000_000)}`
const lyingRtf = (): string =>
  `{\\rtf1\\ansi needle\\uc1000000000 ${'\\u1234'.repeat(1000)}\\bin2147483647 ${'{\\*\\pict '.repeat(1000)}${'\\trowd\\cellx1\\itap9999999 \\cell\\row'.repeat(20_000)}`

const quotes = (): string => `a,b\n${'"'.repeat(20 * MiB)}`
const columns = (): string => `${','.repeat(2 * MiB)}\nneedle,${',\n'.repeat(MiB)}`

export const HOSTILE_DOCUMENTS: Readonly<Record<string, () => Buffer | string>> = {
  'repeated.ods': repeated,
  'spaces.fodt': manySpaces,
  'far.xlsx': farCells,
  'strings.xlsx': sharedStrings,
  'fields.docx': fields,
  'tables.docx': tables,
  'braces.rtf': braces,
  'lying.rtf': lyingRtf,
  'quotes.csv': quotes,
  'columns.csv': columns
}
