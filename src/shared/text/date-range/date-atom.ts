import type { DateCalendar } from '#shared/text/date-range/date-calendar'

/** What a number or word of a date says. `hijri` is an era that is written for both calendars that count from the Hijra. */
export type DateAtom =
  | Readonly<{ kind: 'number'; value: number; digits: number }>
  | Readonly<{ kind: 'numeric'; year: number; month: number; day?: number }>
  | Readonly<{ kind: 'month'; calendar: DateCalendar; number: number }>
  | Readonly<{ kind: 'season'; number: Season }>
  | Readonly<{ kind: 'era'; era: DateCalendar | 'hijri' }>
  | Readonly<{ kind: 'part'; part: DatePart }>
  /** `numbering`: whose decades two digits name, 1980s or those of 1360. */
  | Readonly<{ kind: 'decade'; numbering: 'gregory' | 'persian' }>
  /** Stands between the two ends of a range: `and` only after `between`, `at` only where something stands before it. */
  | Readonly<{ kind: 'to' | 'at' | 'and' | 'dots' | 'dash' }>
  | Readonly<{ kind: 'bound'; bound: DateBound }>
  | Readonly<{ kind: 'noise' }>

/** Spring is 1, winter 4. */
export type Season = 1 | 2 | 3 | 4
export type DatePart = 'early' | 'mid' | 'late' | 'first-half' | 'second-half'
/** `from` is `since` unless an end follows; `onwards` and `backwards` stand after their date. */
export type DateBound = 'before' | 'after' | 'since' | 'until' | 'between' | 'from' | 'onwards' | 'backwards'
