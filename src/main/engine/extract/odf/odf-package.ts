import type { Source } from '#engine/extract/found'
import { decryptPart, encryptedParts, OdfLocked } from '#engine/extract/odf/encrypted-parts'
import { readXml, type XmlEnd, type XmlHandler, XmlReader } from '#engine/extract/xml/read-xml'
import { openZip, type Zip } from '#engine/extract/zip/open-zip'
import { ZipFault } from '#engine/extract/zip/zip-fault'

const MOST_ENTRIES = 20_000
/** Parts that are read at once: the manifest, pictures, embedded objects, and whatever is encrypted. */
const LARGEST_PART = 64 * 1024 * 1024
/** Each locked part costs a key of its own: beyond these, embedded objects stay closed. */
const MOST_OPENED = 40

/** The parts of an OpenDocument file, which is a ZIP archive. */
export type OdfPackage = Readonly<{
  has: (name: string) => boolean
  /** All bytes of a part; undefined without it. Throws `ZipFault` for one that is damaged, `OdfLocked` for one that is locked. */
  bytes: (name: string) => Uint8Array | undefined
  /** Reads a part of any size piece by piece; undefined without it. A damaged end is told as damage. */
  xml: (name: string, handler: XmlHandler) => Promise<XmlEnd | undefined>
}>

/**
 * Opens the package, with the password of the source where it is locked. Throws `OdfLocked` where that does not open it, and `ZipFault`
 * where it is no ZIP archive or made to fill memory.
 */
export async function openOdfPackage(source: Source): Promise<OdfPackage> {
  const zip = await openZip(source.file, { maxEntries: MOST_ENTRIES })
  const manifest = zip.find('META-INF/manifest.xml')
  const encrypted = encryptedParts(manifest ? zip.read(manifest, LARGEST_PART) : new Uint8Array(0))
  // Newer programs lock the whole package inside another one.
  if ((encrypted.size > 0 || zip.find('encrypted-package')) && source.password === null)
    throw new OdfLocked('locked', 'It is locked. Type its password to read it.')
  if (zip.find('encrypted-package')) throw new OdfLocked('locked', 'It is locked in a way that Sanad can not open.')
  let opened = 0
  const bytes = (name: string): Uint8Array | undefined => {
    const entry = zip.find(name)
    const packed = entry && zip.read(entry, LARGEST_PART)
    const part = encrypted.get(name)
    if (!packed || !part) return packed
    if (++opened > MOST_OPENED) throw new OdfLocked('locked', 'It has too many locked parts.')
    try {
      return decryptPart(packed, part, source.password ?? '')
    } catch (error) {
      if (error instanceof OdfLocked) throw error
      throw new ZipFault('damaged', 'A locked part of it is damaged.')
    }
  }
  return {
    has: (name) => zip.find(name) !== undefined,
    bytes,
    xml: async (name, handler) => {
      if (!encrypted.has(name)) return await readPart(zip, name, handler)
      const content = bytes(name)
      return content && readXml(content, handler)
    }
  }
}

async function readPart(zip: Zip, name: string, handler: XmlHandler): Promise<XmlEnd | undefined> {
  const entry = zip.find(name)
  if (!entry) return undefined
  const reader = new XmlReader(handler)
  let damage: string | null = null
  try {
    for await (const piece of zip.stream(entry)) if (!reader.write(piece)) break
  } catch (error) {
    // What came before the damage has been read.
    if (!(error instanceof ZipFault) || error.code !== 'damaged') throw error
    damage = error.message
  }
  const end = reader.end()
  return { damage: damage ?? end.damage }
}
