/** OpenDocument files written by hand, so that they can hold what programs do not write. */
import { zipFile } from '#tests/support/zip-file'

export type OdfContent = Readonly<{
  kind?: 'text' | 'spreadsheet' | 'presentation' | 'graphics'
  /** Inside `office:text` (or its like). */
  body: string
  /** Inside `office:automatic-styles` of the content. */
  styles?: string
  /** Inside `office:styles`, and inside `office:master-styles`, of `styles.xml`. */
  common?: string
  masters?: string
  /** Inside `office:meta`. */
  meta?: string
  /** More parts by name. */
  parts?: Readonly<Record<string, Uint8Array | string>>
  /** Inside the manifest. */
  manifest?: string
}>

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'

const NAMESPACES = [
  ...['office', 'style', 'text', 'table', 'meta', 'presentation', 'form'].map((name) => [name, `${OASIS}${name}:1.0`]),
  ['draw', `${OASIS}drawing:1.0`],
  ['fo', `${OASIS}xsl-fo-compatible:1.0`],
  ['svg', `${OASIS}svg-compatible:1.0`],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['math', 'http://www.w3.org/1998/Math/MathML']
]
  .map(([prefix, address]) => `xmlns:${prefix}="${address}"`)
  .join(' ')

const part = (root: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root} ${NAMESPACES} office:version="1.3">${content}</office:${root}>`

/** The content part of a file with this body, for embedding one document in another. */
export function odfContent({ kind = 'text', body, styles = '' }: OdfContent): string {
  const content = `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body>`
  return part('document-content', content)
}

/** An OpenDocument package (ISO/IEC 26300-3). */
export function odfFile(content: OdfContent): Buffer {
  const { kind = 'text', common = '', masters = '', meta = '', parts = {}, manifest = '' } = content
  const styles = `<office:styles>${common}</office:styles><office:master-styles>${masters}</office:master-styles>`
  return zipFile([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, method: 'stored' },
    { name: 'content.xml', content: odfContent(content) },
    { name: 'styles.xml', content: part('document-styles', styles) },
    { name: 'meta.xml', content: part('document-meta', `<office:meta>${meta}</office:meta>`) },
    ...Object.entries(parts).map(([name, bytes]) => ({ name, content: bytes })),
    {
      name: 'META-INF/manifest.xml',
      content: `<manifest:manifest xmlns:manifest="${OASIS}manifest:1.0">${manifest}</manifest:manifest>`
    }
  ])
}
