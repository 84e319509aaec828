/** Where a key takes the cursor of a list of `count` rows; undefined for keys that do not move it. `index` is -1 before the first move. */
export function keyTarget(key: string, index: number, count: number, pageRows: number): number | undefined {
  if (count === 0) return undefined
  const within = (target: number): number => Math.min(count - 1, Math.max(0, target))
  switch (key) {
    case 'ArrowDown':
      return within(index + 1)
    case 'ArrowUp':
      return within(index - 1)
    case 'PageDown':
      return within(Math.max(0, index) + pageRows)
    case 'PageUp':
      return within(index - pageRows)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
