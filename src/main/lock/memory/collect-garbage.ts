import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Only while the collection lasts: what V8 frees at other times need not cost a reader anything. */
const FLAGS = ['expose-gc', 'clear-free-memory']

/**
 * Frees all that nothing refers to in this thread's JavaScript heap, and has V8 overwrite it, which it otherwise does not. Strings can be
 * cleared in no other way. Cost: docs/decisions (35); it blocks the thread twice, with a turn for others between.
 */
export async function collectGarbage(): Promise<void> {
  for (const flag of FLAGS) setFlagsFromString(`--${flag}`)
  try {
    const collect: unknown = runInNewContext('typeof gc === "function" ? gc : undefined')
    if (typeof collect !== 'function') return
    turnNursery()
    collect()
    await new Promise((resolve) => setImmediate(resolve))
    // Subtle: the first one sweeps beside the program, and reads the flag as it goes; the second begins once that has ended.
    collect()
  } finally {
    for (const flag of FLAGS) setFlagsFromString(`--no-${flag}`)
  }
}

/** Young objects lie in two halves that are used by turns, and are not cleared by a collection: new ones are put over both. */
function turnNursery(): void {
  const kept: unknown[][] = []
  for (let i = 0; i < 8_000; i += 1) kept[i % 500] = new Array(128).fill(0)
  kept.length = 0
}
