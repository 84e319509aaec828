import { describe, expect, it } from 'vitest'
import type { LockOutcome } from '#main/archive-session'
import { createEventHub } from '#main/event-hub'
import { createWindowLock } from '#main/lock/window-lock'

/** A window whose parts write down what is asked of them; `archive` decides what a wish to lock comes to. */
function room(
  archive: Readonly<{ lockable: boolean; outcome: LockOutcome; ended?: Promise<void>; working?: boolean; damaged?: boolean }>
) {
  const done: string[] = []
  let isUp = false
  const events = createEventHub()
  events.on('window.covered', (covered) => done.push(covered ? 'covered' : 'uncovered'))
  const lock = createWindowLock({
    archives: {
      isLockable: () => archive.lockable,
      lock: async (patienceMs) => {
        done.push(`lock ${patienceMs}`)
        await archive.ended
        return archive.outcome
      },
      passphraseWork: () => (archive.working ? { what: 'set', name: 'A', done: 0, total: 1 } : null)
    },
    blank: {
      raise: () => {
        isUp = true
        done.push('blank')
      },
      lower: () => {
        if (isUp) done.push('seen')
        isUp = false
      },
      isUp: () => isUp
    },
    events,
    forgetDamaged: () => archive.damaged === true,
    replacePage: async (inHaste) => void done.push(inHaste ? 'page ended' : 'page replaced'),
    forgetAll: async () => void done.push('forgotten'),
    closeOverlays: () => void done.push('overlays closed'),
    setMuted: (muted) => void done.push(muted ? 'muted' : 'heard'),
    wipeMemory: async () => void done.push('memory wiped'),
    onFault: (_sentence, error) => void done.push(String(error))
  })
  const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))
  return { lock, done, settled }
}

describe('hiding what the window shows', () => {
  it('is blank before anything else, and asks for the passphrase once everything is gone', async () => {
    const { lock, done, settled } = room({ lockable: true, outcome: 'locked' })
    lock.now()
    expect(done.slice(0, 4)).toEqual(['blank', 'overlays closed', 'lock 1500', 'page replaced'])
    await settled()
    expect(done.slice(4)).toEqual(['forgotten', 'seen', 'memory wiped'])
    expect(lock.isCovered()).toBe(false)
  })

  it('does everything that can be done at once before it returns, when the machine goes to sleep', () => {
    const { lock, done } = room({ lockable: true, outcome: 'locked' })
    lock.ifEncrypted(true)
    expect(done).toEqual(['blank', 'overlays closed', 'lock 0', 'page ended', 'forgotten'])
  })

  it('covers a window whose archive has no passphrase, which stays blank until its cover stands', async () => {
    const { lock, done, settled } = room({ lockable: false, outcome: 'plain' })
    lock.now()
    await settled()
    expect(done).toEqual(['blank', 'overlays closed', 'lock 1500', 'muted', 'covered'])
    lock.now()
    lock.isCalm()
    expect(done.at(-1)).toBe('seen')
    expect(lock.isCovered()).toBe(true)
    lock.uncover()
    lock.uncover()
    expect(done.slice(-2)).toEqual(['heard', 'uncovered'])
    expect(lock.isCovered()).toBe(false)
  })

  it.each(['by hand', 'by itself'])('replaces the page of a damaged archive whose keys were forgotten, %s', async (how) => {
    const { lock, done, settled } = room({ lockable: false, outcome: 'nothing-open', damaged: true })
    if (how === 'by hand') lock.now()
    else lock.ifEncrypted(false)
    await settled()
    expect(done).toEqual(['blank', 'overlays closed', 'lock 1500', 'page replaced', 'forgotten', 'seen', 'memory wiped'])
  })

  it('is not left blank when it is uncovered before its cover was drawn', async () => {
    const { lock, done, settled } = room({ lockable: false, outcome: 'plain' })
    lock.now()
    await settled()
    lock.uncover()
    expect(done.slice(-3)).toEqual(['heard', 'uncovered', 'seen'])
  })

  it('never locks by itself what has no passphrase', () => {
    const { lock, done } = room({ lockable: false, outcome: 'plain' })
    lock.ifEncrypted(true)
    lock.ifEncrypted(false)
    expect(done).toEqual([])
  })

  it('shows the window again when nothing is open', async () => {
    const { lock, done, settled } = room({ lockable: false, outcome: 'nothing-open' })
    lock.now()
    await settled()
    expect(done).toEqual(['blank', 'overlays closed', 'lock 1500', 'seen'])
  })

  it('covers the window while a passphrase is being set, and locks once that is done', async () => {
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const { lock, done, settled } = room({ lockable: false, outcome: 'locked', ended, working: true })
    lock.now()
    expect(done).toEqual(['blank', 'overlays closed', 'lock 1500', 'muted', 'covered'])
    lock.isCalm()
    end()
    await settled()
    expect(done.slice(5)).toEqual(['seen', 'page replaced', 'forgotten', 'heard', 'uncovered', 'memory wiped'])
  })
})
