/** How often something is killed, and at which moments. Every round can be made again by itself: CONTRIBUTING.md says how. */
import { beforeEach } from 'vitest'
import { random } from '#tests/support/random'

export const SEED = Number(process.env.SANAD_KILL_SEED ?? Date.now() % 2 ** 31)

const asked = process.env.SANAD_KILL_ROUNDS === undefined ? undefined : Number(process.env.SANAD_KILL_ROUNDS)
const only = process.env.SANAD_KILL_ROUND === undefined ? undefined : Number(process.env.SANAD_KILL_ROUND)
/** When what is left of the rounds is left out: milliseconds since 1970. */
const UNTIL = Number(process.env.SANAD_FUZZ_UNTIL ?? Number.POSITIVE_INFINITY)

/** Numbers of the rounds of one kind of work, from 1 on: `usual` in `npm test`, what `npm run torture` asks for otherwise. */
export function roundsOf(usual: number): number[] {
  if (only !== undefined) return [only]
  return Array.from({ length: asked ?? usual }, (_, round) => round + 1)
}

/** Numbers from 0 to 1 that the seed, the kind of work and the round decide. */
export function momentsOf(kind: string, round: number): () => number {
  let hash = SEED | 0
  for (const byte of Buffer.from(`${kind} ${round}`)) hash = (Math.imul(hash, 31) + byte) | 0
  return random(hash)
}

/** Within `describe`: what is not begun when time is up is skipped, and counted as such. */
export function leaveOutWhenTimeIsUp(): void {
  beforeEach(({ skip }) => {
    if (Date.now() > UNTIL) skip()
  })
}
