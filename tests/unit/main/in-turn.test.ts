import { expect, it } from 'vitest'
import { createInTurn } from '#main/in-turn'

const later = () => new Promise((resolve) => setImmediate(resolve))

it('runs steps one after another, whatever becomes of them', async () => {
  const turns = createInTurn()
  const happened: string[] = []
  const step = (name: string) => async () => {
    happened.push(`${name} begins`)
    await later()
    happened.push(`${name} ends`)
    return name
  }
  const first = turns.run(step('one'))
  const failing = turns.run(async () => {
    await later()
    throw new RangeError('no')
  })
  const last = turns.run(step('two'))
  await expect(failing).rejects.toThrow('no')
  await turns.settled()
  expect(happened).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  expect(await Promise.all([first, last])).toEqual(['one', 'two'])
})
