/** A date as precise as its source: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The date's first day as the number YYYYMMDD; undefined for anything that is not a partial date of the Gregorian calendar. */
export function firstDay(date: string): number | undefined {
  const match = PARTIAL_DATE.exec(date)
  if (!match) return undefined
  const year = Number(match[1])
  const month = match[2] === undefined ? 1 : Number(match[2])
  if (year < 1 || month < 1 || month > 12) return undefined
  const day = match[3] === undefined ? 1 : Number(match[3])
  if (day < 1 || day > daysIn(year, month)) return undefined
  return year * 10_000 + month * 100 + day
}
