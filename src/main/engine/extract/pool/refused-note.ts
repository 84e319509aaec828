/** No answer begins with this byte: those are made by `v8.serialize`. */
const MARK = 0x01
const LONGEST = 60

/** The message by which a process says that something in it wanted to reach a network, and was refused. */
export function refusedNote(way: string): Uint8Array {
  return Uint8Array.of(MARK, ...Buffer.from(way.slice(0, LONGEST), 'latin1'))
}

/** The way out that such a message names, in harmless characters; undefined for every other message. */
export function readRefusedNote(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== MARK) return undefined
  return Buffer.from(bytes.subarray(1, 1 + LONGEST))
    .toString('latin1')
    .replace(/[^\w. ]/g, '')
}
