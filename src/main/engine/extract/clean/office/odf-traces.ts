import { isLocalPath } from '#engine/extract/clean/local-path'
import { insideTraces } from '#engine/extract/clean/office/inside-traces'
import { traceValue } from '#engine/extract/clean/trace-value'
import type { OpenFile } from '#engine/extract/read-file'
import { readXml } from '#engine/extract/xml/read-xml'
import { openZip } from '#engine/extract/zip/open-zip'
import type { Trace, TraceKind } from '#shared/model/copy'

const LARGEST_PART = 128 * 1024 * 1024
const MOST = 400

const META_KINDS: Readonly<Record<string, TraceKind>> = {
  'dc:creator': 'author',
  'meta:initial-creator': 'author',
  'meta:printed-by': 'author',
  'dc:date': 'time',
  'meta:creation-date': 'time',
  'meta:print-date': 'time',
  'meta:editing-duration': 'time',
  'dc:title': 'title',
  'dc:subject': 'description',
  'dc:description': 'description',
  'meta:keyword': 'description',
  'meta:generator': 'program',
  'meta:editing-cycles': 'revision'
}

const PARTS: readonly (readonly [TraceKind, RegExp])[] = [
  ['thumbnail', /^thumbnails\/.+/],
  ['printer', /(?:^|\/)settings\.xml$/],
  ['signature', /^meta-inf\/.*signatures\.xml$/],
  ['revision', /^versionlist\.xml$|^versions\//],
  ['other', /^layout-cache$|^manifest\.rdf$/]
]

/** What in an OpenDocument file tells of its makers. Throws `ZipFault`. */
export async function odfTraces(file: OpenFile): Promise<Trace[]> {
  const zip = await openZip(file, { maxEntries: 20_000 })
  const traces: Trace[] = []
  for (const entry of zip.entries) {
    if (entry.isFolder) continue
    const name = entry.name
    const [kind] = PARTS.find(([, fits]) => fits.test(name.toLowerCase())) ?? []
    if (kind !== undefined) traces.push({ kind, name, value: null })
    else if (/\.xml$/i.test(name)) {
      const bytes = zip.read(entry, LARGEST_PART)
      if (/(?:^|\/)meta\.xml$/i.test(name)) metaTraces(bytes, traces)
      else contentTraces(bytes, traces)
    } else traces.push(...(await insideTraces(name, zip.read(entry, LARGEST_PART))))
  }
  return traces
}

function metaTraces(bytes: Uint8Array, traces: Trace[]): void {
  let text = ''
  let own = ''
  readXml(bytes, {
    open: (name, attributes) => {
      text = ''
      if (name === 'meta:user-defined') own = attributes['meta:name'] ?? ''
      if (name === 'meta:template') traces.push({ kind: 'path', name, value: traceValue(attributes['xlink:href']) })
    },
    text: (piece) => {
      text += piece
    },
    close: (name) => {
      const value = traceValue(text)
      text = ''
      if (value === null || traces.length >= MOST) return
      traces.push({ kind: META_KINDS[name] ?? 'other', name: name === 'meta:user-defined' ? own : name, value })
    }
  })
}

function contentTraces(bytes: Uint8Array, traces: Trace[]): void {
  const around: string[] = []
  let text = ''
  let hasSession = false
  readXml(bytes, {
    open: (name, attributes) => {
      around.push(name)
      text = ''
      for (const [key, value] of Object.entries(attributes)) {
        if (/rsid$/.test(key)) hasSession = true
        if (isLocalPath(value) && traces.length < MOST) traces.push({ kind: 'path', name: key, value: traceValue(value) })
      }
    },
    text: (piece) => {
      if (text.length < 400) text += piece
    },
    close: (name) => {
      around.pop()
      const holder = around.at(-1)
      const value = traceValue(text)
      text = ''
      if (value === null || traces.length >= MOST) return
      if (name === 'text:file-name') traces.push({ kind: 'path', name, value })
      if (holder !== 'office:annotation' && holder !== 'office:change-info') return
      if (/creator|initials/.test(name)) traces.push({ kind: 'author', name, value })
      else if (/^(?:dc:date|meta:date-string)$/.test(name)) traces.push({ kind: 'time', name, value })
    }
  })
  if (hasSession) traces.push({ kind: 'revision', name: 'rsid', value: null })
}
