import { describe, expect, it } from 'vitest'
import { isBearable } from '#main/ipc/payload-size'

describe('isBearable', () => {
  it('takes the largest inputs of the contract', () => {
    expect(isBearable({ ids: Array.from({ length: 100_000 }, (_, n) => n + 1), read: true })).toBe(true)
    expect(isBearable({ text: 'x'.repeat(10_000_000) })).toBe(true)
    expect(isBearable(undefined)).toBe(true)
  })

  it('refuses what is too much, in values, in characters, in keys or in depth', () => {
    let deep: unknown = 1
    for (let n = 0; n < 300_000; n += 1) deep = [deep]
    const doubled = Array(1000).fill(Array(1000).fill(1))
    const keys = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}${'k'.repeat(1_000_000)}`, 1]))
    for (const input of [Array(200_001), 'x'.repeat(12_000_001), deep, doubled, keys]) expect(isBearable(input)).toBe(false)
  })

  it('refuses what is no plain data', () => {
    const circular: unknown[] = []
    circular.push(circular, circular)
    for (const input of [new Map(), new Date(), new Uint8Array(3), /x/, new Error('x'), 1n, () => 1, Symbol('x'), circular])
      expect(isBearable(input)).toBe(false)
  })
})
