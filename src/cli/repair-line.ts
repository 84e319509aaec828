import type { RepairProgress } from '#shared/model/integrity'

const WORDS = {
  copying: 'copying what can be read',
  index: 'making the index anew',
  reading: 'reading originals again',
  checking: 'checking'
} as const

/** What draws one line about a repair on standard error, while that is a terminal. */
export function repairLine(): (progress: RepairProgress) => void {
  if (!process.stderr.isTTY) return () => undefined
  return ({ stage, done, total }) => void process.stderr.write(`\r\u001b[K${WORDS[stage]}: ${done} of ${total}`)
}
