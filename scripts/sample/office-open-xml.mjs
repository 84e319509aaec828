// A testimony in Word with changes and comments, a list of names in Excel, slides with notes in PowerPoint.
import { escaped, zip } from './zip.mjs'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const packageNs = 'http://schemas.openxmlformats.org/package/2006'
const officeNs = 'http://schemas.openxmlformats.org/officeDocument/2006'
const example = 'Example document, written for the Sanad sample archive. The people, places and events in it are invented.'

const relationships = (list) =>
  `${declaration}<Relationships xmlns="${packageNs}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const types = (overrides) =>
  `${declaration}<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
    .map(
      ([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`
    )
    .join(
      ''
    )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const properties = ({ title, author, subject, created, language }) =>
  `${declaration}<cp:coreProperties xmlns:cp="${packageNs}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject><dc:creator>${escaped(author)}</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`

const office = (main, mainType, about, parts, overrides) =>
  zip([
    ['[Content_Types].xml', types([[`/${main}`, mainType], ...overrides])],
    [
      '_rels/.rels',
      relationships([
        ['r1', `${officeNs}/relationships/officeDocument`, main],
        ['r2', `${packageNs}/relationships/metadata/core-properties`, 'docProps/core.xml']
      ])
    ],
    ['docProps/core.xml', properties(about)],
    ...parts
  ])

const wordNs = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const run = (text, style = '') => `<w:r>${style}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
const paragraph = (runs, style = '') => `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${runs}</w:p>`
const changed = (what, runs) => `<w:${what} w:id="1" w:author="R. (field team)" w:date="2021-05-14T10:00:00Z">${runs}</w:${what}>`

/** A testimony that was edited after it was given: changes, a comment, a footnote and a table. */
export function editedTestimony() {
  const table = [
    ['What was given back', 'When'],
    ['A wristwatch, stopped', 'November 1988'],
    ['A canvas bag', 'November 1988']
  ]
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`)
    .join('')
  const body = [
    paragraph(run('Testimony 31: the laundry at Nehrin'), 'Heading1'),
    paragraph(run('Recorded on 9 May 2021. The witness, called M. here, worked in the laundry of the prison from 1986 to 1989.')),
    paragraph(
      `${run('In July the sheets came down without names. ')}${changed('del', '<w:r><w:delText xml:space="preserve">I did not count them. </w:delText></w:r>')}${changed('ins', run('I counted eighty-four in one night. '))}<w:commentRangeStart w:id="0"/>${run('The guard who brought them did not speak.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`
    ),
    paragraph(
      `${run('A ledger was kept in the drying room')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('. It had a green cover.')}`
    ),
    paragraph(run('What came back'), 'Heading2'),
    `<w:tbl>${table}</w:tbl>`,
    paragraph(run(example, '<w:rPr><w:i/></w:rPr>'))
  ].join('')
  const styles = ['1', '2']
    .map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`
    )
    .join('')
  const related = (name) => [`r-${name}`, `${officeNs}/relationships/${name}`, `${name}.xml`]
  return office(
    'word/document.xml',
    'wordprocessingml.document.main',
    {
      title: 'Testimony 31: the laundry at Nehrin',
      author: 'Field team, Harbour of Memory',
      subject: 'Testimonies',
      created: '2021-05-09T08:00:00Z',
      language: 'en'
    },
    [
      ['word/document.xml', `${declaration}<w:document xmlns:w="${wordNs}"><w:body>${body}<w:sectPr/></w:body></w:document>`],
      ['word/_rels/document.xml.rels', relationships([related('styles'), related('comments'), related('footnotes')])],
      ['word/styles.xml', `${declaration}<w:styles xmlns:w="${wordNs}">${styles}</w:styles>`],
      [
        'word/comments.xml',
        `${declaration}<w:comments xmlns:w="${wordNs}"><w:comment w:id="0" w:author="R. (field team)" w:date="2021-05-14T10:05:00Z" w:initials="R">${paragraph(run('Ask whether it was the same guard each night.'))}</w:comment></w:comments>`
      ],
      [
        'word/footnotes.xml',
        `${declaration}<w:footnotes xmlns:w="${wordNs}"><w:footnote w:id="2">${paragraph(run('The witness drew its shape; the drawing is kept with the recording.'))}</w:footnote></w:footnotes>`
      ]
    ],
    [
      ['/word/styles.xml', 'wordprocessingml.styles'],
      ['/word/comments.xml', 'wordprocessingml.comments'],
      ['/word/footnotes.xml', 'wordprocessingml.footnotes']
    ]
  )
}

const names = [
  ['Number', 'Name', 'نام', 'Last letter', 'Letters kept', 'Reported'],
  [1, 'Behnam K.', 'بهنام ک.', 32343, 61, 1],
  [2, 'Golnar S.', 'گلنار س.', 32338, 12, 1],
  [3, 'Farid R.', 'فرید ر.', 32325, 40, 0.5],
  [4, 'Mina T.', 'مینا ت.', 32350, 7, 0.25],
  [5, 'Omid H.', 'امید ه.', 32351, 23, 1]
]
const visits = [
  ['Day', 'Families', 'Note'],
  [44078, 14, 'Flowers laid at the wall of the Lower Orchard'],
  [44443, 31, 'Two relatives questioned at the gate'],
  [44808, 46, 'Names read aloud']
]
const dateStyle = 1
const shareStyle = 2

function sheet(rows, styleOf) {
  const cell = (value, column, row) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`
    const style = row > 0 ? styleOf(column) : 0
    return typeof value === 'number'
      ? `<c r="${at}" s="${style}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
  }
  const list = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, column, row)).join('')}</row>`
  )
  return `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${list.join('')}</sheetData></worksheet>`
}

/** Names with dates of their last letters, and a second sheet of visits. */
export function listOfNames() {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return office(
    'xl/workbook.xml',
    'spreadsheetml.sheet.main',
    {
      title: 'Letters from Nehrin (example)',
      author: 'Harbour of Memory',
      subject: 'Names and last letters',
      created: '2022-01-15T09:00:00Z',
      language: 'en'
    },
    [
      [
        'xl/workbook.xml',
        `${declaration}<workbook xmlns="${main}" xmlns:r="${officeNs}/relationships"><sheets><sheet name="Last letters" sheetId="1" r:id="r1"/><sheet name="Visits to the orchard" sheetId="2" r:id="r2"/></sheets></workbook>`
      ],
      [
        'xl/_rels/workbook.xml.rels',
        relationships([
          ['r1', `${officeNs}/relationships/worksheet`, 'worksheets/sheet1.xml'],
          ['r2', `${officeNs}/relationships/worksheet`, 'worksheets/sheet2.xml'],
          ['r3', `${officeNs}/relationships/styles`, 'styles.xml']
        ])
      ],
      [
        'xl/styles.xml',
        `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="d\\ mmmm\\ yyyy"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`
      ],
      ['xl/worksheets/sheet1.xml', sheet(names, (column) => (column === 3 ? dateStyle : column === 5 ? shareStyle : 0))],
      ['xl/worksheets/sheet2.xml', sheet(visits, (column) => (column === 0 ? dateStyle : 0))]
    ],
    [
      ['/xl/styles.xml', 'spreadsheetml.styles'],
      ['/xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
      ['/xl/worksheets/sheet2.xml', 'spreadsheetml.worksheet']
    ]
  )
}

const slides = [
  [
    'Listening to a witness',
    ['Ask once, then wait', 'Write down the words as they are said', 'Never promise what you can not keep'],
    'Begin with the chair: nobody sits between the witness and the door.'
  ],
  [
    'After the conversation',
    ['Read the text aloud together', 'Ask what may be published, and under which name', 'Keep the recording and the text apart'],
    'The archive takes both. The original stays as it was given.'
  ]
]

/** Two slides for new members of a field team, with the speaker's notes. */
export function trainingSlides() {
  const ns = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${officeNs}/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
  const shape = (kind, texts) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${kind}"/><p:cNvSpPr/><p:nvPr><p:ph type="${kind}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${texts.map((text) => `<a:p><a:r><a:t>${escaped(text)}</a:t></a:r></a:p>`).join('')}</p:txBody></p:sp>`
  const tree = (root, shapes) => `${declaration}<p:${root} ${ns}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:${root}>`
  const each = (make) => slides.flatMap((slide, at) => make(slide, at + 1))
  return office(
    'ppt/presentation.xml',
    'presentationml.presentation.main',
    {
      title: 'Taking a testimony (training, example)',
      author: 'Harbour of Memory',
      subject: 'Training',
      created: '2020-10-01T09:00:00Z',
      language: 'en'
    },
    [
      [
        'ppt/presentation.xml',
        `${declaration}<p:presentation ${ns}><p:sldIdLst>${each((_, number) => [`<p:sldId id="${255 + number}" r:id="r${number}"/>`]).join('')}</p:sldIdLst></p:presentation>`
      ],
      [
        'ppt/_rels/presentation.xml.rels',
        relationships(each((_, number) => [[`r${number}`, `${officeNs}/relationships/slide`, `slides/slide${number}.xml`]]))
      ],
      ...each(([title, points, notes], number) => [
        [`ppt/slides/slide${number}.xml`, tree('sld', shape('title', [title]) + shape('body', points))],
        [
          `ppt/slides/_rels/slide${number}.xml.rels`,
          relationships([['r1', `${officeNs}/relationships/notesSlide`, `../notesSlides/notesSlide${number}.xml`]])
        ],
        [
          `ppt/notesSlides/notesSlide${number}.xml`,
          tree('notes', shape('body', [notes, ...(number === slides.length ? [example] : [])]))
        ]
      ])
    ],
    each((_, number) => [
      [`/ppt/slides/slide${number}.xml`, 'presentationml.slide'],
      [`/ppt/notesSlides/notesSlide${number}.xml`, 'presentationml.notesSlide']
    ])
  )
}
