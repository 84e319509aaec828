/** A remaining time, rounded to what a person can use; the catalogue words it. */
export type TimeLeft =
  | Readonly<{ unit: 'moment' }>
  | Readonly<{ unit: 'under-minute' }>
  | Readonly<{ unit: 'minutes'; minutes: number }>
  | Readonly<{ unit: 'hours'; hours: number; minutes: number }>

/**
 * Rounds seconds left so that the words do not flicker: seconds are not counted, minutes go up to the next whole one, and above an
 * hour to the next ten. Undefined while unknown.
 */
export function timeLeft(secondsLeft: number | null): TimeLeft | undefined {
  if (secondsLeft === null || !Number.isFinite(secondsLeft) || secondsLeft < 0) return undefined
  if (secondsLeft < 10) return { unit: 'moment' }
  if (secondsLeft < 45) return { unit: 'under-minute' }
  const minutes = Math.ceil(secondsLeft / 60 - 0.25)
  if (minutes < 60) return { unit: 'minutes', minutes: Math.max(1, minutes) }
  const tens = Math.ceil(minutes / 10) * 10
  return { unit: 'hours', hours: Math.floor(tens / 60), minutes: tens % 60 }
}
