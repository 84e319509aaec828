/** The Word files of `tests/fixtures/docx`, and the words that a reader must be able to find in each. */
import { docxFile, paragraph, run, styled, table, WORD_NAMESPACES } from '#tests/support/office/docx-file'
import { boxesAndDrawings, embeddedFiles } from '#tests/support/office/docx-objects'
import type { OfficeCase } from '#tests/support/office/write-cases'
import { zipFile } from '#tests/support/zip-file'

const from = 'word/document.xml'
/** Styles as a German Word writes them: ids are translated, names are not. */
const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR" w:bidi="fa-IR"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel des Berichts"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Anlage"><w:name w:val="Anlage"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Kreis a"/><w:basedOn w:val="Kreis2"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis2"><w:name w:val="Kreis b"/><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>`

const level = (at: number, format: string, text: string, extra = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', 'Article %1')}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">${level(0, 'arabicAbjad', '%1)')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>`
const item = (list: number, depth: number, text: string): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`)

const headingsAndLists = (): Buffer =>
  docxFile(
    [
      styled('Titel', 'Rapport sur le marché de Nehrin'),
      styled('Kapitel', 'Ce qui a été vu'),
      item(1, 0, 'La porte du nord'),
      item(1, 1, 'le garde'),
      item(1, 1, 'le chien'),
      item(1, 2, 'sa laisse'),
      item(1, 0, 'La porte du sud'),
      item(1, 1, 'personne'),
      styled('Punkt', 'une charrette bleue'),
      paragraph('Personne ne comptait ici.'),
      item(4, 0, 'On recommence à sept'),
      item(4, 0, 'puis huit'),
      item(3, 0, 'De la mémoire'),
      item(3, 0, 'Du silence'),
      item(5, 0, 'الحارس'),
      item(5, 0, 'الكلب'),
      styled('Anlage', 'Annexe des témoins'),
      paragraph('Niveau direct', '<w:outlineLvl w:val="1"/>'),
      styled('Kreis', 'Un style qui tourne en rond.'),
      styled('Zitat', '« Nous avons tout noté. »'),
      paragraph(
        `${run('Une phrase avec du ')}${run('gras', '<w:rStyle w:val="Fett"/>')}${run(' et de l’', '<w:i w:val="0"/>')}${run('ita', '<w:i/>')}${run('lique', '<w:i/>')}.`
      ),
      styled('Beschriftung', 'Figure 1 : la charrette')
    ].join(''),
    {
      stories: { styles: STYLES, numbering: NUMBERING },
      core: {
        'dc:title': 'Document1',
        'dc:creator': 'Claire Aubray',
        'dc:subject': 'Marché',
        'cp:keywords': 'charrette, porte',
        'dc:description': 'Relu deux fois',
        'cp:lastModifiedBy': 'M. Orsel',
        'cp:revision': '12',
        'cp:category': 'Rapports',
        'dcterms:created': '2021-03-04T10:20:00Z',
        'dcterms:modified': '2021-03-09T08:00:00Z'
      },
      company: 'Atelier de Nehrin'
    }
  )

const persianTestimony = (): Buffer => {
  const rtl = '<w:bidi/>'
  return docxFile(
    [
      paragraph(run('شهادت درباره‌ی بازار دروان', '<w:rtl/><w:b/>'), `<w:pStyle w:val="Heading1"/>${rtl}`),
      paragraph(
        `${run('در روز سوم، نگهبان می‌گفت که ', '<w:rtl/>')}<w:r><w:rPr><w:rtl/></w:rPr><w:t>گاری آبی</w:t><w:footnoteReference w:id="2"/></w:r>${run(' را هرگز ندیده است.', '<w:rtl/>')}`,
        rtl
      ),
      paragraph(
        `${run('خانه‌ها', '<w:rtl/><w:bCs/>')}${run(' خالی بودند؛ ', '<w:rtl/><w:b/>')}${run('کتاب‌هایشان مانده بود.', '<w:b/><w:bCs w:val="0"/><w:rtl/>')}`,
        rtl
      ),
      paragraph('Recorded in Darvan.')
    ].join(''),
    {
      stories: {
        styles:
          '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="fa-IR"/></w:rPr></w:rPrDefault></w:docDefaults>',
        footnotes: `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(' گاری دو چرخ داشت.', '<w:rtl/>')}`, rtl)}</w:footnote>`,
        header1: paragraph(run('محرمانه', '<w:rtl/>'), rtl),
        header2: paragraph(run('محرمانه', '<w:rtl/>'), rtl),
        footer1: paragraph(`${run('صفحه ', '<w:rtl/>')}<w:fldSimple w:instr=" PAGE ">${run('1')}</w:fldSimple>`, rtl)
      },
      core: { 'dc:title': 'شهادت بازار', 'dc:creator': 'پریسا مهرآوا' }
    }
  )
}

const changesAndRemarks = (): Buffer => {
  const by = 'w:id="1" w:author="Ines Vale" w:date="2022-05-06T07:08:09Z"'
  return docxFile(
    [
      paragraph(
        `${run('The guard was ')}<w:del ${by}><w:r><w:delText xml:space="preserve">tall </w:delText></w:r></w:del><w:ins ${by}>${run('short', '<w:b/><w:rPrChange w:id="9" w:author="x"><w:rPr><w:i/></w:rPr></w:rPrChange>')}</w:ins>${run(' and wore a ')}<w:commentRangeStart w:id="4"/>${run('green coat')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>.`.replace(
          /\.$/,
          run('.')
        )
      ),
      `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:moveFrom ${by}>${run('This sentence stood here.')}</w:moveFrom></w:p>`,
      paragraph(`${run('the col')}<w:del ${by}><w:r><w:delText>lec</w:delText></w:r></w:del>${run('tor signed')}`),
      paragraph('Between them nothing changed.', `<w:pPrChange ${by}><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>`),
      `<w:p><w:moveTo ${by}>${run('This sentence stood here.')}</w:moveTo></w:p>`,
      table(
        2,
        [
          ['kept', 'row'],
          ['new', 'row'],
          ['old', 'row']
        ],
        ['', `<w:ins ${by}/>`, `<w:del ${by}/>`]
      )
    ].join(''),
    {
      stories: {
        comments: `<w:comment w:id="4" w:author="Ines Vale" w:initials="IV" w:date="2022-05-07T09:00:00Z">${paragraph('Which green?')}${paragraph('Ask the tailor of Nehrin.')}</w:comment><w:comment w:id="5" w:author="پریسا">${paragraph('بی‌جا')}</w:comment>`,
        endnotes: `<w:endnote w:id="1">${paragraph('An endnote that nothing refers to.')}</w:endnote>`
      }
    }
  )
}

const tables = (): Buffer => {
  const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
  return docxFile(
    [
      paragraph('Seen at the well:'),
      table(
        3,
        [
          ['Day', 'Who', 'What'],
          ['1', 'the baker', `${paragraph('bread')}${paragraph('and\u00a0salt')}`],
          [cell(paragraph('all week'), '<w:gridSpan w:val="2"/>'), 'rain'],
          [
            cell(paragraph('merged'), '<w:vMerge w:val="restart"/>'),
            'a',
            paragraph(`${run('tab')}<w:r><w:tab/></w:r>${run('inside', '<w:b/>')}`)
          ],
          [cell(paragraph(''), '<w:vMerge/>'), 'b', '']
        ],
        ['<w:tblHeader/>', '', '', '', '']
      ),
      paragraph('A table within a table:'),
      table(2, [['outer left', `${table(2, [['inner one', 'inner two']])}${paragraph('after the inner one')}`]]),
      paragraph('A frame around text:'),
      table(1, [[`${paragraph('First paragraph in a frame.')}${paragraph('Second paragraph in a frame.')}`]]),
      table(2, [['', 'starts later']], ['<w:gridBefore w:val="1"/>']),
      '<w:sdt><w:sdtPr><w:alias w:val="not text"/></w:sdtPr><w:sdtContent>' +
        paragraph('Inside a content control.') +
        '</w:sdtContent></w:sdt>'
    ].join('')
  )
}

const fieldsAndSigns = (): Buffer => {
  const mark = (kind: string, inner = ''): string => `<w:r><w:fldChar w:fldCharType="${kind}">${inner}</w:fldChar></w:r>`
  const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`
  return docxFile(
    [
      paragraph(
        `<w:hyperlink r:id="rLink">${run('the archive')}</w:hyperlink>${run(' and ')}${mark('begin')}${code(' HYPERLINK "https://nehrin.example/list" ')}${mark('separate')}${run('the list')}${mark('end')}${run(' and ')}<w:hyperlink w:anchor="top">${run('the top')}</w:hyperlink>`
      ),
      paragraph(
        `${mark('begin')}${code(' TOC \\o ')}${mark('separate')}${run('Contents ')}${mark('begin')}${code('PAGEREF _x')}${mark('separate')}${run('3')}${mark('end')}${mark('end')}`
      ),
      paragraph(
        `${mark('begin', '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>')}${code('FORMCHECKBOX')}${mark('end')}${run(' seen, ')}${mark('begin', '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="north"/><w:listEntry w:val="south"/></w:ddList></w:ffData>')}${code('FORMDROPDOWN')}${mark('end')}${run(' gate')}`
      ),
      paragraph(
        `${run('angle ')}<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>${run(' done ')}<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run(' co')}<w:r><w:softHyphen/></w:r>${run('operation one')}<w:r><w:noBreakHyphen/></w:r>${run('way')}`
      ),
      paragraph(
        `${run('line one')}<w:r><w:br/></w:r>${run('line two')}<w:r><w:tab/></w:r>${run('tabbed')}<w:r><w:br w:type="page"/></w:r>${run('next page')}`
      ),
      paragraph(`${run('Seen: ')}${run('the hidden ', '<w:vanish/>')}${run('sentence', '<w:vanish/>')}${run('nothing else.')}`),
      paragraph(
        '<m:oMath><m:r><m:t>E=m</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:f><m:num><m:r><m:t>dx</m:t></m:r></m:num><m:den><m:r><m:t>dt</m:t></m:r></m:den></m:f></m:oMath>'
      ),
      paragraph(
        '<w:r><w:ruby><w:rt><w:r><w:t>かんじ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢字</w:t></w:r></w:rubyBase></w:ruby></w:r>'
      )
    ].join(''),
    { links: [{ from, id: 'rLink', type: 'hyperlink', target: 'https://archive.example/?a=1&b=2', isExternal: true }] }
  )
}

const withoutText = (): Buffer =>
  docxFile('', {
    isStrict: true,
    typesLast: true,
    mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml'
  })

/** The strict variant with other prefixes, and the list of types at the end. */
function strictWithText(): Buffer {
  const body =
    '<n:p><n:pPr><n:pStyle n:val="Heading1"/></n:pPr><n:r><n:t>Strictly speaking</n:t></n:r></n:p><n:p><n:hyperlink q:id="rL"><n:r><n:t>a link</n:t></n:r></n:hyperlink></n:p>'
  return docxFile(body, {
    isStrict: true,
    typesLast: true,
    mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
    namespaces: `${WORD_NAMESPACES} xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"`,
    links: [{ from, id: 'rL', type: 'hyperlink', target: 'https://strict.example/', isExternal: true }]
  })
}

/** A document whose text part breaks off, and whose list of styles is no XML. */
function brokenOff(): Buffer {
  const body = Array.from({ length: 40 }, (_, at) => paragraph(`Sentence ${at} of the heron.`)).join('')
  const whole = `<w:document ${WORD_NAMESPACES}><w:body>${body}`
  return docxFile('', {
    stories: { styles: '<w:style' },
    parts: [{ name: 'word/document.xml', content: whole.slice(0, -300) }]
  })
}

/** The words that each must be found by; what is hostile has none. */
export const DOCX_CASES: Readonly<Record<string, OfficeCase>> = {
  'headings-and-lists': {
    extension: 'docx',
    bytes: headingsAndLists(),
    words:
      'Rapport sur le marché de Nehrin Ce qui a été vu La porte du nord le garde le chien sa laisse La porte du sud personne une charrette bleue Personne ne comptait ici On recommence à sept puis huit Article De la mémoire Du silence الحارس الكلب Annexe des témoins Niveau direct Un style qui tourne en rond Nous avons tout noté Une phrase avec du gras et de l’italique Figure 1 la charrette Claire Aubray Marché charrette porte Relu deux fois Orsel Rapports Atelier'
  },
  'persian-testimony': {
    extension: 'docx',
    bytes: persianTestimony(),
    words:
      'شهادت درباره‌ی بازار دروان در روز سوم، نگهبان می‌گفت که گاری آبی را هرگز ندیده است خانه‌ها خالی بودند؛ کتاب‌هایشان مانده بود گاری دو چرخ داشت محرمانه صفحه Recorded in Darvan پریسا مهرآوا'
  },
  'changes-and-remarks': {
    extension: 'docx',
    bytes: changesAndRemarks(),
    words:
      'The guard was tall short and wore a green coat This sentence stood here coltor collector signed Between them nothing changed kept row new old Which green Ask the tailor of Nehrin Ines Vale پریسا بی‌جا An endnote that nothing refers to'
  },
  tables: {
    extension: 'docx',
    bytes: tables(),
    words:
      'Seen at the well Day Who What 1 the baker bread and salt all week rain merged a b tab inside A table within a table outer left inner one inner two after the inner one A frame around text First paragraph in a frame Second starts later Inside a content control'
  },
  'boxes-and-drawings': {
    extension: 'docx',
    bytes: boxesAndDrawings(),
    words:
      'Before the bridge After the bridge Warning closed A box with a warning The heron on the wall A picture of it Ink drawing of a heron A drawing nobody can show A picture that is elsewhere An old text box Order giver Driver Carts a week North gate DRAFT OF NEHRIN'
  },
  'fields-and-signs': {
    extension: 'docx',
    bytes: fieldsAndSigns(),
    words:
      'the archive and the list and the top Contents 3 seen south gate angle α done cooperation one‑way line one line two tabbed next page Seen the hidden sentence nothing else 漢字 かんじ'
  },
  'embedded-files': {
    extension: 'docx',
    bytes: embeddedFiles(),
    words: 'See the files From a page Second line of it That is all'
  },
  'strict-other-prefixes-with-macros': { extension: 'docm', bytes: strictWithText(), words: 'Strictly speaking a link' },
  'without-text': { extension: 'docx', bytes: withoutText() },
  'broken-off': { extension: 'docx', bytes: brokenOff(), words: 'Sentence 0 of the heron 1 2 3 10 20' },
  'archive-with-a-folder-word': {
    extension: 'docx',
    bytes: zipFile([
      { name: '[Content_Types].txt', content: 'not types' },
      { name: 'word/document.xml', content: '<a>Only a file in an archive.</a>' }
    ])
  }
}
