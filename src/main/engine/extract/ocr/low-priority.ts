import { constants, setPriority } from 'node:os'

let isLow = false

/** Lets every other process go first, for the rest of this one's life. Where the system refuses, OCR is merely less considerate. */
export function yieldToOthers(): void {
  if (isLow) return
  isLow = true
  try {
    setPriority(constants.priority.PRIORITY_LOW)
  } catch {
    // Some sandboxes forbid it.
  }
}
