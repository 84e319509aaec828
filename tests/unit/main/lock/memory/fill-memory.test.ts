import { describe, expect, it } from 'vitest'
import { fillMemory } from '#main/lock/memory/fill-memory'
import { bufferFiller, type Filler, keyFiller, messageFiller } from '#main/lock/memory/fillers'

const LIMITS = { bytes: 64 << 20, milliseconds: 60_000, sliceMs: 1_000 }

/** Takes nothing, so that the program never grows by it, and notes what it was asked for. */
function greedy(sizes: readonly number[]) {
  const taken: number[] = []
  let isBack = false
  const filler: Filler = {
    sizes,
    take: (size, count) => void taken.push(size * count),
    giveBack: () => {
      isBack = true
    }
  }
  return { filler, taken, isBack: () => isBack }
}

describe('overwriting freed memory', () => {
  it('takes no more than it may where nothing tells it to stop, and gives all back', async () => {
    const { filler, taken, isBack } = greedy([1 << 20, 1 << 16])
    await fillMemory([filler], { ...LIMITS, bytes: 8 << 20 })
    expect(taken).toEqual(new Array(8).fill(1 << 20))
    expect(isBack()).toBe(true)
  })

  it('takes nothing once its time is over', async () => {
    const { filler, taken, isBack } = greedy([1 << 20])
    await fillMemory([filler], { ...LIMITS, milliseconds: 0 })
    expect([taken, isBack()]).toEqual([[], true])
  })

  it('lets others have their turn', async () => {
    let turns = 0
    const others = setImmediate(function takeTurn() {
      turns += 1
      if (turns < 8) setImmediate(takeTurn)
    })
    await fillMemory([greedy([1 << 10]).filler], { ...LIMITS, bytes: 1 << 20, sliceMs: 0 })
    clearImmediate(others)
    expect(turns).toBe(8)
  })

  it.each([
    ['buffers', bufferFiller],
    ['messages', messageFiller],
    ['keys', keyFiller]
  ] as const)('takes real blocks of every size: %s', async (_name, make) => {
    const filler = make()
    const taken = new Set<number>()
    const take: Filler['take'] = (size, count) => {
      taken.add(size)
      filler.take(size, Math.min(count, 64))
    }
    await fillMemory([{ ...filler, count: 1, take }], { ...LIMITS, bytes: Number.POSITIVE_INFINITY })
    expect([...taken]).toEqual(filler.sizes)
  })
})
