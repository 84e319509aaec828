import { describe, expect, it } from 'vitest'
import { timeLeft } from '#renderer/i18n/time-left.ts'

describe('timeLeft', () => {
  it.each([
    [0, { unit: 'moment' }],
    [9.4, { unit: 'moment' }],
    [30, { unit: 'under-minute' }],
    [50, { unit: 'minutes', minutes: 1 }],
    [75, { unit: 'minutes', minutes: 1 }],
    [76, { unit: 'minutes', minutes: 2 }],
    [59 * 60, { unit: 'minutes', minutes: 59 }],
    [60 * 60, { unit: 'hours', hours: 1, minutes: 0 }],
    [81 * 60, { unit: 'hours', hours: 1, minutes: 30 }],
    [115 * 60, { unit: 'hours', hours: 2, minutes: 0 }]
  ])('rounds %d s', (seconds, expected) => expect(timeLeft(seconds)).toEqual(expected))

  it('says nothing while it knows nothing', () => {
    expect(timeLeft(null)).toBeUndefined()
    expect(timeLeft(Number.POSITIVE_INFINITY)).toBeUndefined()
    expect(timeLeft(Number.NaN)).toBeUndefined()
    expect(timeLeft(-1)).toBeUndefined()
  })
})
