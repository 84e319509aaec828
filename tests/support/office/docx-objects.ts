/** Word files with pictures, boxes, charts and files in them. */
import { utils, write } from 'cfb'
import { docxFile, paragraph, run } from '#tests/support/office/docx-file'
import type { Link, Part } from '#tests/support/office/package-file'

/** Two by two gray pixels. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR42mNgYPj//z8ABf4C/oXnDqcAAAAASUVORK5CYII=',
  'base64'
)

const from = 'word/document.xml'
const picture = (id: string, description: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="x.png"/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

export const boxesAndDrawings = (): Buffer => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
  const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="7" name="Box" descr="A box with a warning"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box('Warning: the bridge is closed.')}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('Warning: the bridge is closed.')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
  const empty = `<mc:AlternateContent><mc:Choice Requires="wpi"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape alt="Ink drawing of a heron"><v:imagedata r:id="rPic"/></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
  const parts: Part[] = [
    { name: 'word/media/image1.png', content: PNG },
    { name: 'word/media/image2.emf', content: 'EMF' },
    {
      name: 'word/diagrams/data1.xml',
      type: 'application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml',
      content:
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Order </a:t></a:r><a:r><a:t>giver</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Driver</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>'
    },
    {
      name: 'word/charts/chart1.xml',
      type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      content:
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Carts a week</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>North gate</c:v></c:pt></c:strCache></c:strRef></c:tx><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>4.30000001</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:plotArea></c:chart></c:chartSpace>'
    }
  ]
  const links: Link[] = [
    { from, id: 'rPic', type: 'image', target: 'media/image1.png' },
    { from, id: 'rEmf', type: 'image', target: 'media/image2.emf' },
    { from, id: 'rFar', type: 'image', target: 'http://pictures.example/beacon.png', isExternal: true },
    { from, id: 'rDgm', type: 'diagramData', target: 'diagrams/data1.xml' },
    { from, id: 'rChart', type: 'chart', target: '/word/charts/chart1.xml' },
    {
      from: 'word/settings.xml',
      id: 'rT',
      type: 'attachedTemplate',
      target: 'https://templates.example/t.dotm',
      isExternal: true
    }
  ]
  return docxFile(
    [
      `<w:p>${run('Before the bridge. ')}<w:r>${shape}</w:r>${run('After the bridge.')}</w:p>`,
      `<w:p>${picture('rPic', 'The heron on the wall')}${run('A picture of it.')}</w:p>`,
      `<w:p><w:r>${empty}</w:r></w:p>`,
      `<w:p>${picture('rEmf', 'A drawing nobody can show')}${picture('rFar', 'A picture that is elsewhere')}</w:p>`,
      `<w:p><w:r><w:pict><v:shape><v:textbox>${box('An old text box.')}</v:textbox></v:shape></w:pict></w:r></w:p>`,
      `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="3" name="x"/><a:graphic><a:graphicData><dgm:relIds r:dm="rDgm"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
      `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="4" name="y"/><a:graphic><a:graphicData><c:chart r:id="rChart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
    ].join(''),
    {
      parts: [...parts, { name: 'word/settings.xml', content: '<x/>' }],
      links,
      stories: {
        header1: `<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT OF NEHRIN"/></v:shape></w:pict></w:r></w:p>`
      }
    }
  )
}

/** What Windows writes when a file is dropped into a document. */
function droppedFile(name: string, content: string): Buffer {
  const label = Buffer.from(`${name}\0C:\\Users\\x\\${name}\0`, 'latin1')
  const temporary = Buffer.from(`C:\\Temp\\${name}\0`, 'latin1')
  const data = Buffer.from(content)
  const number = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  const body = Buffer.concat([
    Buffer.from([2, 0]),
    label,
    number(0x00030000),
    number(temporary.length),
    temporary,
    number(data.length),
    data
  ])
  return compound('\u0001Ole10Native', Buffer.concat([number(body.length), body]))
}

/** A compound file with one stream. */
export function compound(stream: string, content: Buffer): Buffer {
  const file = utils.cfb_new()
  utils.cfb_add(file, `/${stream}`, content)
  return Buffer.from(write(file, { type: 'buffer' }))
}

export const embeddedFiles = (): Buffer =>
  docxFile(`${paragraph('See the files.')}<w:altChunk r:id="rHtml"/><w:altChunk r:id="rRtf"/>${paragraph('That is all.')}`, {
    parts: [
      { name: 'word/embeddings/list.docx', content: docxFile(paragraph('A document within.')) },
      { name: 'word/embeddings/oleObject1.bin', content: droppedFile('note.txt', 'Dropped in as it is.') },
      { name: 'word/embeddings/oleObject2.bin', content: compound('Equation Native', Buffer.from('formula')) },
      { name: 'word/embeddings/oleObject3.bin', content: Buffer.from('damaged') },
      {
        name: 'word/chunk1.htm',
        type: 'text/html',
        content: '<html><body><p>From a page.</p><p>Second line of it.</p></body></html>'
      },
      { name: 'word/chunk2.rtf', type: 'application/rtf', content: '{\\rtf1 From another program.}' }
    ],
    links: [
      { from, id: 'rHtml', type: 'aFChunk', target: 'chunk1.htm' },
      { from, id: 'rRtf', type: 'aFChunk', target: 'chunk2.rtf' },
      { from, id: 'rOle', type: 'oleObject', target: 'embeddings/oleObject1.bin' }
    ]
  })
