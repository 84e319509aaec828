import { type Entry, getFileNameLowLevel } from 'yauzl'
import { charsetOf } from '#engine/extract/charset/charset'
import { openDecoder } from '#engine/extract/charset/open-decoder'

/** One entry of a ZIP archive, as its directory describes it. Nothing of it has been verified. */
export type ZipEntry = Readonly<{
  /** Path as the packing program wrote it: a label, never a path to write to. Folders end with `/`. */
  name: string
  isFolder: boolean
  /** A link to another path, which is its content. */
  isLink: boolean
  isEncrypted: boolean
  /** Bytes when unpacked, and as packed; both may lie. */
  size: number
  packedSize: number
  /** Milliseconds since 1970, local time of the packing computer taken for UTC; null when it has none. */
  modifiedAt: number | null
  /** 0 stored, 8 deflated; others can not be read. */
  method: number
  crc32: number
  /** Where its local header begins, and where the next begins or the directory, up to which its data may reach. */
  offset: number
  limit: number
}>

const ENCRYPTED = 0x01
const UTF8 = 0x0800
const DOS = 'ibm437'
const UNICODE_PATH = 0x7075
const UNIX = 3
const LINK_MODE = 0o120000

/** Character sets that the detector falls back to when it has no idea: then names are what DOS wrote, as the standard says. */
const NO_IDEA = new Set(['windows-1252', 'iso-8859-1', 'macintosh', 'utf-8'])

/** Entries with decoded names, in the order of the directory; `limit` is not set yet. */
export async function describeEntries(entries: readonly Entry[]): Promise<ZipEntry[]> {
  const plain = entries.filter((entry) => !isDeclared(entry) && strictUtf8(entry.fileNameRaw) === undefined)
  const detected = plain.length === 0 ? DOS : await charsetOf(sampleOf(plain), null, false)
  const charset = NO_IDEA.has(detected) ? DOS : detected
  return entries.map((entry) => describe(entry, charset))
}

function describe(entry: Entry, charset: string): ZipEntry {
  const name = nameOf(entry, charset)
  const mode = entry.versionMadeBy >> 8 === UNIX ? entry.externalFileAttributes >>> 16 : 0
  return {
    name,
    isFolder: /[\\/]$/.test(name),
    isLink: (mode & 0o170000) === LINK_MODE,
    isEncrypted: (entry.generalPurposeBitFlag & ENCRYPTED) !== 0,
    size: entry.uncompressedSize,
    packedSize: entry.compressedSize,
    modifiedAt: timeOf(entry.lastModFileDate, entry.lastModFileTime),
    method: entry.compressionMethod,
    crc32: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
    limit: Number.POSITIVE_INFINITY
  }
}

function nameOf(entry: Entry, charset: string): string {
  const unknown = isDeclared(entry) ? undefined : strictUtf8(entry.fileNameRaw)
  if (unknown !== undefined) return unknown
  const detected = isDeclared(entry) || charset === DOS ? undefined : openDecoder(charset).decode(entry.fileNameRaw)
  if (detected !== undefined && !/[\p{Cc}\ufffd]/u.test(detected)) return detected
  // The library decodes what is declared, and CP437 where nothing is.
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
}

function isDeclared(entry: Entry): boolean {
  return (entry.generalPurposeBitFlag & UTF8) !== 0 || entry.extraFields.some(({ id }) => id === UNICODE_PATH)
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: the caller looks further.
    return undefined
  }
}

/** One name is too short to tell a character set by; all of them together often are enough. */
function sampleOf(entries: readonly Entry[]): Uint8Array {
  return Buffer.concat(entries.slice(0, 500).flatMap((entry) => [entry.fileNameRaw, Buffer.from('\n')]))
}

function timeOf(date: number, time: number): number | null {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31]
  if (month < 1 || month > 12 || day < 1) return null
  return Date.UTC(year, month - 1, day, time >> 11, (time >> 5) & 63, (time & 31) * 2)
}
