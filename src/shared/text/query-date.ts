import { foldWord } from '#shared/text/fold'

const WRITTEN = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/

const two = (value: number) => String(value).padStart(2, '0')

/**
 * The first day of a year, month or day typed in a query, as `YYYY-MM-DD`; any script's digits. Undefined when it names no day
 * of the Gregorian calendar (`2020-13`, `20x`).
 */
export function firstDayOf(typed: string): string | undefined {
  const ascii = [...typed.trim()].map((character) => foldWord(character) || character).join('')
  const found = WRITTEN.exec(ascii)
  if (!found) return undefined
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)]
  const date = new Date(Date.UTC(year, month - 1, day))
  date.setUTCFullYear(year)
  const isReal = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? `${found[1]}-${two(month)}-${two(day)}` : undefined
}

/** The day before `day` (`YYYY-MM-DD`); undefined where there is none in the calendar of years after Christ. */
export function dayBefore(day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.getUTCFullYear() > 0 ? date.toISOString().slice(0, 10) : undefined
}
