import type { ArchiveSession } from '#main/archive-session'
import type { EventHub } from '#main/event-hub'
import type { Blank } from '#main/lock/blank'

export type WindowLock = Readonly<{
  /** What Ctrl+L does: locks an archive that has a passphrase, covers the window where there is none. The window is blank at once. */
  now: () => void
  /** Locks an archive that has a passphrase, and leaves every other as it is. `inHaste`: no time for work to come to an end. */
  ifEncrypted: (inHaste: boolean) => void
  isCovered: () => boolean
  /** The page draws nothing of an archive any more. */
  isCalm: () => void
  uncover: () => void
}>

export type WindowLockParts = Readonly<{
  archives: Pick<ArchiveSession, 'isLockable' | 'lock' | 'passphraseWork'>
  blank: Blank
  events: EventHub
  /** Forgets a damaged archive that was unlocked and did not open, with its keys. False when there is none. */
  forgetDamaged: () => boolean
  /** Puts a fresh page in a fresh process in the place of the window's. `inHaste`: the old one's is ended before this returns. */
  replacePage: (inHaste: boolean) => Promise<void>
  /** Ends what other processes hold of documents, and forgets what this one remembers of them. */
  forgetAll: () => Promise<void>
  /** Closes what stands over the window and belongs to no page: menus, developer tools. */
  closeOverlays: () => void
  setMuted: (muted: boolean) => void
  /** Overwrites what is left of texts in freed memory. Never rejects. */
  wipeMemory: () => Promise<void>
  onFault: (sentence: string, error: unknown) => void
}>

/** How long work may take to come to an end before it is cut off, in milliseconds. Nothing that was said to be done is lost by that. */
const PATIENCE_MS = 1_500

/**
 * Hides the window's content. The order is what counts: first the window is blank, by a ground that the main process draws; then the
 * archive's threads and keys go; then the page's process. The ground goes once the new page, or its cover, stands. What is left of texts in
 * freed memory is overwritten at the end.
 */
export function createWindowLock(parts: WindowLockParts): WindowLock {
  const { archives, blank, events, forgetDamaged, replacePage, forgetAll, closeOverlays, setMuted, wipeMemory, onFault } = parts
  let covered = false

  const hide = (): void => {
    blank.raise()
    closeOverlays()
  }
  const cover = (shown: boolean): void => {
    covered = shown
    setMuted(shown)
    events.emit('window.covered', shown)
  }
  const lock = async (inHaste: boolean, isForgotten: boolean): Promise<void> => {
    // The ways to mend a damaged archive that was forgotten stand in the page: it goes too.
    const isReady = isForgotten || archives.isLockable()
    const ended = archives.lock(inHaste ? 0 : PATIENCE_MS)
    // The page need not wait for threads to end; where it is not known yet whether there is a passphrase, it must.
    const replaced = isReady ? replacePage(inHaste) : undefined
    if (inHaste) void forgetAll()
    // A change of the passphrase is waited for; until then nobody need look at an empty window.
    if (archives.passphraseWork() !== null) cover(true)
    const outcome = await ended
    if (outcome === 'locked' || isReady) {
      await (replaced ?? replacePage(inHaste))
      await forgetAll()
    }
    // The cover lowers the ground once it stands.
    if (outcome === 'plain') return cover(true)
    if (covered) cover(false)
    blank.lower()
    // Last: nobody waits for it, and by now all that held text has let go of it.
    if (outcome === 'locked' || isReady) await wipeMemory()
  }
  const begin = (inHaste: boolean, isForgotten: boolean): void => {
    hide()
    void lock(inHaste, isForgotten).catch((error: unknown) => onFault('locking did not go to its end', error))
  }
  return {
    now: () => {
      if (!blank.isUp() && !covered) begin(false, forgetDamaged())
    },
    ifEncrypted: (inHaste) => {
      const isForgotten = forgetDamaged()
      if (isForgotten || archives.isLockable()) begin(inHaste, isForgotten)
    },
    isCovered: () => covered,
    isCalm: () => blank.lower(),
    uncover: () => {
      if (!covered) return
      cover(false)
      // A page that was busy may never have drawn its cover.
      blank.lower()
    }
  }
}
