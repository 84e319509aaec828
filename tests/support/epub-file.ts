/** EPUB books around given chapters. */
import { type ZipEntry, zipFile } from '#tests/support/zip-file'

export type BookParts = Readonly<{
  /** What stands in the package's metadata. */
  metadata?: string
  /** Chapters by file name, in the order of the spine: what stands in the body, or a whole file that begins with `<`+`?xml`. */
  chapters: Readonly<Record<string, string>>
  /** More files, by path below `OEBPS/`, with the type the manifest gives. */
  files?: Readonly<Record<string, Readonly<{ type: string; content: string | Uint8Array }>>>
  /** The inside of the `toc` navigation; without it the book has an NCX with `points`, or nothing. */
  navigation?: string
  points?: string
  /** Attributes of the spine, and of the references in it by chapter. */
  spine?: string
  references?: Readonly<Record<string, string>>
  /** Files at the root of the archive. */
  extra?: readonly ZipEntry[]
}>

/** The first lines of an XHTML file. */
export const XHTML =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'

/** An EPUB archive with nothing packed, so that its bytes are the same everywhere. */
export function epubFile(parts: BookParts): Buffer {
  const chapters = Object.entries(parts.chapters).map(([name, body]) => ({
    name,
    type: 'application/xhtml+xml',
    content: body.startsWith('<?xml') ? body : `${XHTML}<head><title/></head><body>${body}</body></html>`
  }))
  const files = Object.entries(parts.files ?? {}).map(([name, file]) => ({ name, ...file }))
  const contents = contentsFile(parts)
  const all = [...chapters, ...files, ...(contents ? [contents] : [])]
  const manifest = all
    .map(({ name, type }) => `<item id="${idOf(name)}" href="${encodeURI(name)}" media-type="${type}"${propertiesOf(name)}/>`)
    .join('')
  const references = chapters.map(({ name }) => `<itemref idref="${idOf(name)}"${parts.references?.[name] ?? ''}/>`).join('')
  const toc = contents?.name === 'toc.ncx' ? ' toc="i-toc-ncx"' : ''
  const opf =
    '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">' +
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${parts.metadata ?? ''}</metadata>` +
    `<manifest>${manifest}</manifest><spine${toc}${parts.spine ?? ''}>${references}</spine></package>`
  return zipFile(
    [
      { name: 'mimetype', content: 'application/epub+zip' },
      { name: 'META-INF/container.xml', content: containerOf('OEBPS/book.opf') },
      { name: 'OEBPS/book.opf', content: opf },
      ...all.map(({ name, content }) => ({ name: `OEBPS/${name}`, content })),
      ...(parts.extra ?? [])
    ].map((entry) => ({ method: 'stored' as const, ...entry }))
  )
}

/** A container document that names one package. */
export function containerOf(path: string): string {
  return `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`
}

const idOf = (name: string): string => `i-${name.replaceAll(/[^a-z0-9]/gi, '-')}`
const propertiesOf = (name: string): string => (name === 'nav.xhtml' ? ' properties="nav"' : '')

function contentsFile({ navigation, points }: BookParts): { name: string; type: string; content: string } | undefined {
  if (navigation !== undefined) {
    const content = `${XHTML}<head><title>Contents</title></head><body><nav epub:type="landmarks"><ol><li><a href="x.xhtml">Cover</a></li></ol></nav><nav epub:type="toc">${navigation}</nav></body></html>`
    return { name: 'nav.xhtml', type: 'application/xhtml+xml', content }
  }
  if (points === undefined) return undefined
  const content = `<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><docTitle><text>Never a chapter</text></docTitle><navMap>${points}</navMap></ncx>`
  return { name: 'toc.ncx', type: 'application/x-dtbncx+xml', content }
}
