import type { ProblemCode } from '#shared/model/document'

/** What the window can do about files with a trouble. `none`: the sentence says what the person can do. */
export type Help = 'read-again' | 'ocr' | 'unlock' | 'none'

/** Trouble that another reading may end: it was bad luck, or a newer version reads better. */
const READ_AGAIN: ReadonlySet<ProblemCode> = new Set([
  'timed-out',
  'out-of-memory',
  'reader-crashed',
  'damaged',
  'partly-read',
  'too-complex',
  'too-large',
  'not-readable-yet'
])

/** What helps against this trouble. */
export function helpFor(code: ProblemCode): Help {
  if (READ_AGAIN.has(code)) return 'read-again'
  if (code === 'needs-ocr' || code === 'ocr-failed') return 'ocr'
  return code === 'locked' || code === 'wrong-password' ? 'unlock' : 'none'
}
