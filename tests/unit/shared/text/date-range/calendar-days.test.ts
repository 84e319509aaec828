import { describe, expect, it } from 'vitest'
import { daysInMonth, isoDay } from '#shared/text/date-range/calendar-days'

/** The days of a calendar by ICU, another implementation. */
function icuDays(calendar: 'persian' | 'islamic-umalqura'): (iso: string) => string {
  const options = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, options)
  return (iso) => {
    const parts = new Map(format.formatToParts(new Date(`${iso}T00:00:00Z`)).map((part) => [part.type, part.value]))
    return [parts.get('year'), parts.get('month'), parts.get('day')].join('-')
  }
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

describe('the days of the calendars', () => {
  it.each([
    ['persian', 'persian', 1300, 1500],
    ['islamic', 'islamic-umalqura', 1301, 1500]
  ] as const)('agree with ICU on the first and last day of every month of the %s years', (calendar, icu, firstYear, lastYear) => {
    const icuDay = icuDays(icu)
    for (let year = firstYear; year <= lastYear; year++) {
      for (const month of MONTHS) {
        const length = daysInMonth(calendar, year, month)
        expect(icuDay(isoDay(calendar, year, month, 1) ?? '')).toBe(`${year}-${month}-1`)
        expect(icuDay(isoDay(calendar, year, month, length) ?? '')).toBe(`${year}-${month}-${length}`)
      }
    }
  })

  it('knows the lengths of months, and leap years', () => {
    expect(MONTHS.map((month) => daysInMonth('persian', 1367, month))).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29])
    const leap = [1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408]
    for (let year = 1352; year <= 1410; year++) expect(daysInMonth('persian', year, 12)).toBe(leap.includes(year) ? 30 : 29)
    expect([1900, 1988, 1989, 2000].map((year) => daysInMonth('gregory', year, 2))).toEqual([28, 29, 28, 29])
    expect(daysInMonth('gregory', 1988, 13)).toBe(0)
  })

  it('has no day that does not exist', () => {
    expect(isoDay('gregory', 1989, 2, 29)).toBeUndefined()
    expect(isoDay('persian', 1367, 12, 30)).toBeUndefined()
    expect(isoDay('islamic', 1408, 1, 31)).toBeUndefined()
    expect(isoDay('gregory', 10_000, 1, 1)).toBeUndefined()
  })
})
