import type { FormatReader, Found, Source } from '#engine/extract/found'
import type { Spool } from '#engine/extract/spool'
import { Captures } from '#engine/extract/warc/captures'
import { recordsOf } from '#engine/extract/warc/records'
import { fileSource } from '#engine/extract/warc/warc-source'

/** WARC and ARC, plain or packed: each captured page is a document, with the pictures and styles that were captured with it. */
export const warc: FormatReader = { extract: extractWarc }

async function extractWarc(source: Source, spool: Spool): Promise<Found> {
  const captures = new Captures(spool)
  try {
    for await (const record of recordsOf(fileSource(source.file), captures.damaged)) await captures.take(record)
  } finally {
    // Also where there is no room for more: what was taken until then stays.
    await captures.finish()
  }
  return captures.found()
}
