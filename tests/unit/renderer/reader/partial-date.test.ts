import { describe, expect, it } from 'vitest'
import { calendarsOf, formatPartialDate, inCalendar, parsePartialDate } from '#renderer/features/reader/partial-date.ts'

describe('parsePartialDate', () => {
  it('reads dates as precise as they are', () => {
    expect(parsePartialDate('2020')).toEqual({ year: 2020, month: null, day: null })
    expect(parsePartialDate('2020-12')).toEqual({ year: 2020, month: 12, day: null })
    expect(parsePartialDate('2020-12-09')).toEqual({ year: 2020, month: 12, day: 9 })
    expect(parsePartialDate('2000-02-29')).toEqual({ year: 2000, month: 2, day: 29 })
  })

  it.each(['', '20', '2020-13', '2020-00', '2021-02-29', '2020-12-00', '2020-1-1', '9 December 2020', '2020-12-09T10:00'])(
    'refuses %j',
    (text) => expect(parsePartialDate(text)).toBeUndefined()
  )
})

describe('formatPartialDate', () => {
  it('says no more than is known', () => {
    expect(formatPartialDate({ year: 2020, month: 12, day: 9 }, 'en-GB')).toBe('9 December 2020')
    expect(formatPartialDate({ year: 2020, month: 12, day: null }, 'en-GB')).toBe('December 2020')
    expect(formatPartialDate({ year: 2020, month: null, day: null }, 'en-GB')).toBe('2020')
  })
})

describe('inCalendar', () => {
  it('gives the Jalali and the Hijri day', () => {
    expect(inCalendar({ year: 2020, month: 12, day: 9 }, 'persian', 'en-GB')).toMatch(/19 Azar 1399/)
    expect(inCalendar({ year: 1988, month: 7, day: 19 }, 'persian', 'fa')).toMatch(/۲۸ تیر ۱۳۶۷/)
    expect(inCalendar({ year: 2020, month: 12, day: 9 }, 'islamic-umalqura', 'en-GB')).toMatch(/24 Rabi/)
  })

  it('does not guess a day that is not known', () => {
    expect(inCalendar({ year: 2020, month: 12, day: null }, 'persian', 'en')).toBeUndefined()
  })
})

describe('calendarsOf', () => {
  it('knows which readers count in another calendar', () => {
    expect(calendarsOf('fa-IR')[0]).toBe('persian')
    expect(calendarsOf('ar')).toEqual(['islamic-umalqura'])
    expect(calendarsOf('en')).toEqual([])
    expect(calendarsOf('und')).toEqual([])
  })
})
