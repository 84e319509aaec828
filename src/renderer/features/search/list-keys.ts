/**
 * The row that a step from the cursor starts at. The cursor's document may be gone from its row (a document that was read leaves the
 * unread ones): the rows after it have then moved up by one.
 */
export function stepStart(index: number, isGone: boolean, step: 1 | -1): number {
  return isGone && step === 1 ? index - 1 : index
}

/** Where a key takes the cursor of a list of `count` rows; undefined for keys that do not move it. `index` is -1 before the first move. */
export function keyTarget(key: string, index: number, count: number, pageRows: number): number | undefined {
  if (count === 0) return undefined
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1)
    case 'ArrowUp':
      return Math.max(0, index < 0 ? 0 : index - 1)
    case 'PageDown':
      return Math.min(last, Math.max(0, index) + pageRows)
    case 'PageUp':
      return Math.max(0, index - pageRows)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
