import type { DomDocument } from '#engine/extract/html/dom'

/** What JSON-LD says of the work on the page. */
export type LinkedData = Readonly<{
  title?: string
  authors: readonly string[]
  publisher?: string
  date?: string
  url?: string
  language?: string
}>

type Node = Readonly<Record<string, unknown>>

/** Bounds on hostile data: scripts larger than this, nesting deeper, or more nodes are not read further. */
const LIMITS = { characters: 1_000_000, depth: 40, nodes: 5000 } as const

/** Kinds of work a page can be, the most telling first. */
const WORKS: readonly RegExp[] = [
  /Article$|^(?:BlogPosting|Report|ScholarlyArticle|LiveBlogPosting|SocialMediaPosting|CreativeWork|Book|Chapter|Legislation)$/,
  /^(?:WebPage|ItemPage|AboutPage|VideoObject|ImageObject)$/
]

/** Reads every JSON-LD script of a page, at any nesting (`@graph`, arrays, properties). Undefined when none describes a work. */
export function linkedData(document: DomDocument): LinkedData | undefined {
  const nodes: Node[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = script.textContent ?? ''
    if (text.length <= LIMITS.characters) collect(parse(text), nodes, 0)
  }
  const byId = new Map(
    nodes.flatMap((node) =>
      typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node] as const] : []
    )
  )
  for (const works of WORKS) {
    const work = nodes.find((node) => typesOf(node).some((type) => works.test(type)))
    if (work) return describe(work, byId)
  }
  return undefined
}

const CDATA = '<![CDATA['

/** Some sites wrap the data in a comment or a CDATA section. */
function unwrapped(text: string): string {
  const opened = text.indexOf(CDATA)
  const closed = text.lastIndexOf(']]>')
  const body = text.slice(opened < 0 ? 0 : opened + CDATA.length, closed < 0 ? text.length : closed)
  const start = body.search(/[[{]/)
  const end = Math.max(body.lastIndexOf('}'), body.lastIndexOf(']'))
  return start < 0 || end < start ? body : body.slice(start, end + 1)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(unwrapped(text))
  } catch {
    // Broken data says nothing; the page has other sources.
    return undefined
  }
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > LIMITS.depth || nodes.length >= LIMITS.nodes) return
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1)
  else if (isNode(value)) {
    nodes.push(value)
    for (const item of Object.values(value)) if (typeof item === 'object') collect(item, nodes, depth + 1)
  }
}

function describe(work: Node, byId: ReadonlyMap<string, Node>): LinkedData {
  const resolve = (value: unknown): unknown =>
    isNode(value) && typeof value['@id'] === 'string' ? { ...byId.get(value['@id']), ...value } : value
  const authors = listOf(work.author ?? work.creator)
    .map(resolve)
    .map(nameOf)
    .filter((name) => name !== undefined)
  const page = resolve(work.mainEntityOfPage)
  const title = textOf(work.headline) ?? textOf(work.name)
  const publisher = nameOf(resolve(listOf(work.publisher ?? work.sourceOrganization)[0]))
  const date = textOf(work.datePublished) ?? textOf(work.dateCreated)
  const url = textOf(work.url) ?? textOf(page) ?? (isNode(page) ? textOf(page['@id']) : undefined)
  const language = languageIn(listOf(work.inLanguage)[0])
  return {
    authors,
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language })
  }
}

function languageIn(value: unknown): string | undefined {
  return textOf(value) ?? (isNode(value) ? textOf(value.alternateName) : undefined)
}

function nameOf(value: unknown): string | undefined {
  return textOf(value) ?? (isNode(value) ? textOf(listOf(value.name)[0]) : undefined)
}

function textOf(value: unknown): string | undefined {
  const text = isNode(value) ? value['@value'] : value
  return typeof text === 'string' && text.trim() !== '' && text.length <= 2000 ? text.trim() : undefined
}

function typesOf(node: Node): string[] {
  return listOf(node['@type']).flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/#:]/, '')] : []))
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
