import { expect, test } from 'vitest'
import { Gate } from '#engine/import/gate'
import { Slots } from '#engine/import/slots'

/** Whether a promise is settled once everything that can run has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false
  void promise.then(() => (settled = true))
  await new Promise(setImmediate)
  return settled
}

test('slots bound the number and the bytes under way', async () => {
  const slots = new Slots(2, 100)
  const first = await slots.take(10)
  const second = slots.take(95)
  expect(await isSettled(second)).toBe(false)
  first()
  const freeSecond = await second
  await slots.take(1)
  expect(await isSettled(slots.take(1))).toBe(false)
  freeSecond()
})

test('one piece larger than all the bytes goes alone', async () => {
  const slots = new Slots(4, 100)
  const free = await slots.take(5000)
  const next = slots.take(1)
  expect(await isSettled(next)).toBe(false)
  free()
  expect(await isSettled(next)).toBe(true)
})

test('slots tell when nothing is under way', async () => {
  const slots = new Slots(2, 100)
  const free = await slots.take(1)
  const idle = slots.idle()
  expect(await isSettled(idle)).toBe(false)
  free()
  expect(await isSettled(idle)).toBe(true)
})

test('a gate holds while paused and lets go for good when closed', async () => {
  const gate = new Gate()
  expect(await gate.pass()).toBe(true)
  gate.pause()
  const held = gate.pass()
  expect(await isSettled(held)).toBe(false)
  gate.resume()
  expect(await held).toBe(true)
  gate.pause()
  const last = gate.pass()
  gate.close()
  expect(await last).toBe(false)
})
