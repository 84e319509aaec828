import { openZipArchive } from '#engine/extract/archive/open-zip-archive'
import type { FormatReader, Found, Source } from '#engine/extract/found'
import type { Spool } from '#engine/extract/spool'
import { Captures } from '#engine/extract/warc/captures'
import { pageTitles } from '#engine/extract/warc/page-titles'
import { recordsOf } from '#engine/extract/warc/records'
import { streamSource } from '#engine/extract/warc/warc-source'
import type { Zip } from '#engine/extract/zip/open-zip'
import type { ZipEntry } from '#engine/extract/zip/zip-entry'
import { ZipFault } from '#engine/extract/zip/zip-fault'
import type { Fact } from '#shared/model/fact'

const LARGEST_LIST = 32 * 1024 * 1024
const ARCHIVE = /^archive\/.+\.w?arc(?:\.gz)?$/i
const LIST = /^pages\/.+\.jsonl$/i

/** WACZ: a ZIP archive around web archives, with a list of pages, whose titles name them. */
export const wacz: FormatReader = { extract: extractWacz }

async function extractWacz(source: Source, spool: Spool): Promise<Found> {
  const zip = await openZipArchive(source.file)
  const captures = new Captures(spool, titlesOf(zip))
  try {
    for (const entry of zip.entries.filter(({ name }) => ARCHIVE.test(name))) await takeArchive(zip, entry, captures)
  } finally {
    // Also where there is no room for more: what was taken until then stays.
    await captures.finish()
  }
  if (zip.damage !== null) captures.damaged()
  for (const fact of packageFacts(zip)) captures.addFact(fact)
  return captures.found()
}

async function takeArchive(zip: Zip, entry: ZipEntry, captures: Captures): Promise<void> {
  try {
    for await (const record of recordsOf(streamSource(zip.stream(entry)), captures.damaged)) await captures.take(record)
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    captures.damaged()
  }
}

/** Lists that can not be read name nothing; the pages are there without them. */
function titlesOf(zip: Zip): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const entry of zip.entries.filter(({ name }) => LIST.test(name))) {
    for (const [key, title] of pageTitles(readList(zip, entry.name))) if (!titles.has(key)) titles.set(key, title)
  }
  return titles
}

function readList(zip: Zip, name: string): Uint8Array {
  const entry = zip.find(name)
  try {
    return entry ? zip.read(entry, LARGEST_LIST) : new Uint8Array(0)
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error
    return new Uint8Array(0)
  }
}

/** What the package says of itself. */
function packageFacts(zip: Zip): Fact[] {
  const text = Buffer.from(readList(zip, 'datapackage.json')).toString('utf8')
  let stated: unknown
  try {
    stated = JSON.parse(text)
  } catch {
    // Not there, or damaged.
    return []
  }
  if (typeof stated !== 'object' || stated === null) return []
  const fields = new Map(Object.entries(stated))
  return (
    [
      ['title', 'subject'],
      ['description', 'description'],
      ['created', 'created'],
      ['software', 'creator']
    ] as const
  ).flatMap(([field, name]) => {
    const value: unknown = fields.get(field)
    return typeof value === 'string' && value.trim() !== '' ? [{ name, value: value.trim().slice(0, 2000) }] : []
  })
}
