/** Office Open XML packages put together part by part, so that they can also be unusual or wrong. */
import { type ZipEntry, zipFile } from '#tests/support/zip-file'

export type Part = Readonly<{
  name: string
  content: string | Uint8Array
  /** Content type; without one the part goes by its extension. */
  type?: string
}>

export type Link = Readonly<{ from: string; id: string; type: string; target: string; isExternal?: boolean }>

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Types of relationships that are not of the Office namespace. */
const OTHER_TYPES: Readonly<Record<string, string>> = {
  'core-properties': 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  threadedComment: 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
  person: 'http://schemas.microsoft.com/office/2017/10/relationships/person',
  modernComments: 'http://schemas.microsoft.com/office/2018/10/relationships/comments',
  authors: 'http://schemas.microsoft.com/office/2018/10/relationships/authors'
}

/** `isStored`: nothing is packed, so that repetitive parts are no bombs. */
export type PackageShape = Readonly<{ isStrict?: boolean; typesLast?: boolean; isStored?: boolean }>

/** The bytes of a package. Relationships are written where their `from` says; the empty name stands for the package. */
export function packageFile(
  parts: readonly Part[],
  links: readonly Link[],
  { isStrict, typesLast, isStored }: PackageShape = {}
): Buffer {
  const types: Part = { name: '[Content_Types].xml', content: contentTypes(parts) }
  const sources = [...new Set(links.map(({ from }) => from))]
  const relations = sources.map((from) => ({
    name: relationshipsName(from),
    content: relationships(
      links.filter((link) => link.from === from),
      isStrict ? STRICT : TRANSITIONAL
    )
  }))
  const all = typesLast ? [...relations, ...parts, types] : [types, ...relations, ...parts]
  return zipFile(
    all.map(
      ({ name, content }): ZipEntry => ({
        name,
        content: typeof content === 'string' ? xml(content) : content,
        method: isStored ? 'stored' : 'deflated'
      })
    )
  )
}

/** With the declaration that such parts begin with, unless they bring one. */
function xml(content: string): string {
  return content.startsWith('<?xml') || !content.startsWith('<') ? content : XML + content
}

function contentTypes(parts: readonly Part[]): string {
  const overrides = parts
    .filter(({ type }) => type !== undefined)
    .map(({ name, type }) => `<Override PartName="/${name}" ContentType="${type}"/>`)
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`
}

function relationshipsName(from: string): string {
  const slash = from.lastIndexOf('/')
  return `${from.slice(0, slash + 1)}_rels/${from.slice(slash + 1)}.rels`
}

function relationships(links: readonly Link[], base: string): string {
  const lines = links.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${id}" Type="${OTHER_TYPES[type] ?? `${base}/${type}`}" Target="${escaped(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

/** Text as it stands in XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** `docProps/core.xml` and `docProps/app.xml` with their relationships. */
export function propertyParts(core: Readonly<Record<string, string>>, company = ''): { parts: Part[]; links: Link[] } {
  const lines = Object.entries(core).map(([name, value]) =>
    name.startsWith('dcterms:') ? `<${name} xsi:type="dcterms:W3CDTF">${value}</${name}>` : `<${name}>${escaped(value)}</${name}>`
  )
  const parts = [
    {
      name: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${lines.join('')}</cp:coreProperties>`
    },
    {
      name: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Field Writer</Application><Company>${escaped(company)}</Company><AppVersion>16.0</AppVersion></Properties>`
    }
  ]
  return {
    parts,
    links: [
      { from: '', id: 'rCore', type: 'core-properties', target: 'docProps/core.xml' },
      { from: '', id: 'rApp', type: 'extended-properties', target: 'docProps/app.xml' }
    ]
  }
}
