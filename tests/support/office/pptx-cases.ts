/** The presentations of `tests/fixtures/pptx`, and the words that a reader must be able to find in each. */
import { PNG } from '#tests/support/office/docx-objects'
import { line, pptxFile, run, SLIDE_NAMESPACES, shape } from '#tests/support/office/pptx-file'
import type { OfficeCase } from '#tests/support/office/write-cases'

const P188 = 'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"'

const orderNotesAndRemarks = (): Buffer =>
  pptxFile(
    [
      {
        shapes: `${shape('body', [line('the baker'), line('his oven', 'lvl="1"'), line('no bullet here', '', '<a:buNone/>'), line('first step', '', '<a:buAutoNum type="arabicPeriod"/>'), line('second step', '', '<a:buAutoNum type="arabicPeriod"/>'), line('step in letters', '', '<a:buAutoNum type="alphaLcParenR"/>')])}${shape('title', ['Witnesses of Darvan'])}${shape('ftr', ['Confidential draft'])}${shape('sldNum', ['<a:fld type="slidenum"><a:t>7</a:t></a:fld>'])}`,
        notes: 'Say that the oven was cold.',
        comments:
          '<p:cm authorId="0" dt="2023-02-03T10:00:00.000" idx="1"><p:pos x="0" y="0"/><p:text>Was it cold?</p:text></p:cm>'
      },
      {
        shapes: `${shape('ctrTitle', ['The market'])}${shape('subTitle', ['Seen from the north gate'])}${shape('ftr', ['Confidential draft'])}`
      },
      {
        hidden: true,
        shapes: `${shape('title', ['Kept back'])}${shape('', [`${run('bold', 'b="1"')}${run(' and ')}<a:r><a:rPr i="1"><a:hlinkClick r:id="rLink"/></a:rPr><a:t>linked</a:t></a:r><a:br/>${run('second line')}`])}`,
        links: [{ id: 'rLink', type: 'hyperlink', target: 'https://darvan.example/', isExternal: true }],
        modernComments: `<p188:cm id="{1}" authorId="{A}" created="2024-04-05T06:07:08.090"><p188:replyLst><p188:reply id="{2}" authorId="{B}" created="2024-04-06T06:07:08.090"><p188:txBody><a:bodyPr/><a:p><a:r><a:t>Because of the driver.</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:bodyPr/><a:p><a:r><a:t>Why hidden?</a:t></a:r></a:p></p188:txBody></p188:cm>`
      }
    ],
    {
      order: [2, 1, 3],
      core: { 'dc:title': 'PowerPoint Presentation', 'dc:creator': 'Ines Vale' },
      parts: [
        {
          name: 'ppt/commentAuthors.xml',
          content: `<p:cmAuthorLst ${SLIDE_NAMESPACES}><p:cmAuthor id="0" name="Old Author"/></p:cmAuthorLst>`
        },
        {
          name: 'ppt/authors.xml',
          content: `<p188:authorLst ${P188}><p188:author id="{A}" name="New Author"/><p188:author id="{B}" name="پاسخ‌دهنده"/></p188:authorLst>`
        }
      ],
      links: [
        { from: 'ppt/presentation.xml', id: 'rA', type: 'commentAuthors', target: 'commentAuthors.xml' },
        { from: 'ppt/presentation.xml', id: 'rB', type: 'authors', target: 'authors.xml' }
      ]
    }
  )

const cell = (text: string, attributes = ''): string => `<a:tc ${attributes}><a:txBody>${line(text)}</a:txBody></a:tc>`

const tablesAndDrawings = (): Buffer =>
  pptxFile(
    [
      {
        shapes: `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Table"/></p:nvGraphicFramePr><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/><a:tblGrid><a:gridCol w="1"/><a:gridCol w="1"/></a:tblGrid><a:tr>${cell('Jour')}${cell('Témoin')}</a:tr><a:tr>${cell('tout le mois', 'gridSpan="2"')}${cell('', 'hMerge="1"')}</a:tr><a:tr>${cell('3')}${cell('le boulanger')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>
<p:grpSp><p:nvGrpSpPr><p:cNvPr id="5" name="Group" descr="A plan of the yard"/></p:nvGrpSpPr><p:grpSp>${shape('', ['Inside two groups'])}</p:grpSp></p:grpSp>`
      },
      {
        shapes: `<p:pic><p:nvPicPr><p:cNvPr id="6" name="Pic" descr="La charrette bleue"/></p:nvPicPr><p:blipFill><a:blip r:embed="rPic"/></p:blipFill></p:pic>
<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="Chart"/></p:nvGraphicFramePr><a:graphic><a:graphicData><c:chart r:id="rChart"/></a:graphicData></a:graphic></p:graphicFrame>
<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name="Diagram"/></p:nvGraphicFramePr><a:graphic><a:graphicData><dgm:relIds r:dm="rDgm"/></a:graphicData></a:graphic></p:graphicFrame>
<mc:AlternateContent><mc:Choice Requires="x">${shape('', ['Read once'])}</mc:Choice><mc:Fallback>${shape('', ['Read once'])}</mc:Fallback></mc:AlternateContent>`,
        links: [
          { id: 'rPic', type: 'image', target: '../media/image1.png' },
          { id: 'rBg', type: 'image', target: '../media/image1.png' },
          { id: 'rChart', type: 'chart', target: '../charts/chart1.xml' },
          { id: 'rDgm', type: 'diagramData', target: '../diagrams/data1.xml' }
        ]
      },
      { shapes: '' }
    ],
    {
      mainType: 'application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml',
      parts: [
        { name: 'ppt/media/image1.png', content: PNG },
        { name: 'ppt/media/media1.mp4', content: Buffer.from('not really a film') },
        {
          name: 'ppt/charts/chart1.xml',
          content:
            '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Charrettes par jour</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>Porte nord</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:chart></c:chartSpace>'
        },
        {
          name: 'ppt/diagrams/data1.xml',
          content:
            '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Le chauffeur</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>'
        }
      ]
    }
  )

const rtl = 'rtl="1"'
const persian = (): Buffer =>
  pptxFile([
    {
      shapes: `${shape('title', [line('گزارش بازار دروان', rtl)])}${shape('obj', [line('نگهبان می‌گفت گاری آبی را ندیده است', rtl), line('خانه‌ها خالی بودند', `${rtl} lvl="1"`)])}`,
      notes: 'این یادداشت را نخوانید.'
    }
  ])

const brokenSlide = (): Buffer =>
  pptxFile([
    { shapes: shape('title', ['Whole slide']) },
    { shapes: `${shape('', ['before the break'])}<p:sp><a:p>` },
    { shapes: shape('title', ['Third slide']) }
  ])

/** The words that each must be found by. */
export const PPTX_CASES: Readonly<Record<string, OfficeCase>> = {
  'order-notes-and-remarks': {
    extension: 'pptx',
    bytes: orderNotesAndRemarks(),
    words:
      'Witnesses of Darvan the baker his oven no bullet here first step second step in letters Confidential draft Say that the oven was cold Was it cold Old Author The market Seen from the north gate Kept back bold and linked second line Why hidden Because of the driver New Author پاسخ‌دهنده ARCHIVE OF NEHRIN Ines Vale'
  },
  'tables-and-drawings': {
    extension: 'ppsx',
    bytes: tablesAndDrawings(),
    words:
      'Jour Témoin tout le mois 3 le boulanger Inside two groups A plan of the yard La charrette bleue Charrettes par jour Porte nord Le chauffeur Read once'
  },
  persian: {
    extension: 'pptx',
    bytes: persian(),
    words: 'گزارش بازار دروان نگهبان می‌گفت گاری آبی را ندیده است خانه‌ها خالی بودند این یادداشت را نخوانید'
  },
  'broken-slide': { extension: 'pptx', bytes: brokenSlide(), words: 'Whole slide before the break Third' }
}
