/** The longest text that a cell may have. */
const LONGEST = 32_767

/**
 * The text of a cell as it stands in a row: characters that XML has no place for are written `_x000D_` and read; a tab is a space, since
 * tabs part the cells of a row; empty lines are left out.
 */
export function cellString(written: string): string {
  let text = written.length > LONGEST ? written.slice(0, LONGEST) : written
  if (text.includes('_x'))
    text = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => controlOf(Number.parseInt(code, 16)))
  if (/[\t\r\n]/.test(text)) text = text.replace(/\t/g, ' ').replace(/(?<! ) *[\r\n]+/g, '\n')
  return text.trim()
}

function controlOf(code: number): string {
  if (code === 0x0d || code === 0x0a) return '\n'
  return code < 0x20 ? ' ' : String.fromCharCode(code)
}
