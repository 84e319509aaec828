import { expect, test } from 'vitest'
import { Turns } from '#engine/search/facets/turns'

test('only the newest of a kind is finished, and nothing runs beside another', async () => {
  const turns = new Turns()
  const log: string[] = []
  const work = (name: string) => async (giveWay: () => Promise<void>) => {
    log.push(`${name} begins`)
    await giveWay()
    await giveWay()
    log.push(`${name} ends`)
    return name
  }
  const asked = [turns.take('a', work('first')), turns.take('b', work('other')), turns.take('a', work('second'))]
  const settled = await Promise.allSettled(asked)
  expect(settled.map((result) => (result.status === 'fulfilled' ? result.value : result.reason.code))).toEqual([
    'superseded',
    'other',
    'second'
  ])
  expect(log).toEqual(['other begins', 'other ends', 'second begins', 'second ends'])
})

test('work that is superseded while it runs stops where it gives way', async () => {
  const turns = new Turns()
  let steps = 0
  let newer: Promise<string> | undefined
  const older = turns.take('a', async (giveWay) => {
    steps += 1
    newer = turns.take('a', () => Promise.resolve('newer'))
    await giveWay()
    steps += 1
  })
  await expect(older).rejects.toMatchObject({ code: 'superseded' })
  expect(await newer).toBe('newer')
  expect(steps).toBe(1)
})

test('an error of one does not stop the next', async () => {
  const turns = new Turns()
  const broken = turns.take('a', () => Promise.reject(new Error('broken')))
  await expect(broken).rejects.toThrow('broken')
  expect(await turns.take('a', () => Promise.resolve(1))).toBe(1)
})
