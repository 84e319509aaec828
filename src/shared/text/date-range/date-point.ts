import type { DateAtom, DatePart, Season } from '#shared/text/date-range/date-atom'
import type { DateCalendar } from '#shared/text/date-range/date-calendar'

/** One end of a range as far as it was written out; the other end may hold the rest. */
export type DatePoint = Readonly<{
  day?: number
  month?: number
  season?: Season
  year?: number
  part?: DatePart
  /** A decade; of two digits, whose. */
  decade?: 'gregory' | 'persian'
  /** Said by a month name. */
  monthCalendar?: DateCalendar
  era?: DateCalendar | 'hijri'
}>

type Draft = { -readonly [K in keyof DatePoint]: DatePoint[K] }

/** Puts together what the parts of one end say; undefined when they contradict one another or say nothing. */
export function readPoint(atoms: readonly DateAtom[]): DatePoint | undefined {
  const point: Draft = {}
  for (const atom of atoms) if (!add(point, partial(atom))) return undefined
  if (point.season !== undefined && (point.month !== undefined || point.day !== undefined)) return undefined
  if (point.part !== undefined && point.day !== undefined) return undefined
  if (point.decade && !readDecade(point)) return undefined
  return atoms.length > 0 ? point : undefined
}

/** Adds what an atom says; false when something of it was said before. */
function add(point: Draft, said: DatePoint | undefined): boolean {
  if (!said) return false
  for (const key of Object.keys(said)) if (key in point) return false
  Object.assign(point, said)
  return true
}

function partial(atom: DateAtom): DatePoint | undefined {
  switch (atom.kind) {
    case 'number':
      if (atom.digits === 4) return { year: atom.value }
      return atom.digits <= 2 ? { day: atom.value } : undefined
    case 'numeric':
      return { year: atom.year, month: atom.month, ...(atom.day === undefined ? {} : { day: atom.day }) }
    case 'month':
      return { month: atom.number, monthCalendar: atom.calendar }
    case 'season':
      return { season: atom.number }
    case 'era':
      return { era: atom.era }
    case 'part':
      return { part: atom.part }
    case 'decade':
      return { decade: atom.numbering }
    default:
      return undefined
  }
}

/**
 * `1980s`, دهه ۱۳۶۰; of two digits, `80s` is of the twentieth century (and only from the thirties on, since the twenties are ours too),
 * and دهه ۶۰ without an era of the fourteenth of the Solar Hijri calendar.
 */
function readDecade(point: Draft): boolean {
  if (point.month !== undefined || point.season !== undefined) return false
  if (point.year === undefined && point.day !== undefined) {
    const isSolar = (point.era ?? point.decade) !== 'gregory'
    point.year = point.day + (isSolar ? 1300 : 1900)
    delete point.day
    if (!isSolar && point.year < 1930) return false
  }
  return point.day === undefined && point.year !== undefined && point.year % 10 === 0
}
