import { statSync } from 'node:fs'
import { SanadError } from '#shared/errors'

/** A connection of the driver; no more of it is needed here. */
type Connected = Readonly<{ name: string }>
type Place = Readonly<{ dev: number; ino: number }>

const places = new WeakMap<Connected, Place>()

function placeOf({ name }: Connected): Place | undefined {
  const status = statSync(name, { throwIfNoEntry: false })
  // Some file systems number no files: there is nothing to go by.
  return status === undefined || status.ino === 0 ? undefined : { dev: status.dev, ino: status.ino }
}

/** Remembers which file was opened. */
export function rememberPlace(db: Connected): void {
  const place = placeOf(db)
  if (place) places.set(db, place)
}

/**
 * Throws SanadError `archive-moved` when the file that was opened is not at its place any more. A deleted file takes whatever is written
 * to it, on most systems, and is gone when it is closed: nothing may be called saved then. Cost: a few microseconds.
 */
export function demandInPlace(db: Connected): void {
  const opened = places.get(db)
  if (!opened) return
  const now = placeOf(db)
  if (now?.ino === opened.ino && now.dev === opened.dev) return
  throw new SanadError('archive-moved', `The archive is not at ${db.name} any more. Nothing more is written to it.`)
}
