/** Word files for the fixtures and tests. All people and places in them are invented. */
import { type Link, type PackageShape, type Part, packageFile, propertyParts } from '#tests/support/office/package-file'

export const WORD_NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"'
].join(' ')

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

/** A run of text, with its properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`

/** A paragraph of runs, or of plain text. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`

export const styled = (style: string, content: string): string => paragraph(content, `<w:pStyle w:val="${style}"/>`)

/** A table of rows of cells; a cell is what stands in it. */
export const table = (columns: number, rows: readonly (readonly string[])[], rowProperties: readonly string[] = []): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="100"/>'.repeat(columns)}</w:tblGrid>${rows
    .map(
      (cells, at) =>
        `<w:tr><w:trPr>${rowProperties[at] ?? ''}</w:trPr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`)).join('')}</w:tr>`
    )
    .join('')}</w:tbl>`

/** A part of a kind that the document leads to, e.g. `styles` with its root element. */
const KINDS: Readonly<Record<string, string>> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr'
}

export type DocxShape = PackageShape &
  Readonly<{
    /** Contents of the other stories and lists, without their root elements; keys as `header1` may be numbered. */
    stories?: Readonly<Record<string, string>>
    parts?: readonly Part[]
    links?: readonly Link[]
    core?: Readonly<Record<string, string>>
    company?: string
    mainType?: string
    namespaces?: string
  }>

/** A Word file with this body. */
export function docxFile(body: string, shape: DocxShape = {}): Buffer {
  const namespaces = shape.namespaces ?? WORD_NAMESPACES
  const stories = Object.entries(shape.stories ?? {}).map(([name, content]): Part & { kind: string } => {
    const kind = name.replace(/\d+$/, '')
    const root = `w:${KINDS[kind]}`
    return {
      kind,
      name: `word/${name}.xml`,
      type: `${WORD}${kind}+xml`,
      content: `<${root} ${namespaces}>${content}</${root}>`
    }
  })
  const properties = shape.core ? propertyParts(shape.core, shape.company) : { parts: [], links: [] }
  const main = {
    name: 'word/document.xml',
    type: shape.mainType ?? `${WORD}document.main+xml`,
    content: `<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`
  }
  return packageFile(
    [main, ...stories, ...properties.parts, ...(shape.parts ?? [])],
    [
      { from: '', id: 'rId1', type: 'officeDocument', target: 'word/document.xml' },
      ...properties.links,
      ...stories.map(({ kind, name }, at) => ({ from: 'word/document.xml', id: `rS${at}`, type: kind, target: `/${name}` })),
      ...(shape.links ?? [])
    ],
    shape
  )
}
