/** Looks for bytes in the memory of running processes, as whoever has the computer in their hands can. Linux, and processes one may trace. */
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

/** A process and all it started, by the parents that the system names. */
export function processesBelow(root: number): number[] {
  if (process.platform !== 'linux') return []
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = unlessGone(() => readFileSync(`/proc/${name}/stat`, 'latin1'))
      const parent = stat && /\) \S (\d+) /.exec(stat)?.[1]
      return parent ? [[Number(name), Number(parent)] as const] : []
    })
  const below = [root]
  for (const pid of below) below.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child))
  return below
}

/** How often these bytes stand in what a process may write to: its heaps, stacks and shared memory. */
export function countInMemory(pid: number, wanted: Readonly<Record<string, Uint8Array>>): Record<string, number> {
  const found: Record<string, number> = Object.fromEntries(Object.keys(wanted).map((name) => [name, 0]))
  const maps = unlessGone(() => readFileSync(`/proc/${pid}/maps`, 'latin1')) ?? ''
  const memory = unlessGone(() => openSync(`/proc/${pid}/mem`, 'r'))
  if (memory === undefined) return found
  for (const line of maps.split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    if (from && to) countBetween(memory, Number.parseInt(from, 16), Number.parseInt(to, 16), wanted, found)
  }
  closeSync(memory)
  return found
}

const PIECE = 4 << 20
/** Longer than anything that is looked for. */
const OVERLAP = 256

function countBetween(
  memory: number,
  from: number,
  to: number,
  wanted: Readonly<Record<string, Uint8Array>>,
  found: Record<string, number>
): void {
  const piece = Buffer.alloc(PIECE + OVERLAP)
  for (let at = from; at < to; at += PIECE) {
    const read = unlessGone(() => readSync(memory, piece, 0, Math.min(piece.length, to - at), at)) ?? 0
    for (const [name, bytes] of Object.entries(wanted))
      for (let place = piece.indexOf(bytes); place >= 0 && place < Math.min(PIECE, read); place = piece.indexOf(bytes, place + 1))
        found[name] = (found[name] ?? 0) + 1
    piece.fill(0)
  }
}

function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
