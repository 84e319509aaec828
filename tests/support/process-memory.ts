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

/** How often these bytes stand in what a process may write to: its heaps, stacks and shared memory. Cost: about a second for each GB. */
export function countInMemory(pid: number, wanted: Readonly<Record<string, Uint8Array>>): Record<string, number> {
  const found: Record<string, number> = Object.fromEntries(Object.keys(wanted).map((name) => [name, 0]))
  const maps = unlessGone(() => readFileSync(`/proc/${pid}/maps`, 'latin1')) ?? ''
  const memory = unlessGone(() => openSync(`/proc/${pid}/mem`, 'r'))
  if (memory === undefined) return found
  const piece = Buffer.alloc(PIECE + OVERLAP)
  for (const line of maps.split('\n')) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    if (!from || !to) continue
    const end = Number.parseInt(to, 16)
    for (let at = Number.parseInt(from, 16); at < end; at += PIECE) {
      const length = Math.min(piece.length, end - at)
      const read = unlessGone(() => readSync(memory, piece, 0, length, at)) ?? 0
      for (const [name, bytes] of Object.entries(wanted))
        found[name] = (found[name] ?? 0) + countIn(piece.subarray(0, read), bytes)
    }
  }
  // It may be this very process that is looked into.
  piece.fill(0)
  closeSync(memory)
  return found
}

const PIECE = 4 << 20
/** Longer than anything that is looked for. */
const OVERLAP = 256

function countIn(piece: Buffer, bytes: Uint8Array): number {
  let count = 0
  for (let at = piece.indexOf(bytes); at >= 0 && at < PIECE; at = piece.indexOf(bytes, at + 1)) count += 1
  return count
}

function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
