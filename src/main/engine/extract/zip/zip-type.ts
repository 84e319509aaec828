const LOCAL_HEADER = 30
/** Entries by which a kind of archive is known, in the order they are tried. */
const KINDS: readonly (readonly [type: string, isNamed: (name: string) => boolean])[] = [
  ['application/epub+zip', (name) => name === 'META-INF/container.xml'],
  ['application/wacz', (name) => /^archive\/[^/]{1,200}\.w?arc(?:\.gz)?$/i.test(name)]
]
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['epub', 'application/epub+zip'],
  ['wacz', 'application/wacz']
])

/** OpenDocument files that were packed again by hand no longer begin as they should. */
const OPEN_DOCUMENT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    odt: 'text',
    ott: 'text-template',
    odm: 'text',
    ods: 'spreadsheet',
    odp: 'presentation',
    odg: 'graphics'
  }).map(([extension, kind]) => [extension, `application/vnd.oasis.opendocument.${kind}`])
)
const OPEN_DOCUMENT_PARTS: ReadonlySet<string> = new Set(['mimetype', 'content.xml', 'META-INF/manifest.xml'])

/**
 * What a ZIP archive is besides, by the first names in it, else by its own `extension`: EPUB books whose first entry does not say it, and
 * packed web archives, which never say it, and OpenDocument files packed again. Undefined for an archive that is nothing else.
 */
export function zipTypeOf(head: Uint8Array, extension: string): string | undefined {
  const names = firstNames(Buffer.from(head.buffer, head.byteOffset, head.byteLength))
  const known = KINDS.find(([, isNamed]) => names.some(isNamed))?.[0]
  const named = known ?? EXTENSIONS.get(extension)
  return named ?? (names.some((name) => OPEN_DOCUMENT_PARTS.has(name)) ? OPEN_DOCUMENT.get(extension) : undefined)
}

/** Names of the entries that begin in `head`, up to the first whose end it does not tell. Archives inside the archive are not looked into. */
function firstNames(head: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + LOCAL_HEADER <= head.length && head.readUInt32LE(at) === 0x04034b50; ) {
    const start = at + LOCAL_HEADER
    const nameLength = head.readUInt16LE(at + 26)
    names.push(head.toString('utf8', start, Math.min(start + nameLength, head.length)))
    const packed = head.readUInt32LE(at + 18)
    const end = start + nameLength + head.readUInt16LE(at + 28) + packed
    const isStreamed = (head.readUInt16LE(at + 6) & 0x08) !== 0 && packed === 0
    // The size of a streamed entry stands behind it; a packed one holds no signature but by chance.
    if (isStreamed && head.readUInt16LE(at + 8) === 0) break
    at = isStreamed ? head.indexOf('PK\u0003\u0004', start + nameLength, 'latin1') : end
    if (at < 0) break
  }
  return names
}
