/** Columns and rows of the largest sheets. */
export const MOST_COLUMNS = 16_384
export const MOST_ROWS = 1_048_576

/** A place on a sheet, 1-based. */
export type CellPlace = Readonly<{ column: number; row: number }>

/** `AB12` as 1-based numbers; undefined for what is no place on a sheet. */
export function cellPlace(reference: string | undefined): CellPlace | undefined {
  if (reference === undefined) return undefined
  let column = 0
  let at = 0
  for (; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & ~0x20
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  let row = 0
  for (let digit = at; digit < reference.length && digit < at + 8; digit++) {
    const value = reference.charCodeAt(digit) - 0x30
    if (value < 0 || value > 9) break
    row = row * 10 + value
  }
  return column < 1 || column > MOST_COLUMNS || row < 1 || row > MOST_ROWS ? undefined : { column, row }
}
