/** How much is fuzzed, from where on, and what came of it. */
import { appendFileSync } from 'node:fs'

/** Cases of each target. Five hundred in `npm test`; `npm run torture` asks for more. */
export const CASES = Number(process.env.SANAD_FUZZ_CASES ?? 500)
/** Every run with the same seed makes the same cases. */
export const SEED = Number(process.env.SANAD_FUZZ_SEED ?? 1988)

/** When what is left of the cases is left out: milliseconds since 1970. */
const UNTIL = Number(process.env.SANAD_FUZZ_UNTIL ?? Number.POSITIVE_INFINITY)
export const isTimeUp = (): boolean => Date.now() > UNTIL

/** For fast-check: as many runs as there are cases, from the seed on. It prints seed and path of what fails by itself. */
export const propertyOptions = {
  numRuns: CASES,
  seed: SEED,
  ...(Number.isFinite(UNTIL)
    ? { interruptAfterTimeLimit: Math.max(1000, UNTIL - Date.now()), markInterruptAsFailure: false }
    : {})
}

/** What fuzzing one target came to. Everything but `cases` is counted only where it can happen. */
export type Outcome = Readonly<{
  target: string
  cases: number
  refusals?: number
  timedOut?: number
  outOfMemory?: number
  /** Parser processes that died otherwise. */
  died?: number
}>

/** Prints what was counted, and writes it where the torture script adds it up. */
export function report(outcome: Outcome): void {
  const counts = Object.entries(outcome).flatMap(([name, value]) => (name === 'target' ? [] : [`${name} ${value}`]))
  process.stdout.write(`      fuzzed ${outcome.target}: ${counts.join(', ')}\n`)
  const file = process.env.SANAD_FUZZ_REPORT
  if (file) appendFileSync(file, `${JSON.stringify(outcome)}\n`)
}
