import { describe, expect, it } from 'vitest'
import { type PowerSource, startAutoLock } from '#main/lock/auto-lock'

function machine(minutes: number) {
  const listeners = new Map<string, () => void>()
  const locked: boolean[] = []
  const state = { idle: 0, own: 0, isScreenLocked: false, minutes }
  const power: PowerSource = {
    idleSeconds: () => state.idle,
    ownIdleSeconds: () => state.own,
    isScreenLocked: () => state.isScreenLocked,
    on: (event, listener) => void listeners.set(event, listener)
  }
  const look = startAutoLock({ power, minutes: () => state.minutes, lock: (inHaste) => void locked.push(inHaste) })
  return { state, look, locked, tell: (event: string) => listeners.get(event)?.() }
}

describe('locking by itself', () => {
  it('waits for the time that is set, and heeds another one at once', () => {
    const { state, look, locked } = machine(15)
    state.idle = 15 * 60 - 1
    look()
    expect(locked).toEqual([])
    state.idle = 15 * 60
    look()
    expect(locked).toEqual([false])
    state.minutes = 30
    look()
    expect(locked).toHaveLength(1)
    state.minutes = 1
    look()
    expect(locked).toHaveLength(2)
  })

  it('never does so by idle time when it is switched off, but always when the machine is left', () => {
    const { state, look, locked, tell } = machine(0)
    state.idle = 1e9
    look()
    expect(locked).toEqual([])
    tell('lock-screen')
    tell('suspend')
    tell('shutdown')
    expect(locked).toEqual([false, true, true])
  })

  it('counts in its own window where the system never counts, and heeds the system alone once it was seen to', () => {
    const { state, look, locked } = machine(15)
    state.own = 15 * 60 - 1
    look()
    expect(locked).toEqual([])
    state.own = 15 * 60
    look()
    expect(locked).toEqual([false])
    state.idle = 3
    look()
    state.idle = 0
    look()
    expect(locked).toHaveLength(1)
  })

  it('locks once when it sees that the screen was locked, also without an idle time', () => {
    const { state, look, locked } = machine(0)
    state.isScreenLocked = true
    look()
    look()
    expect(locked).toEqual([false])
    state.isScreenLocked = false
    look()
    state.isScreenLocked = true
    look()
    expect(locked).toEqual([false, false])
  })
})
