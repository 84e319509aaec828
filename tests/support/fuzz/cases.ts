/** How much is fuzzed, from where on, and what came of it. Every case can be made again by itself: CONTRIBUTING.md says how. */
import { appendFileSync } from 'node:fs'
import fc from 'fast-check'
import { numbers } from '#tests/support/damage'

/** Cases of each target. Five hundred in `npm test`; `npm run torture` asks for more. */
export const CASES = Number(process.env.SANAD_FUZZ_CASES ?? 500)
/** Every run with the same seed makes the same cases. */
export const SEED = Number(process.env.SANAD_FUZZ_SEED ?? 1988)
/** The one case that is made, of each target of the tests that are run. */
const ONLY = process.env.SANAD_FUZZ_CASE === undefined ? undefined : Number(process.env.SANAD_FUZZ_CASE)
/** Where fast-check goes straight to a failure: it prints seed and path of what fails. */
const PATH = process.env.SANAD_FUZZ_PATH

/** When what is left of the cases is left out: milliseconds since 1970. */
const UNTIL = Number(process.env.SANAD_FUZZ_UNTIL ?? Number.POSITIVE_INFINITY)
const PROGRESS_MS = 60_000

const isTimeUp = (): boolean => Date.now() > UNTIL

/** A case of a target: its number from 0 on, and numbers that the seed, the target and the case's number decide. */
export type Case = Readonly<{ number: number; random: Generator<number, never> }>

/**
 * Makes `wanted` cases of a target, `atOnce` of them at a time, until time is up; how many were made. The first that fails ends it, with
 * what repeats it.
 */
export async function eachCase(
  target: string,
  make: (one: Case) => unknown,
  { wanted = CASES, atOnce = 1 }: { wanted?: number; atOnce?: number } = {}
): Promise<number> {
  const tick = ticking(target, wanted)
  const end = ONLY === undefined ? wanted : Math.min(wanted, ONLY + 1)
  let next = ONLY ?? 0
  let made = 0
  const work = async (): Promise<void> => {
    while (next < end && !isTimeUp()) {
      const number = next++
      try {
        await make({ number, random: numbers(seedOf(target, number)) })
      } catch (error) {
        next = end
        throw new Error(`case ${number} of ${target} failed; SANAD_FUZZ_SEED=${SEED} SANAD_FUZZ_CASE=${number} makes it again`, {
          cause: error
        })
      }
      tick(++made)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return made
}

/** As `eachCase`, with the cases that fast-check makes of a property, and reported. `each`: cases in one run of the property. */
export async function checkProperty<T>(target: string, property: fc.IRawProperty<T>, each = 1): Promise<void> {
  const tick = ticking(target, CASES * each)
  let started = 0
  const watched = Object.create(property) as fc.IRawProperty<T>
  watched.run = (value) => {
    started++
    tick(started * each)
    return property.run(value)
  }
  const details = await fc.check(watched, {
    numRuns: CASES,
    seed: SEED,
    ...(PATH === undefined ? {} : { path: PATH, endOnFailure: true }),
    ...(Number.isFinite(UNTIL) ? { interruptAfterTimeLimit: Math.max(1, UNTIL - Date.now()), markInterruptAsFailure: false } : {})
  })
  if (details.failed) {
    const { counterexamplePath, seed } = details
    const again = `SANAD_FUZZ_SEED=${seed} SANAD_FUZZ_PATH=${counterexamplePath} makes it again`
    throw new Error(`a case of ${target} failed; ${again}\n${await fc.asyncDefaultReportMessage(details as never)}`, {
      cause: details.errorInstance
    })
  }
  report({ target, wanted: CASES * each, cases: details.numRuns * each })
}

/** What fuzzing one target came to. What is not named was not counted, as it can not happen there. */
export type Outcome = Readonly<{
  target: string
  /** More than `cases` where time was up. */
  wanted: number
  cases: number
  refusals?: number
  timedOut?: number
  outOfMemory?: number
  /** Parser processes that died otherwise. */
  died?: number
}>

/** Prints what was counted, and writes it where the torture script adds it up. */
export function report(outcome: Outcome): void {
  const { target, wanted, cases, ...counts } = outcome
  const left = cases < wanted && ONLY === undefined ? ` of ${wanted} (time was up)` : ''
  const rest = Object.entries(counts).map(([name, value]) => `, ${name} ${value}`)
  process.stdout.write(`      fuzzed ${target}: cases ${cases}${left}${rest.join('')}\n`)
  const file = process.env.SANAD_FUZZ_REPORT
  if (file) appendFileSync(file, `${JSON.stringify(outcome)}\n`)
}

/** Says once a minute how far a target is; silent in `npm test`, where none takes that long. */
function ticking(target: string, wanted: number): (made: number) => void {
  const begun = Date.now()
  let told = begun
  return (made) => {
    const now = Date.now()
    if (now - told < PROGRESS_MS) return
    told = now
    process.stdout.write(`      … ${target}: ${made} of ${wanted} after ${Math.round((now - begun) / 60_000)} min\n`)
  }
}

/** FNV-1a: a case's numbers must not depend on the cases before it. */
function seedOf(target: string, number: number): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(`${SEED} ${target} ${number}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}
