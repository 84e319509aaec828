/** The text of a table row: its cells joined by tabs, up to the last that is not empty. Cost: linear. */
export function joinCells(cells: readonly string[]): string {
  let end = cells.length
  while (end > 0 && cells[end - 1] === '') end--
  return (end === cells.length ? cells : cells.slice(0, end)).join('\t')
}
