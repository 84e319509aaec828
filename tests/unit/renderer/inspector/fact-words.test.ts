import type { TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { factWords } from '#renderer/features/inspector/fact-words.ts'
import { formatFor } from '#renderer/i18n/format.ts'
import { startI18n } from '#renderer/i18n/setup.ts'
import { FACT_NAMES, type FactName } from '#shared/model/fact'

describe('facts of a file in words', () => {
  let t: TFunction
  let exists: (key: string) => boolean
  const words = (name: FactName, value: string) => factWords({ name, value }, formatFor('en'), t)
  beforeAll(() => {
    const i18n = startI18n()
    t = i18n.t
    exists = (key) => i18n.exists(key)
  })

  it('have a name each', () => {
    for (const name of FACT_NAMES) expect(exists(`inspector.fact-${name}`), name).toBe(true)
  })

  it('keep the time zone that the file states', () => {
    expect(words('sent', '2020-12-09T14:03:00+03:30').value).toBe('9 Dec 2020, 14:03 (UTC+03:30)')
    expect(words('created', '2020-12-09T14:03:00Z').value).toBe('9 Dec 2020, 14:03 (UTC)')
    expect(words('taken', '2020-12-09T14:03:05').value).toBe('9 Dec 2020, 14:03')
    expect(words('sent', '2020-12-09').value).toBe('9 Dec 2020')
    expect(words('modified', 'last Tuesday').value).toBe('last Tuesday')
  })

  it('show a place as it is said, and copy its numbers', () => {
    expect(words('place', '35.6892, 51.389')).toEqual({
      name: 'place',
      value: '35.6892° N, 51.389° E',
      copies: '35.6892, 51.389'
    })
    expect(words('place', '-33.86, -70.6').value).toBe('33.86° S, 70.6° W')
    expect(words('place', 'somewhere').value).toBe('somewhere')
  })

  it('show running times, rates and counts in numbers a person reads', () => {
    expect(words('duration', '3725.4').value).toBe('1:02:05')
    expect(words('duration', '8').value).toBe('0:08')
    expect(words('bitrate', '128000').value).toBe('128 kbit/s')
    expect(words('entries', '12000').value).toBe('12,000')
    expect(words('entries', 'many').value).toBe('many')
  })

  it('cut what is very long and copy it whole', () => {
    const long = 'word '.repeat(200)
    const { value, copies } = words('description', long)
    expect(value.length).toBe(301)
    expect(copies).toBe(long)
  })
})
