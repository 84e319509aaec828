/** Presentations for the fixtures and tests. All people and places in them are invented. */
import { type Link, type PackageShape, type Part, packageFile, propertyParts } from '#tests/support/office/package-file'

export const SLIDE_NAMESPACES = [
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
].join(' ')

const KIND = 'application/vnd.openxmlformats-officedocument.presentationml.'

/** A paragraph of plain text or runs, with its properties' attributes and children. */
export const line = (text: string, attributes = '', children = ''): string =>
  `<a:p><a:pPr ${attributes}>${children}</a:pPr>${text.startsWith('<') ? text : run(text)}</a:p>`

export const run = (text: string, properties = ''): string => `<a:r><a:rPr ${properties}/><a:t>${text}</a:t></a:r>`

/** A shape that fills a place (`title`, `body`, …), or one of its own where `place` is empty. */
export const shape = (place: string, paragraphs: readonly string[], description = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Shape"${description && ` descr="${description}"`}/><p:nvPr>${place && `<p:ph type="${place}"/>`}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${paragraphs.map((text) => (text.startsWith('<a:p>') ? text : line(text))).join('')}</p:txBody></p:sp>`

export type SlideShape = Readonly<{
  shapes: string
  hidden?: boolean
  notes?: string
  comments?: string
  modernComments?: string
  links?: readonly Omit<Link, 'from'>[]
}>

export type PptxShape = PackageShape &
  Readonly<{
    parts?: readonly Part[]
    links?: readonly Link[]
    core?: Readonly<Record<string, string>>
    /** The order in which they are shown, as numbers from 1; the order given without it. */
    order?: readonly number[]
    mainType?: string
  }>

const tree = (shapes: string): string =>
  `<p:cSld><p:bg><p:bgPr><a:blipFill><a:blip r:embed="rBg"/></a:blipFill></p:bgPr></p:bg><p:spTree>${shapes}</p:spTree></p:cSld>`

/** A presentation of these slides, with a master and a layout that have texts of their own. */
export function pptxFile(slides: readonly SlideShape[], shape: PptxShape = {}): Buffer {
  const master = `<p:sldMaster ${SLIDE_NAMESPACES}>${tree(`${masterShape('title', 'Click to edit Master title style')}${masterShape('', 'ARCHIVE OF NEHRIN')}`)}</p:sldMaster>`
  const layout = `<p:sldLayout ${SLIDE_NAMESPACES}>${tree(masterShape('body', 'Click to edit Master text styles'))}</p:sldLayout>`
  const order = shape.order ?? slides.map((_slide, at) => at + 1)
  const main: Part = {
    name: 'ppt/presentation.xml',
    type: shape.mainType ?? `${KIND}presentation.main+xml`,
    content: `<p:presentation ${SLIDE_NAMESPACES}><p:sldIdLst>${order.map((number) => `<p:sldId id="${255 + number}" r:id="rSlide${number}"/>`).join('')}</p:sldIdLst></p:presentation>`
  }
  const properties = shape.core ? propertyParts(shape.core) : { parts: [], links: [] }
  const pieces = slides.map((slide, at) => slideParts(slide, at + 1))
  return packageFile(
    [
      main,
      { name: 'ppt/slideMasters/slideMaster1.xml', type: `${KIND}slideMaster+xml`, content: master },
      { name: 'ppt/slideLayouts/slideLayout1.xml', type: `${KIND}slideLayout+xml`, content: layout },
      ...properties.parts,
      ...pieces.flatMap(({ parts }) => parts),
      ...(shape.parts ?? [])
    ],
    [
      { from: '', id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
      { from: main.name, id: 'rMaster', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { from: 'ppt/slideMasters/slideMaster1.xml', id: 'rL', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
      ...properties.links,
      ...pieces.flatMap(({ links }) => links),
      ...(shape.links ?? [])
    ],
    shape
  )
}

const masterShape = (place: string, text: string): string => shape(place, [text])

function slideParts(slide: SlideShape, number: number): { parts: Part[]; links: Link[] } {
  const name = `ppt/slides/slide${number}.xml`
  const from = name
  const content = `<p:sld ${SLIDE_NAMESPACES}${slide.hidden ? ' show="0"' : ''}>${tree(slide.shapes)}</p:sld>`
  const parts: Part[] = [{ name, type: `${KIND}slide+xml`, content }]
  const links: Link[] = [
    { from: 'ppt/presentation.xml', id: `rSlide${number}`, type: 'slide', target: `slides/slide${number}.xml` },
    { from, id: 'rLayout', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
    ...(slide.links ?? []).map((link) => ({ ...link, from }))
  ]
  const add = (kind: string, type: string, folder: string, inner: string): void => {
    parts.push({ name: `ppt/${folder}/${kind}${number}.xml`, type: `${KIND}${kind}+xml`, content: inner })
    links.push({ from, id: `r${kind}`, type, target: `../${folder}/${kind}${number}.xml` })
  }
  if (slide.notes !== undefined)
    add(
      'notesSlide',
      'notesSlide',
      'notesSlides',
      `<p:notes ${SLIDE_NAMESPACES}>${tree(`${shape('sldImg', [])}${shape('body', [slide.notes])}${shape('sldNum', [String(number)])}`)}</p:notes>`
    )
  if (slide.comments !== undefined)
    add('comments', 'comments', 'comments', `<p:cmLst ${SLIDE_NAMESPACES}>${slide.comments}</p:cmLst>`)
  if (slide.modernComments !== undefined)
    add(
      'modernComment',
      'modernComments',
      'comments',
      `<p188:cmLst ${SLIDE_NAMESPACES} xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main">${slide.modernComments}</p188:cmLst>`
    )
  return { parts, links }
}
