import { readDirectory } from '#engine/extract/cfb/cfb-directory'
import { openSectors } from '#engine/extract/cfb/cfb-sectors'
import type { OpenFile } from '#engine/extract/read-file'

/** A compound file of which nothing more is known. */
export const CFB_TYPE = 'application/x-cfb'
/** A Word, Excel or PowerPoint file (since 2007) that is locked with a password: its ZIP archive is a stream in a compound file. */
const ENCRYPTED_OFFICE_TYPE = 'application/x-ooxml-encrypted'

/** By the stream that only files of this type have in their root; in lower case, for programs differ in that. */
const BY_STREAM: readonly (readonly [string, string])[] = [
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['encryptedpackage', ENCRYPTED_OFFICE_TYPE],
  ['worddocument', 'application/msword'],
  ['workbook', 'application/vnd.ms-excel'],
  ['book', 'application/vnd.ms-excel'],
  ['powerpoint document', 'application/vnd.ms-powerpoint'],
  ['visiodocument', 'application/vnd.visio'],
  ['quill', 'application/vnd.ms-publisher'],
  ['matost', 'application/vnd.ms-works'],
  ['wksssworkbook', 'application/vnd.ms-works'],
  ['props14', 'application/vnd.ms-project'],
  ['props12', 'application/vnd.ms-project'],
  ['props9', 'application/vnd.ms-project']
]

/**
 * The media type of a compound file, by the names in the root of its directory: documents inside documents do not count. Never throws;
 * `application/x-cfb` where nothing tells. Cost: the directory is read, at most 12 MB.
 */
export function cfbType(file: OpenFile): string {
  const sectors = openSectors(file)
  const root = sectors && readDirectory(sectors)
  const names = new Set((root?.children ?? []).map(({ name }) => name.toLowerCase()))
  return BY_STREAM.find(([name]) => names.has(name))?.[1] ?? CFB_TYPE
}
