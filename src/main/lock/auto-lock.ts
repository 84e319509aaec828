/** What the operating system tells of the person and the machine. */
export type PowerSource = Readonly<{
  /** Seconds since the last key press or movement of the mouse, anywhere. */
  idleSeconds: () => number
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
 * Locks by itself: after the idle time that is set; and always when the screen is locked, the machine goes to sleep or shuts down.
 * Answers with one look at the idle time, which is taken every five seconds, also while a native dialog is open.
 */
export function startAutoLock({ power, minutes, lock }: AutoLockParts): () => void {
  const look = (): void => {
    const limit = minutes() * 60
    if (limit > 0 && power.idleSeconds() >= limit) lock(false)
  }
  // It keeps no program alive that wants to end.
  setInterval(look, LOOK_MS).unref()
  power.on('lock-screen', () => lock(false))
  power.on('suspend', () => lock(true))
  power.on('shutdown', () => lock(true))
  return look
}
