/** What spreadsheets take for the beginning of a formula, in the full width of East Asian letters too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A value as a cell of CSV (RFC 4180). A cell that a spreadsheet would run as a formula begins with an apostrophe instead, so that a line
 * of a stranger's list can do nothing on the machine of whoever opens the export.
 */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  // Semicolons and tabs part cells where a spreadsheet expects them instead of commas.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A row of CSV with its line end. */
export const csvRow = (values: readonly (string | number)[]): string => `${values.map(csvCell).join(',')}\r\n`
