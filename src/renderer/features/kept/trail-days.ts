import type { TrailEntry } from '#shared/model/trail'

/** The entries of one day, newest first. `day` is its beginning, local time, in milliseconds since 1970. */
export type TrailDay = Readonly<{ day: number; entries: readonly TrailEntry[] }>

/** Entries, newest first, by the day they were run on where the person is. */
export function trailDays(entries: readonly TrailEntry[]): TrailDay[] {
  const days = new Map<number, TrailEntry[]>()
  for (const entry of entries) {
    const day = new Date(entry.at).setHours(0, 0, 0, 0)
    const known = days.get(day)
    if (known) known.push(entry)
    else days.set(day, [entry])
  }
  return [...days].sort(([a], [b]) => b - a).map(([day, found]) => ({ day, entries: found }))
}
