/** Every regular expression that the program's sources write down, and what could make each of them slow. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createContext, Script } from 'node:vm'
import { parseSync } from 'vite'

export type OwnPattern = Readonly<{ pattern: string; flags: string; file: string }>

const sources = resolve(import.meta.dirname, '../../src')

/** Each once, with a file that has it. */
export function ownPatterns(): OwnPattern[] {
  const found = new Map<string, OwnPattern>()
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue
    const waiting: unknown[] = [parseSync(file, readFileSync(join(sources, file), 'utf8')).program]
    while (waiting.length > 0) {
      const node = waiting.pop()
      if (typeof node !== 'object' || node === null) continue
      const regex: unknown = Reflect.get(node, 'regex')
      if (Reflect.get(node, 'type') === 'Literal' && typeof regex === 'object' && regex !== null) {
        const [pattern, flags] = [String(Reflect.get(regex, 'pattern')), String(Reflect.get(regex, 'flags'))]
        found.set(`/${pattern}/${flags}`, { pattern, flags, file })
      }
      waiting.push(...Object.values(node))
    }
  }
  return [...found.values()]
}

/** What is repeated to make a pattern slow: single characters, those it names among them, and pairs of them. */
function pumpsFor({ pattern }: OwnPattern): string[] {
  const named = pattern.replaceAll(/\\[pPxu]\{?[\w=]*\}?|\\[nrtfsSdDwWbB]/g, '').replaceAll(/[\\^$*+?|{}()[\]]/g, '')
  const letters = [...new Set(['a', ' ', '0', '-', '\n', '<', '"', '(', '.', 'ا', ...named])].slice(0, 28)
  const first = letters.slice(0, 9)
  return [...letters, ...first.flatMap((one) => first.flatMap((other) => (one === other ? [] : [one + other])))]
}

/** Where patterns are run, so that one that does not end can be stopped. */
const place: { text: string; regex: RegExp } = { text: '', regex: /./ }
createContext(place)
const REPLACE = new Script('text.replace(regex, "")')
const FIND = new Script('regex.exec(text)')

/** Milliseconds of this process alone, so that what else the machine does is not counted; `limit` when it took longer than that. */
export function cpuTime({ pattern, flags }: OwnPattern, text: string, limit: number): number {
  place.text = text
  place.regex = new RegExp(pattern, flags.replace('y', 'g'))
  const before = process.cpuUsage().user
  try {
    ;(flags.includes('g') ? REPLACE : FIND).runInContext(place, { timeout: 4 * limit })
  } catch {
    return limit
  }
  return Math.min((process.cpuUsage().user - before) / 1000, limit)
}

const SHORT = 4000
/** So much longer a text takes a linear pattern so much longer. */
const TIMES = 4
/** Below this, in milliseconds, nothing is told from the noise. */
const NOISE = 4
const LIMIT = 500

/** What makes a pattern take time beyond all proportion to the text; undefined where nothing that was tried does. */
export function slowPump(own: OwnPattern): string | undefined {
  return pumpsFor(own).find((pump) => {
    const text = (times: number): string => `${pump.repeat((SHORT * times) / pump.length)}\u0001`
    const short = cpuTime(own, text(1), LIMIT)
    if (short < NOISE || short >= LIMIT) return short >= LIMIT
    // Once more: the first run of a pattern compiles it.
    const again = Math.min(short, cpuTime(own, text(1), LIMIT))
    if (again < NOISE) return false
    return cpuTime(own, text(TIMES), LIMIT) > again * TIMES * 2
  })
}
