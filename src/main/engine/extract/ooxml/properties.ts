import { w3cYear } from '#engine/extract/dates/w3c-time'
import { type FoundMetadata, NOTHING_FOUND } from '#engine/extract/found'
import type { Package } from '#engine/extract/ooxml/open-package'
import { oneLine } from '#engine/extract/text/one-line'
import type { Fact, FactName } from '#shared/model/fact'

const LONGEST = 1000
const MOST_CUSTOM = 200

/** Titles that programs write when nobody gave one. */
const NO_TITLE =
  /^(?:untitled|(?:microsoft (?:word|powerpoint|excel) - )?(?:document|presentation|powerpoint presentation|présentation powerpoint|book|workbook|sheet|dokument|slide)?\s?\d{0,4}|(?:title|titre|عنوان)|.{0,200}\.(?:docx?|dotx?|pptx?|xlsx?|odt|rtf|txt|pdf|html?))$/i

/** Properties by element name, as they stand. */
type Properties = ReadonlyMap<string, string>

export type PackageProperties = Readonly<{
  metadata: FoundMetadata
  facts: readonly Fact[]
  /** What is said of the document besides its title and author, as lines, for search. */
  lines: readonly string[]
}>

/** What a package says of itself: core, extended and custom properties. */
export function propertiesOf(opened: Package): PackageProperties {
  const core = simpleProperties(opened, 'core-properties', 'docProps/core.xml')
  const extended = simpleProperties(opened, 'extended-properties', 'docProps/app.xml')
  const custom = customProperties(opened)
  const created = timeOf(core.get('dcterms:created'))
  const modified = timeOf(core.get('dcterms:modified'))
  const title = core.get('dc:title')?.replace(/^Microsoft (?:Word|PowerPoint|Excel) - /, '') ?? ''
  const program = [extended.get('ep:Application'), extended.get('ep:AppVersion')].filter(Boolean).join(' ')
  const facts: [FactName, string | null | undefined][] = [
    ['subject', core.get('dc:subject')],
    ['keywords', core.get('cp:keywords')],
    ['comments', core.get('dc:description')],
    ['category', core.get('cp:category')],
    ['company', extended.get('ep:Company')],
    ['created', created],
    ['modified', modified],
    ['last-author', core.get('cp:lastModifiedBy')],
    ['revision', core.get('cp:revision')],
    ['creator', program]
  ]
  const said = ['dc:subject', 'cp:keywords', 'dc:description', 'cp:category', 'cp:contentStatus', 'cp:lastModifiedBy']
  return {
    metadata: {
      ...NOTHING_FOUND,
      title: NO_TITLE.test(title) ? null : title,
      author: core.get('dc:creator') ?? null,
      date: (created ?? modified)?.slice(0, 10) ?? null,
      language: core.get('dc:language') ?? null
    },
    facts: facts.flatMap(([name, value]) => (value ? { name, value } : [])),
    lines: [
      // A title that is none is still text.
      ...(NO_TITLE.test(title) ? [title] : []),
      ...said.flatMap((name) => core.get(name) ?? []),
      ...['ep:Company', 'ep:Manager'].flatMap((name) => extended.get(name) ?? []),
      ...custom
    ]
  }
}

function simpleProperties(opened: Package, type: string, usual: string): Properties {
  const found = new Map<string, string>()
  let text = ''
  opened.readNow(opened.related('', type)[0] ?? usual, {
    open: () => {
      text = ''
    },
    text: (piece) => {
      if (text.length < LONGEST) text += piece
    },
    close: (name) => {
      const value = oneLine(text, LONGEST)
      if (value !== '' && !found.has(name)) found.set(name, value)
      text = ''
    }
  })
  return found
}

/** Each as `name: value`. */
function customProperties(opened: Package): string[] {
  const lines: string[] = []
  let property = ''
  let text = ''
  opened.readNow(opened.related('', 'custom-properties')[0] ?? 'docProps/custom.xml', {
    open: (name, attributes) => {
      if (name === 'cust:property') property = attributes.name ?? ''
      text = ''
    },
    text: (piece) => {
      if (text.length < LONGEST) text += piece
    },
    close: (name) => {
      if (name === 'cust:property' || oneLine(text, LONGEST) === '' || lines.length >= MOST_CUSTOM) return
      lines.push(`${oneLine(property, LONGEST)}: ${oneLine(text, LONGEST)}`)
      text = ''
    }
  })
  return lines
}

/** W3CDTF as it stands, if it is one and stands for a time anybody wrote; 1601 and 1900 are what programs write for none. */
function timeOf(written: string | undefined): string | null {
  return written !== undefined && (w3cYear(written) ?? 0) >= 1970 ? written : null
}
