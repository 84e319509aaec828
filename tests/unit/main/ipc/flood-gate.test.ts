import { expect, it } from 'vitest'
import { createFloodGate } from '#main/ipc/flood-gate'

function gateAt() {
  const clock = { at: 0, floods: 0 }
  const gate = createFloodGate(
    () => {
      clock.floods += 1
    },
    () => clock.at
  )
  return { clock, gate }
}

it('lets through what a person can cause, for hours', () => {
  const { clock, gate } = gateAt()
  let refused = 0
  for (let n = 0; n < 100_000; n += 1) {
    clock.at += 5
    if (gate.enter()) gate.leave()
    else refused += 1
  }
  expect([refused, clock.floods]).toEqual([0, 0])
})

it('refuses what is under way beyond its bound, and takes more when some has ended', () => {
  const { gate } = gateAt()
  const entered = Array.from({ length: 1000 }, () => gate.enter()).filter(Boolean).length
  expect(entered).toBe(400)
  gate.leave()
  expect([gate.enter(), gate.enter()]).toEqual([true, false])
})

it('refuses a flood of commands that end at once, tells of it once, and opens again with time', () => {
  const { clock, gate } = gateAt()
  const pass = (): boolean => {
    const entered = gate.enter()
    if (entered) gate.leave()
    return entered
  }
  expect(Array.from({ length: 100_000 }, pass).filter(Boolean).length).toBe(2000)
  expect(clock.floods).toBe(1)
  clock.at += 1000
  expect(Array.from({ length: 1000 }, pass).filter(Boolean).length).toBe(400)
  clock.at += 60_000
  expect(Array.from({ length: 1000 }, pass).every(Boolean)).toBe(true)
  expect(clock.floods).toBe(1)
})
