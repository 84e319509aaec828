import { type Found, NOTHING_FOUND } from '#engine/extract/found'
import { RtfReader } from '#engine/extract/rtf/rtf-reader'
import { scanRtf } from '#engine/extract/rtf/rtf-scanner'
import { readerText } from '#shared/model/block'

/**
 * Reads a document of RTF (1.9.1), whole in memory: also the body of a mail message that is one. `chosen` is the character set a person
 * chose. Never fails; a document that breaks off says so. Cost: linear.
 */
export function readRtf(bytes: Uint8Array, chosen: string | null): Found {
  const reader = new RtfReader(bytes)
  const { isWhole, charset } = scanRtf(bytes, reader, chosen)
  const { flow, meta } = reader
  const blocks = reader.finish()
  const metadata = meta.metadata
  const rest = flow.rest.join('\n')
  const body = blocks.filter(({ role, kind }) => role === undefined && kind !== 'image').slice(0, 3)
  const heading = body.find(({ kind, text }) => kind === 'heading' && text.length <= 200)?.text
  return {
    blocks,
    allText: rest === '' ? null : `${readerText(blocks)}\n\n${rest}`,
    charset,
    metadata: { ...NOTHING_FOUND, ...metadata, title: metadata.title ?? heading?.replaceAll('\n', ' ') ?? null },
    direction: flow.directions.rtl > flow.directions.other ? 'rtl' : null,
    simplified: troubleOf(flow.isCut, isWhole),
    originalView: null,
    remoteResources: [],
    facts: meta.facts
  }
}

function troubleOf(isCut: boolean, isWhole: boolean): Found['simplified'] {
  if (isCut) return { code: 'partly-read', message: 'It was read in part. It holds more text than Sanad takes in.' }
  return isWhole ? null : { code: 'partly-read', message: 'It breaks off before its end; everything up to there was read.' }
}
