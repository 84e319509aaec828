/** What the operating system tells of the person and the machine. */
export type PowerSource = Readonly<{
  /** Seconds since the last key press or movement of the mouse, anywhere. Always 0 where the system does not tell (many a Wayland desktop). */
  idleSeconds: () => number
  /** The same in Sanad's own window. */
  ownIdleSeconds: () => number
  /** Whether the screen is locked now, as far as the system tells; Linux tells of it in no other way. */
  isScreenLocked: () => boolean
  on: (event: 'lock-screen' | 'suspend' | 'shutdown', listener: () => void) => void
}>

export type AutoLockParts = Readonly<{
  power: PowerSource
  /** As set now; 0: never. */
  minutes: () => number
  /** Locks an archive that has a passphrase. `inHaste`: there may be no time for anything after this call returns. */
  lock: (inHaste: boolean) => void
}>

/** How often the idle time is looked at. */
const LOOK_MS = 5_000

/**
 * Locks by itself: after the idle time that is set; and always when the screen is locked, the machine goes to sleep or shuts down. Until the
 * system was seen to count idle time at all, it is the time without a key or the mouse in Sanad's window.
 * Answers with one look, which is taken every five seconds, also while a native dialog is open.
 */
export function startAutoLock({ power, minutes, lock }: AutoLockParts): () => void {
  let isCounted = false
  let wasLocked = false
  const idle = (): number => {
    const seconds = power.idleSeconds()
    isCounted ||= seconds > 0
    return isCounted ? seconds : power.ownIdleSeconds()
  }
  const look = (): void => {
    const isLocked = power.isScreenLocked()
    const isLeft = isLocked && !wasLocked
    wasLocked = isLocked
    const limit = minutes() * 60
    if (isLeft || (limit > 0 && idle() >= limit)) lock(false)
  }
  // It keeps no program alive that wants to end.
  setInterval(look, LOOK_MS).unref()
  power.on('lock-screen', () => lock(false))
  power.on('suspend', () => lock(true))
  power.on('shutdown', () => lock(true))
  return look
}
