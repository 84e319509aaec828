/** Outlook messages (MS-OXMSG), for tests. */
import { type CfbStream, cfbFile } from '#tests/support/cfb-file'

/** Text in UTF-16; bytes as binary, or as text in 8 bits where `narrow` says so; numbers; times. */
export type MapiValue = string | Uint8Array | number | Date | Readonly<{ narrow: Uint8Array }>

/** Values by the number of their property, e.g. `0x0037` for the subject. */
export type MapiProperties = Readonly<Record<number, MapiValue>>

export type MsgParts = Readonly<{
  properties: MapiProperties
  receivers?: readonly MapiProperties[]
  /** `message` is a message inside; `object` the streams of another program. */
  attachments?: readonly Readonly<{
    properties: MapiProperties
    message?: MsgParts
    object?: readonly CfbStream[]
  }>[]
}>

const ROOT_HEAD = 32
const EMBEDDED_HEAD = 24
const PART_HEAD = 8
const DATA = 0x3701

export function msgFile(parts: MsgParts, more: readonly CfbStream[] = []): Buffer {
  return cfbFile([
    ...messageStreams(parts, '', ROOT_HEAD),
    { path: '__nameid_version1.0/__substg1.0_00020102', content: '' },
    ...more
  ])
}

function messageStreams({ properties, receivers = [], attachments = [] }: MsgParts, above: string, head: number): CfbStream[] {
  const place = (kind: string, at: number): string => `${above}__${kind}_version1.0_#${at.toString(16).padStart(8, '0')}/`
  return [
    ...propertyStreams(properties, above, head),
    ...receivers.flatMap((receiver, at) => propertyStreams(receiver, place('recip', at), PART_HEAD)),
    ...attachments.flatMap(({ properties: own, message, object }, at) => {
      const folder = place('attach', at)
      const inside = `${folder}${nameOf(DATA, '000D')}/`
      return [
        ...propertyStreams(own, folder, PART_HEAD),
        ...(message ? messageStreams(message, inside, EMBEDDED_HEAD) : []),
        ...(object ?? []).map(({ path, content }) => ({ path: `${inside}${path}`, content }))
      ]
    })
  ]
}

function propertyStreams(properties: MapiProperties, above: string, head: number): CfbStream[] {
  const streams: CfbStream[] = []
  const entries: Buffer[] = [Buffer.alloc(head)]
  for (const [key, value] of Object.entries(properties)) {
    const id = Number(key)
    const { type, fixed, content } = encoded(value)
    if (content) streams.push({ path: `${above}${nameOf(id, type)}`, content })
    const entry = Buffer.alloc(16)
    entry.writeUInt16LE(Number.parseInt(type, 16), 0)
    entry.writeUInt16LE(id, 2)
    entry.writeUInt32LE(6, 4)
    if (fixed) fixed.copy(entry, 8)
    else entry.writeUInt32LE(content?.length ?? 0, 8)
    entries.push(entry)
  }
  return [...streams, { path: `${above}__properties_version1.0`, content: Buffer.concat(entries) }]
}

const nameOf = (id: number, type: string): string => `__substg1.0_${id.toString(16).toUpperCase().padStart(4, '0')}${type}`

function encoded(value: MapiValue): { type: string; fixed?: Buffer; content?: Buffer } {
  const fixed = Buffer.alloc(8)
  if (typeof value === 'string') return { type: '001F', content: Buffer.from(value, 'utf16le') }
  if (typeof value === 'number') {
    fixed.writeInt32LE(value)
    return { type: '0003', fixed }
  }
  if (value instanceof Date) {
    fixed.writeBigUInt64LE((BigInt(value.getTime()) + 11_644_473_600_000n) * 10_000n)
    return { type: '0040', fixed }
  }
  return value instanceof Uint8Array
    ? { type: '0102', content: Buffer.from(value) }
    : { type: '001E', content: Buffer.from(value.narrow) }
}
