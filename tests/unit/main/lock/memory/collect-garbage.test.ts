import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { collectGarbage } from '#main/lock/memory/collect-garbage'
import { countInMemory } from '#tests/support/process-memory'

/** Put together anew each time, so that it stands in memory only where it is put. */
const word = (): string => String.fromCharCode(...[..."Sh'ma-y'vuk"].map((letter) => letter.charCodeAt(0) + 1))

/** One string in ten has the word; between them lie others, which stay in use, and with them their place in memory. */
function makeStrings(): (string | undefined)[] {
  return Array.from({ length: 20_000 }, (_, place) =>
    `${place % 10 === 0 ? word() : 'nothing'} ${place}`.split(' ').join(' of document ')
  )
}

it.runIf(process.platform === 'linux')('leaves no word of strings that nobody uses any more', async () => {
  const wanted = { word: Buffer.from(word(), 'latin1') }
  const strings = makeStrings()
  // They are old now.
  await collectGarbage()
  expect(countInMemory(process.pid, wanted).word).toBeGreaterThan(2_000)
  for (let place = 0; place < strings.length; place += 10) strings[place] = undefined
  await collectGarbage()
  // What is looked for stands in memory itself.
  expect(countInMemory(process.pid, wanted).word).toBeLessThan(20)
  expect(strings[1]).toBe('nothing of document 1')
})

it('leaves the collector as closed to others as it was', async () => {
  await collectGarbage()
  expect(runInNewContext('typeof gc')).toBe('undefined')
})
