import { describe, expect, it } from 'vitest'
import { otherCalendars } from '#renderer/features/reader/other-calendars.ts'

describe('otherCalendars', () => {
  it('gives the Jalali and the Hijri day of a Persian document', () => {
    const [jalali, hijri] = otherCalendars('2020-12-09', 'fa-IR', 'en')
    expect(jalali).toMatch(/^19 Azar 1399/)
    expect(hijri).toMatch(/^24 Rabi/)
    expect(otherCalendars('1988-07-19', 'fa', 'fa')[0]).toMatch(/۲۸ تیر ۱۳۶۷/)
  })

  it('gives the Hijri day alone of an Arabic document', () => {
    expect(otherCalendars('2020-12-09', 'ar', 'en')).toHaveLength(1)
  })

  it('gives nothing for other languages, and guesses no day', () => {
    expect(otherCalendars('2020-12-09', 'en', 'en')).toEqual([])
    expect(otherCalendars('2020-12-09', 'und', 'en')).toEqual([])
    expect(otherCalendars('2020-12', 'fa', 'en')).toEqual([])
    expect(otherCalendars('2020', 'fa', 'en')).toEqual([])
  })
})
