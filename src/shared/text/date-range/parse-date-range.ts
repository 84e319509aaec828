import { isoDayPlus } from '#shared/text/date-range/calendar-days'
import type { DateAtom, DateBound } from '#shared/text/date-range/date-atom'
import type { DateCalendar } from '#shared/text/date-range/date-calendar'
import { readPoint } from '#shared/text/date-range/date-point'
import { lexDate } from '#shared/text/date-range/lex-date'
import { spanOf } from '#shared/text/date-range/point-span'
import { spanBetween } from '#shared/text/date-range/span-between'

/** Days as `YYYY-MM-DD`, both included; null where the range has no end. `calendar` is the one it was written in. */
export type DateRange = Readonly<{ from: string | null; to: string | null; calendar: DateCalendar }>

/** Longer than any date in words; keeps hostile values cheap. */
const LONGEST = 200

/**
 * The days that a date or a range of dates in words means: `1988`, `19 July 1988`, `19/7/1988` (day first), `summer 1988`,
 * `late 1988`, `1980s`, `June–September 1988`, `1988-07..`, `before 1988`, `du 19 juillet au 5 août 1988`, تموز ١٩٨٨, مرداد ۱۳۶۷,
 * دهه ۱۳۶۰, ذی‌الحجه ۱۴۰۸, `Dhu al-Hijjah 1408` … in Gregorian, Solar Hijri and Hijri years (see decision 0020 for what each word means
 * and how the calendar is told). Two dates of different calendars may be joined; ends in the wrong order change places.
 *
 * Undefined for anything else, a date that does not exist included. Never throws; linear in the text, of which 200 characters are allowed.
 *
 * Hijri days are those of the Umm al-Qura calendar: where months began by sighting the moon, a day may differ by one, rarely two.
 */
export function parseDateRange(text: string): DateRange | undefined {
  const atoms = text.length > LONGEST ? undefined : lexDate(text)
  if (!atoms || atoms.length === 0) return undefined
  const { bound, rest } = takeBound(atoms)
  if (bound === 'twice') return undefined
  const ends = splitEnds(rest, bound === 'between')
  if (!ends) return undefined
  return ends.length === 1 ? ofOne(ends[0], bound) : ofTwo(ends[0], ends[1], bound)
}

type Bounded = Readonly<{ bound: DateBound | undefined | 'twice'; rest: readonly DateAtom[] }>

/** The word before or behind the dates that says on which side of them the range lies. */
function takeBound(atoms: readonly DateAtom[]): Bounded {
  const [first, last] = [atoms[0], atoms.at(-1)]
  const isSuffix = last?.kind === 'bound' && (last.bound === 'onwards' || last.bound === 'backwards')
  const withoutLast = isSuffix ? atoms.slice(0, -1) : atoms
  if (first?.kind === 'bound') {
    const isAgreed = !isSuffix || first.bound === 'from' || first.bound === 'since'
    return { bound: isAgreed ? (isSuffix ? last.bound : first.bound) : 'twice', rest: withoutLast.slice(1) }
  }
  if (first?.kind === 'to') return { bound: isSuffix ? 'twice' : 'until', rest: atoms.slice(1) }
  if (first?.kind === 'at') return { bound: isSuffix ? last.bound : undefined, rest: withoutLast.slice(1) }
  return { bound: isSuffix ? last.bound : undefined, rest: withoutLast }
}

type Ends = readonly [readonly DateAtom[]] | readonly [readonly DateAtom[], readonly DateAtom[]]

/** One date, or the two on either side of the only word or sign that joins dates. An empty one is an open end. */
function splitEnds(atoms: readonly DateAtom[], isBetween: boolean): Ends | undefined {
  const at = atoms.findIndex((atom) => isJoint(atom, isBetween))
  if (at < 0) return [atoms]
  const [left, right, joint] = [atoms.slice(0, at), atoms.slice(at + 1), atoms[at]]
  const mayBeOpen = joint?.kind === 'dots' || (joint?.kind === 'dash' && left.length > 0)
  if (right.some((atom) => isJoint(atom, true)) || (!mayBeOpen && (left.length === 0 || right.length === 0))) return undefined
  return [left, right]
}

const isJoint = (atom: DateAtom, isBetween: boolean): boolean =>
  atom.kind === 'to' ||
  atom.kind === 'at' ||
  atom.kind === 'dots' ||
  atom.kind === 'dash' ||
  (atom.kind === 'and' && isBetween) ||
  (atom.kind === 'bound' && atom.bound === 'until')

function ofOne(atoms: readonly DateAtom[], bound: DateBound | undefined): DateRange | undefined {
  const point = readPoint(atoms)
  const span = point && spanOf(point, undefined)
  if (!span) return undefined
  const { calendar } = span
  switch (bound) {
    case undefined:
      return span
    case 'before':
      return bounded(null, isoDayPlus(span.from, -1), calendar)
    case 'after':
      return bounded(isoDayPlus(span.to, 1), null, calendar)
    case 'since':
    case 'from':
    case 'onwards':
      return { from: span.from, to: null, calendar }
    case 'until':
    case 'backwards':
      return { from: null, to: span.to, calendar }
    case 'between':
      return undefined
  }
}

const bounded = (from: string | null | undefined, to: string | null | undefined, calendar: DateCalendar) =>
  from === undefined || to === undefined ? undefined : { from, to, calendar }

function ofTwo(left: readonly DateAtom[], right: readonly DateAtom[], bound: DateBound | undefined): DateRange | undefined {
  if (bound !== undefined && bound !== 'between' && bound !== 'from' && bound !== 'since') return undefined
  if (left.length === 0) return bound === undefined ? ofOne(right, 'until') : undefined
  if (right.length === 0) return bound === undefined || bound === 'from' ? ofOne(left, 'since') : undefined
  const [first, second] = [readPoint(left), readPoint(right)]
  return first && second && spanBetween(first, second)
}
