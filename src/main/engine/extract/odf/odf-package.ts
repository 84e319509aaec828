import type { Source } from '#engine/extract/found'
import { readXml, type XmlEnd, type XmlHandler, XmlReader } from '#engine/extract/xml/read-xml'
import { openZip, type Zip } from '#engine/extract/zip/open-zip'
import { ZipFault } from '#engine/extract/zip/zip-fault'

const MOST_ENTRIES = 20_000
/** Parts that are read at once: the manifest, pictures, embedded objects. */
const LARGEST_PART = 64 * 1024 * 1024

/** The parts of an OpenDocument file, which is a ZIP archive. */
export type OdfPackage = Readonly<{
  /** True when its parts are encrypted, and no password opened them. */
  isLocked: boolean
  has: (name: string) => boolean
  /** All bytes of a part; undefined without it. Throws `ZipFault` for one that is damaged. */
  bytes: (name: string) => Uint8Array | undefined
  /** Reads a part of any size piece by piece; undefined without it. A damaged end is told as damage. */
  xml: (name: string, handler: XmlHandler) => Promise<XmlEnd | undefined>
}>

/** Opens the package. Throws `ZipFault` where it is no ZIP archive or made to fill memory. */
export async function openOdfPackage(source: Source): Promise<OdfPackage> {
  const zip = await openZip(source.file, { maxEntries: MOST_ENTRIES })
  const bytes = (name: string): Uint8Array | undefined => {
    const entry = zip.find(name)
    return entry && zip.read(entry, LARGEST_PART)
  }
  return {
    isLocked: isEncrypted(bytes('META-INF/manifest.xml')),
    has: (name) => zip.find(name) !== undefined,
    bytes,
    xml: async (name, handler) => await readPart(zip, name, handler)
  }
}

/** Whether the content is encrypted. Programs encrypt all parts but the manifest. */
function isEncrypted(manifest: Uint8Array | undefined): boolean {
  const names = new Set<string>()
  if (manifest) readXml(manifest, { open: (name) => names.add(name) })
  return names.has('manifest:encryption-data')
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
