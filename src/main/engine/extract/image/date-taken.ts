/** `day` is `YYYY-MM-DD`; `full` has the time and zone as far as they are known, ISO 8601. */
export type TakenAt = Readonly<{ day: string; full: string }>

/** EXIF writes `2011:03:14 10:20:30`, XMP ISO 8601. */
const WRITTEN = /^(\d{4})[:-](\d{2})[:-](\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?/

/** The time a camera wrote; null for none, and for the zeros and impossible days of cameras whose clock was never set. */
export function dateTaken(written: string | null, zone: string | null): TakenAt | null {
  const match = WRITTEN.exec(written ?? '')
  if (!match) return null
  const [, year, month, dayOfMonth, time, ownZone] = match
  const day = `${year}-${month}-${dayOfMonth}`
  const parsed = new Date(`${day}T00:00:00Z`)
  if (Number(year) < 1800 || Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day)) return null
  if (time === undefined) return { day, full: day }
  const offset = ownZone ?? (zone !== null && /^(?:Z|[+-]\d{2}:\d{2})$/.test(zone) ? zone : '')
  return { day, full: `${day}T${time}${offset}` }
}
