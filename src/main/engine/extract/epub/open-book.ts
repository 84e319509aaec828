import { decodeText } from '#engine/extract/charset/charset'
import type { Book, BookContent } from '#engine/extract/epub/book'
import { readNavigation, readNcx } from '#engine/extract/epub/read-contents'
import { readPackage } from '#engine/extract/epub/read-package'
import type { OpenFile } from '#engine/extract/read-file'
import { readXml } from '#engine/extract/xml/read-xml'
import { openZip, type Zip } from '#engine/extract/zip/open-zip'
import type { ZipEntry } from '#engine/extract/zip/zip-entry'

const MOST_ENTRIES = 50_000
const LARGEST_PART = 32 * 1024 * 1024

/** Ways of making fonts unusable outside the book. They lock nothing that is read. */
const FONT_METHODS: ReadonlySet<string> = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

/** A book whose package and table of contents have been read; its chapters are read from it. */
export type OpenBook = Readonly<{
  book: Book
  contents: readonly BookContent[]
  /** The file at a path inside the book, by exact name or by the same letters in another case or composition. */
  find: (path: string) => ZipEntry | undefined
  /** At most 32 MB. Throws `ZipFault`. */
  read: (entry: ZipEntry) => Uint8Array
  /** Whether copy protection has made the file at this path unreadable. */
  isLocked: (path: string) => boolean
  /** What is wrong with the archive itself; null when it is whole. */
  damage: string | null
}>

/**
 * Opens an EPUB as far as its package and table of contents. Throws `ZipFault` or `XmlFault` for what is no book, is damaged, or was made
 * to do harm; a table of contents that can not be read counts as none.
 */
export async function openBook(file: OpenFile): Promise<OpenBook> {
  const zip = await openZip(file, { maxEntries: MOST_ENTRIES })
  const find = finderOf(zip)
  const read = (entry: ZipEntry): Uint8Array => zip.read(entry, LARGEST_PART)
  const packageEntry = findPackage(zip, find, read)
  if (!packageEntry) throw new Error('it has no list of its chapters, so it is no EPUB book or a damaged one.')
  const book = readPackage(read(packageEntry), packageEntry.name)
  const locked = lockedPaths(find, read)
  const contents = await contentsOf(book, find, read)
  return { book, contents, find, read, isLocked: (path) => locked.has(path), damage: zip.damage }
}

type Find = OpenBook['find']
type Read = OpenBook['read']

function finderOf(zip: Zip): Find {
  const alike = new Map(zip.entries.map((entry) => [alikeOf(entry.name), entry]))
  return (path) => zip.find(path) ?? alike.get(alikeOf(path))
}

const alikeOf = (path: string): string => path.normalize('NFC').toLowerCase()

/** The first package that the container names; where there is no container, any. */
function findPackage(zip: Zip, find: Find, read: Read): ZipEntry | undefined {
  const container = find('META-INF/container.xml')
  const paths: string[] = []
  if (container) {
    readXml(read(container), {
      open: (name, attributes) => {
        if (name.endsWith('rootfile') && paths.length < 10) paths.push(attributes['full-path'] ?? '')
      }
    })
  }
  const named = paths.map((path) => find(path.replace(/^\/+/, ''))).find((entry) => entry !== undefined)
  return named ?? zip.entries.find(({ name }) => name.toLowerCase().endsWith('.opf'))
}

async function contentsOf({ contents }: Book, find: Find, read: Read): Promise<readonly BookContent[]> {
  const entry = contents === null ? undefined : find(contents.path)
  if (contents === null || !entry) return []
  try {
    const bytes = read(entry)
    if (contents.kind === 'ncx') return readNcx(bytes, contents.path)
    return readNavigation((await decodeText(bytes, null, true)).text, contents.path)
  } catch {
    // Damaged, or made to do harm: the chapters are read without it.
    return []
  }
}

function lockedPaths(find: Find, read: Read): ReadonlySet<string> {
  const locked = new Set<string>()
  const entry = find('META-INF/encryption.xml')
  if (!entry) return locked
  let method = ''
  readXml(read(entry), {
    open: (name, attributes) => {
      const local = name.slice(name.lastIndexOf(':') + 1)
      if (local === 'EncryptedData') method = ''
      // The method of the key may stand inside; the data's own comes first.
      else if (local === 'EncryptionMethod') method ||= attributes.Algorithm ?? ''
      else if (local === 'CipherReference' && !FONT_METHODS.has(method)) locked.add(decoded(attributes.URI ?? ''))
    }
  })
  return locked
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // Written without encoding.
    return path
  }
}
