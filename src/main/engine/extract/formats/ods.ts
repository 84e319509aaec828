import type { FormatReader, Found, Source } from '#engine/extract/found'
import { foundOdf, unlessLocked } from '#engine/extract/odf/found-odf'
import { odfPicture } from '#engine/extract/odf/odf-pictures'
import { readOdf } from '#engine/extract/odf/read-odf'
import { SheetReader } from '#engine/extract/odf/sheet-reader'
import { sheetFacts } from '#engine/extract/sheets/sheet-facts'

/** What programs put at the head and foot of every printed sheet says nothing: "Page 1", "???". */
const SAYS_NOTHING = /^(?:page|seite|\P{L})*$/iu

const PRESSED: NonNullable<Found['simplified']> = {
  code: 'too-complex',
  message: 'It has texts far to the right in very many rows: they are found, but not shown at their columns.'
}

/** OpenDocument spreadsheets, packed and flat, and their templates. */
export const ods: FormatReader = {
  extract: async (source) => await unlessLocked(async () => await extract(source)),
  part: odfPicture
}

async function extract(source: Source): Promise<Found> {
  let reader: SheetReader | undefined
  const file = await readOdf(source, (flow) => {
    reader = new SheetReader(flow)
    return reader.handler
  })
  if (!reader) throw new Error('nothing was read of it')
  file.flow.hide([...file.headers, ...file.footers].filter(({ text }) => !SAYS_NOTHING.test(text)))
  const found = foundOdf(file, reader.blocks)
  return {
    ...found,
    metadata: { ...found.metadata, title: file.meta.metadata.title },
    simplified: found.simplified ?? (reader.isPressed ? PRESSED : null),
    originalView: 'table',
    pageCount: reader.sheets.length,
    facts: [...(found.facts ?? []), ...sheetFacts(reader.sheets.map((name) => ({ name })))]
  }
}
