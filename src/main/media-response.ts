import { Readable } from 'node:stream'
import type { MediaFile } from '#engine/reading/media-file'
import type { StoredFile } from '#engine/sealed/stored-file'
import { streamStored } from '#engine/sealed/stream-stored'
import { type ByteRange, parseByteRange } from '#main/byte-range'
import { COMMON_HEADERS, RESOURCE_POLICY } from '#main/content-policy'
import { isPlayableType } from '#shared/model/playable-types'

/**
 * Sound or film from its original, whole or the stretch asked for: the file is read as it plays, never held. Undefined for types that
 * are not listed; 416 for a stretch that is not there.
 */
export function mediaResponse({ file, mediaType, sizeBytes }: MediaFile, range: string | null): Response | undefined {
  if (!isPlayableType(mediaType)) return undefined
  const asked = range === null ? 'whole' : parseByteRange(range, sizeBytes)
  if (asked === 'unsatisfiable') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${sizeBytes}` } })
  const whole: ByteRange = { start: 0, end: sizeBytes - 1 }
  const { start, end } = asked === 'whole' ? whole : asked
  return new Response(sizeBytes === 0 ? null : stretchOf(file, start, end), {
    status: asked === 'whole' ? 200 : 206,
    headers: {
      ...COMMON_HEADERS,
      'content-type': mediaType,
      'content-length': String(end - start + 1),
      'accept-ranges': 'bytes',
      ...(asked === 'whole' ? {} : { 'content-range': `bytes ${start}-${end}/${sizeBytes}` }),
      'content-security-policy': RESOURCE_POLICY,
      'cache-control': 'no-store'
    }
  })
}

function stretchOf(file: StoredFile, start: number, end: number): ReadableStream<Uint8Array> {
  // One class at run time, declared twice: by Node.js, and by the library of types that its own `Response` goes by.
  return Readable.toWeb(Readable.from(streamStored(file, { start, end }), { objectMode: false })) as ReadableStream<Uint8Array>
}
