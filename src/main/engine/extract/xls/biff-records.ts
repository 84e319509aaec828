/** One record of an Excel file (MS-XLS) with the records that continue it. */
export type BiffRecord = Readonly<{ type: number; position: number; parts: readonly Buffer[] }>

const CONTINUE = 0x3c

/** The records of a stream, in order. Never throws; cost: linear. */
export function* biffRecords(stream: Buffer): Generator<BiffRecord> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const position = at
    const type = stream.readUInt16LE(at)
    const parts: Buffer[] = []
    do {
      const end = at + 4 + stream.readUInt16LE(at + 2)
      parts.push(stream.subarray(at + 4, end))
      at = end
    } while (at + 4 <= stream.length && stream.readUInt16LE(at) === CONTINUE)
    yield { type, position, parts }
  }
}
