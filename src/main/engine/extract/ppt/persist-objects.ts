import { recordAt } from '#engine/extract/ppt/ppt-records'

const [USER_EDIT, PERSIST_DIRECTORY] = [0x0ff5, 0x1772]
/** Each saving in haste adds one. */
const MOST_EDITS = 10_000
const MOST_OBJECTS = 1_000_000

/** Where slides and notes lie: places in the stream by their numbers, and the number of the document itself. */
export type PersistObjects = Readonly<{ places: ReadonlyMap<number, number>; document: number }>

/** Follows the edits of a file from the last to the first; what a later one says goes before. `last` is where the last one lies. */
export function persistObjects(stream: Buffer, last: number): PersistObjects {
  const places = new Map<number, number>()
  let document = 0
  const seen = new Set<number>()
  for (let at = last; !seen.has(at) && seen.size < MOST_EDITS; ) {
    seen.add(at)
    const edit = recordAt(stream, at, stream.length)
    if (edit?.type !== USER_EDIT || edit.end - edit.start < 20) break
    document ||= stream.readUInt32LE(edit.start + 16)
    addDirectory(stream, stream.readUInt32LE(edit.start + 12), places)
    at = stream.readUInt32LE(edit.start + 8)
    if (at === 0) break
  }
  return { places, document }
}

/** Runs of numbers, each with its first, how many, and their places. */
function addDirectory(stream: Buffer, place: number, places: Map<number, number>): void {
  const directory = recordAt(stream, place, stream.length)
  if (directory?.type !== PERSIST_DIRECTORY) return
  for (let at = directory.start; at + 4 <= directory.end; ) {
    const run = stream.readUInt32LE(at)
    at += 4
    for (let number = run & 0xfffff, left = run >>> 20; left > 0 && at + 4 <= directory.end; left--, number++, at += 4)
      if (!places.has(number) && places.size < MOST_OBJECTS) places.set(number, stream.readUInt32LE(at))
  }
}
