/** One record of a PowerPoint file (MS-PPT, 2.3.1): its content lies from `start` to `end` of the stream. */
export type PptRecord = Readonly<{ type: number; instance: number; isContainer: boolean; start: number; end: number }>

const HEADER = 8
const CONTAINER = 0xf
/** Groups of shapes in groups. */
const DEEPEST = 40

/** The record whose header begins at `at`; undefined where there is room for none. One that says it is longer than `limit` ends there. */
export function recordAt(stream: Buffer, at: number, limit: number): PptRecord | undefined {
  if (at < 0 || at + HEADER > limit) return undefined
  const version = stream.readUInt16LE(at)
  const start = at + HEADER
  const end = Math.min(start + stream.readUInt32LE(at + 4), limit)
  return { type: stream.readUInt16LE(at + 2), instance: version >> 4, isContainer: (version & 0xf) === CONTAINER, start, end }
}

/** The records directly inside another, in order. */
export function* childrenOf(stream: Buffer, { start, end }: Pick<PptRecord, 'start' | 'end'>): Generator<PptRecord> {
  for (let at = start; ; ) {
    const record = recordAt(stream, at, end)
    if (!record) return
    yield record
    at = record.end
  }
}

/** All records inside another, outer ones before those inside them. Cost: linear in its length for each level, of which there are 40. */
export function* everythingIn(stream: Buffer, outer: Pick<PptRecord, 'start' | 'end'>, depth = 0): Generator<PptRecord> {
  for (const record of childrenOf(stream, outer)) {
    yield record
    if (record.isContainer && depth < DEEPEST) yield* everythingIn(stream, record, depth + 1)
  }
}
