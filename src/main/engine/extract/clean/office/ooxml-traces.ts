import { isLocalPath } from '#engine/extract/clean/local-path'
import { insideTraces } from '#engine/extract/clean/office/inside-traces'
import { traceValue } from '#engine/extract/clean/trace-value'
import { openPackage, type Package } from '#engine/extract/ooxml/open-package'
import { partKey } from '#engine/extract/ooxml/part-name'
import type { OpenFile } from '#engine/extract/read-file'
import type { Trace, TraceKind } from '#shared/model/copy'

const LARGEST_PART = 128 * 1024 * 1024
const MOST = 400

/** Parts that are there to tell, by their names or declared types. */
const TELLING: readonly (readonly [TraceKind, RegExp])[] = [
  ['thumbnail', /(?:^|\/)thumbnail\.\w+$/],
  ['printer', /printersettings\d*\.bin$/],
  ['signature', /^_xmlsignatures\//],
  ['id', /^customxml\/|^docmetadata\//],
  ['revision', /\/(?:revisioninfo|revisionheaders|usernames)\.xml$/]
]

const PROPERTY_KINDS: Readonly<Record<string, TraceKind>> = {
  creator: 'author',
  lastModifiedBy: 'author',
  Manager: 'author',
  Company: 'author',
  created: 'time',
  modified: 'time',
  lastPrinted: 'time',
  TotalTime: 'time',
  title: 'title',
  subject: 'description',
  description: 'description',
  keywords: 'description',
  category: 'description',
  Template: 'path',
  HyperlinkBase: 'path',
  Application: 'program',
  AppVersion: 'program',
  revision: 'revision'
}

/** What in a Word, Excel or PowerPoint file tells of its makers. Throws `ZipFault`. */
export async function ooxmlTraces(file: OpenFile): Promise<Trace[]> {
  const opened = await openPackage(file)
  const traces: Trace[] = []
  for (const name of opened.names()) {
    const key = partKey(name)
    const [kind] = TELLING.find(([, fits]) => fits.test(key)) ?? []
    if (kind !== undefined) traces.push({ kind, name, value: null })
    else if (/^docprops\/.*\.xml$/.test(key)) propertyTraces(opened, name, traces)
    else if (/\.(?:xml|vml|rels)$/.test(key)) await partTraces(opened, name, traces)
    else traces.push(...(await insideTraces(name, opened.bytes(name, LARGEST_PART) ?? new Uint8Array(0))))
  }
  return traces
}

function propertyTraces(opened: Package, part: string, traces: Trace[]): void {
  let text = ''
  opened.readNow(part, {
    open: () => {
      text = ''
    },
    text: (piece) => {
      text += piece
    },
    close: (name) => {
      const local = name.slice(name.indexOf(':') + 1)
      const value = traceValue(text)
      text = ''
      if (value !== null && traces.length < MOST) traces.push({ kind: PROPERTY_KINDS[local] ?? 'other', name: local, value })
    }
  })
}

/** One of a kind with its first value is enough to say that it is there. */
class Seen {
  readonly #traces: Trace[]
  readonly #known = new Set<string>()

  constructor(traces: Trace[]) {
    this.#traces = traces
  }

  add(kind: TraceKind, name: string, value: string): void {
    const key = `${kind} ${name} ${value}`
    if (this.#known.has(key) || this.#traces.length >= MOST) return
    this.#known.add(key)
    this.#traces.push({ kind, name, value: traceValue(value) })
  }
}

async function partTraces(opened: Package, part: string, traces: Trace[]): Promise<void> {
  const seen = new Seen(traces)
  let hasSession = false
  let text = ''
  await opened.read(part, {
    open: (name, attributes) => {
      text = ''
      for (const [key, value] of Object.entries(attributes)) {
        const local = key.slice(key.indexOf(':') + 1)
        if (/^rsid/i.test(local)) hasSession = true
        else if (isLocalPath(value)) seen.add('path', local, value)
        else if (isPersonal(name, local) && value !== '' && !['Author', 'A', 'None'].includes(value))
          seen.add('author', local, value)
        else if (isTime(attributes, name, local)) seen.add('time', local, value)
      }
    },
    text: (piece) => {
      if (text.length < 400) text += piece
    },
    close: (name) => {
      const local = name.slice(name.indexOf(':') + 1)
      if (/^(?:author|lastModifiedBy)$/.test(local) && text.trim() !== '' && text !== 'Author') seen.add('author', local, text)
      if (/^(?:absPath|attachedTemplate|docVars|mailMerge)$/.test(local)) seen.add('path', local, '')
      if (local === 'rsids') hasSession = true
      text = ''
    }
  })
  if (hasSession) seen.add('revision', 'rsid', part)
}

const isPersonal = (element: string, local: string): boolean =>
  /^(?:author|initials|userName|displayName|userId|providerId)$/.test(local) ||
  (local === 'name' && /(?:^|:)(?:cmAuthor|author|person)$/.test(element))

function isTime(attributes: Readonly<Record<string, string>>, element: string, local: string): boolean {
  if (local === 'dateUtc' || local === 'dT') return true
  if (/(?:^|:)cm$/.test(element) && local === 'dt') return true
  return local === 'date' && Object.keys(attributes).some((key) => key.endsWith('author'))
}
