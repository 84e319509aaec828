/** The workbooks of `tests/fixtures/xlsx`, and the words that a reader must be able to find in each. */
import { docxFile, paragraph } from '#tests/support/office/docx-file'
import { PNG } from '#tests/support/office/docx-objects'
import type { OfficeCase } from '#tests/support/office/write-cases'
import { SHEET_NAMESPACES, xlsxFile } from '#tests/support/office/xlsx-file'

const styled = (value: number, style: number): { value: number; style: number } => ({ value, style })

/** Formats with what a sheet shows of a number in them. */
export const SHOWN: readonly (readonly [format: string | number, value: number, shown: string])[] = [
  ['General', 44174, '44174'],
  ['General', 0.1 + 0.2, '0.3'],
  ['General', 123456789012, '123456789012'],
  ['General', 1234567890.123456, '1234567890'],
  ['General', 1.5e300, '1.5E+300'],
  [14, 44174, '2020-12-09'],
  [22, 44174.75, '2020-12-09 18:00'],
  ['dd/mm/yyyy', 44174, '09/12/2020'],
  ['d mmmm yyyy', 44174, '9 December 2020'],
  ['[$-40C]d mmmm yyyy', 44174, '9 décembre 2020'],
  ['[$-409]d mmmm yyyy', 44174, '9 December 2020'],
  ['[$-419]dddd, d mmmm yyyy', 44174, 'среда, 9 декабря 2020'],
  ['[$-160429]yyyy/mm/dd', 44174, '1399/09/19'],
  ['[$-3160429]yyyy/mm/dd;@', 44174, '۱۳۹۹/۰۹/۱۹'],
  ['[$-160429]d mmmm yyyy', 44174, '19 آذر 1399'],
  ['[$-2060401]yyyy/mm/dd', 44174, '١٤٤٢/٠٤/٢٤'],
  ['[$-1060000]B2yyyy/mm/dd;@', 44174, '1442/04/24'],
  ['hh:mm', 0.75, '18:00'],
  ['h:mm AM/PM', 0.75, '6:00 PM'],
  ['yyyy-mm-dd hh:mm:ss', 44174.5, '2020-12-09 12:00:00'],
  ['[$-160429]yyyy/mm/dd hh:mm', 44174.5, '1399/09/19 12:00'],
  ['[h]:mm:ss', 2.5, '60:00:00'],
  ['[mm]:ss', 0.01, '14:24'],
  ['0%', 0.256, '26%'],
  ['0.00%', 0.256, '25.60%'],
  ['#,##0.00', 1234567.891, '1,234,567.89'],
  ['#,##0 "rials"', 1500000, '1,500,000 rials'],
  ['[$€-407] #,##0.00', 12.5, '€ 12.50'],
  ['_-* #,##0.00\\ [$ریال-429]_-', 2500, '2,500.00 ریال'],
  ['$#,##0;[Red]($#,##0)', -40, '($40)'],
  ['# ?/?', 1.5, '1 1/2'],
  ['0.00E+00', 12345, '1.23E+04'],
  ['00000', 42, '00042'],
  ['0.0;-0.0;"none"', 0, 'none'],
  [';;;', 7, '7'],
  ['[>100]"many";"few"', 200, 'many'],
  ['not a format § "', 5, '5'],
  ['yyyy-mm-dd', -5, '-5']
]

const formats = (): Buffer =>
  xlsxFile(
    [
      {
        name: 'Formats',
        rows: Object.fromEntries(SHOWN.map(([code, value], at) => [at + 1, [String(code), styled(value, at + 1)]]))
      }
    ],
    { formats: SHOWN.map(([code]) => code) }
  )

const STRINGS = `<si><t>Témoin</t></si><si><r><t xml:space="preserve">gras </t></r><r><rPr><b/></rPr><t>et maigre</t></r><rPh sb="0" eb="1"><t>lecture</t></rPh></si><si><t xml:space="preserve">une ligne
et une autre	avec tabulation_x000D_</t></si><si><t/></si>`

const everyKind = (): Buffer =>
  xlsxFile(
    [
      {
        name: 'Registre',
        rows: {
          1: [{ value: 0, type: 's' }, { value: 1, type: 's' }, 'En ligne', { value: 3, type: 's' }],
          3: [
            null,
            { value: 2, type: 's' },
            { value: 1, type: 'b' },
            { value: '#REF!', type: 'e' },
            { value: 'résultat', type: 'str', formula: 'A1&"x"' },
            { value: '2020-12-09T00:00:00', type: 'd' },
            styled(44174, 1),
            { value: 'la liste', type: 'str', formula: 'HYPERLINK("https://registre.example/h","la liste")' }
          ],
          4: [' <&> ', 3.5],
          5: [null, null]
        },
        after: `<autoFilter ref="A1:D4"/><mergeCells><mergeCell ref="A1:B1"/></mergeCells><dataValidations><dataValidation><formula1>"oui,non,peut-être"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="C1" r:id="rLink"/><hyperlink ref="Z99" r:id="rLink"/></hyperlinks><headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"&amp;12Bureau de Nehrin&amp;RPage &amp;P</oddHeader></headerFooter>`,
        links: [
          { id: 'rLink', type: 'hyperlink', target: 'https://registre.example/', isExternal: true },
          { id: 'rC', type: 'comments', target: '../comments1.xml' },
          { id: 'rT', type: 'threadedComment', target: '../threadedComments/threadedComment1.xml' },
          { id: 'rD', type: 'drawing', target: '../drawings/drawing1.xml' }
        ],
        parts: [
          {
            name: 'xl/comments1.xml',
            content: `<comments ${SHEET_NAMESPACES}><authors><author>M. Orsel</author><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>Qui l’a </t></r><r><t>écrit ?</t></r></text></comment><comment ref="B3" authorId="1"><text><t>[Threaded comment] Your version of Excel</t></text></comment></commentList></comments>`
          },
          {
            name: 'xl/threadedComments/threadedComment1.xml',
            content:
              '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B3" dT="2023-01-02T03:04:05.00" personId="{P}" id="{1}"><text>La date est fausse</text></threadedComment><threadedComment ref="B3" dT="2023-01-03T03:04:05.00" personId="{P}" id="{2}" parentId="{1}"><text>Corrigée</text></threadedComment></ThreadedComments>'
          },
          {
            name: 'xl/drawings/drawing1.xml',
            content:
              '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="Box"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>Boîte de </a:t></a:r><a:r><a:t>texte</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="P" descr="Un héron"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rP"/></xdr:blipFill></xdr:pic></xdr:wsDr>'
          },
          { name: 'xl/media/image1.png', content: PNG }
        ]
      },
      { name: 'Vide' },
      { name: 'Caché', state: 'veryHidden', rows: { 2: ['ce qui est caché'] } },
      {
        name: 'Tableau',
        rows: { 4: ['Jour', 'Nom'], 5: [styled(44174, 1), 'Claire'] },
        links: [{ id: 'rTable', type: 'table', target: '../tables/table1.xml' }],
        parts: [{ name: 'xl/tables/table1.xml', content: `<table ${SHEET_NAMESPACES} ref="A4:B5" displayName="T"/>` }]
      }
    ],
    {
      strings: STRINGS,
      formats: [14],
      core: { 'dc:title': 'Registre des témoins', 'dc:creator': 'Claire Aubray' },
      parts: [
        {
          name: 'xl/persons/person.xml',
          content:
            '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="پریسا مهرآوا" id="{P}"/></personList>'
        },
        {
          name: 'xl/pivotCache/pivotCacheDefinition1.xml',
          content: `<pivotCacheDefinition ${SHEET_NAMESPACES}><cacheFields><cacheField name="Lieu"><sharedItems><s v="Darvan effacé"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`
        },
        { name: 'xl/embeddings/note.docx', content: docxFile(paragraph('A document within.')) }
      ],
      links: [
        { from: 'xl/workbook.xml', id: 'rPersons', type: 'person', target: 'persons/person.xml' },
        { from: 'xl/drawings/drawing1.xml', id: 'rP', type: 'image', target: '../media/image1.png' }
      ]
    }
  )

const persian = (): Buffer =>
  xlsxFile(
    [
      {
        name: 'فهرست',
        before: '<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews>',
        rows: {
          1: ['نام', 'تاریخ', 'مبلغ'],
          2: ['پریسا مهرآوا', styled(42712, 1), styled(1500000, 2)],
          3: ['می‌گوید', styled(42712.25, 3)]
        }
      }
    ],
    { date1904: true, formats: ['[$-3160429]yyyy/mm/dd', '#,##0 [$ریال-429]', 'yyyy-mm-dd hh:mm'] }
  )

/** Cells at the ends of a sheet, without places, and twice in one place. */
const farAndOdd = (): Buffer =>
  xlsxFile([
    {
      name: 'Far',
      data: '<row r="2"><c r="XFD2" t="inlineStr"><is><t>last column</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c><c r="B5"><v>4</v></c><c r="ZZZZ5"><v>5</v></c><c r="D5" t="s"><v>99</v></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>last row</t></is></c></row>'
    }
  ])

const brokenOff = (): Buffer =>
  xlsxFile([
    { name: 'Broken', data: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>22</v></c><c' },
    { name: 'Whole', rows: { 1: ['still read'] } }
  ])

/** The words that each must be found by. */
export const XLSX_CASES: Readonly<Record<string, OfficeCase>> = {
  'number-formats': { extension: 'xlsx', bytes: formats(), words: SHOWN.map(([, , shown]) => shown).join('\n') },
  'every-kind-of-cell': {
    extension: 'xlsm',
    bytes: everyKind(),
    words:
      'Registre Témoin gras et maigre En ligne une ligne et une autre avec tabulation TRUE REF résultat 2020-12-09 la liste registre example 3.5 oui non peut-être Bureau de Nehrin M. Orsel Qui l’a écrit La date est fausse Corrigée پریسا مهرآوا Boîte de texte Un héron ce qui est caché Tableau Jour Nom Claire Darvan effacé Lieu Aubray'
  },
  persian: {
    extension: 'xlsx',
    bytes: persian(),
    words: 'فهرست نام تاریخ مبلغ پریسا مهرآوا 1399 1,500,000 ریال می‌گوید 2020-12-09 06:00'
  },
  'far-and-odd-cells': { extension: 'xlsx', bytes: farAndOdd(), words: 'last column 1 2 3 4 5 last row' },
  'broken-off': { extension: 'xlsx', bytes: brokenOff(), words: '1 22 still read' }
}
