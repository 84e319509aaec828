import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDateLine } from '#engine/extract/dates/date-line'
import { findWrittenDate, parseDate } from '#engine/extract/dates/dates'

describe('parseDate', () => {
  it.each([
    ['2020-12-09', '2020-12-09'],
    ['2020-12-09T23:30:00+03:30', '2020-12-09'],
    ['2020-12-09 10:00', '2020-12-09'],
    ['2020-12', '2020-12'],
    ['2020', '2020'],
    ['20201209', '2020-12-09'],
    ['20201209T101500Z', '2020-12-09'],
    ['2020/12/09', '2020-12-09'],
    ['Wed, 09 Dec 2020 10:00:00 GMT', '2020-12-09'],
    ['Wed Dec 09 2020 10:00:00 GMT+0100', '2020-12-09'],
    ['December 9, 2020', '2020-12-09'],
    ['9th of December, 2020', '2020-12-09'],
    ['9 décembre 2020', '2020-12-09'],
    ['1er août 1988', '1988-08-01'],
    ['9. Dezember 2020', '2020-12-09'],
    ['9 de diciembre de 2020', '2020-12-09'],
    ['9 декабря 2020', '2020-12-09'],
    ['۱۹ آذر ۱۳۹۹', '2020-12-09'],
    ['١٩ آذر ١٣٩٩', '2020-12-09'],
    ['19 اذر ماه 1399', '2020-12-09'],
    ['۱۳۹۹/۰۹/۱۹', '2020-12-09'],
    ['1399-09-19', '2020-12-09'],
    ['۳۰ اسفند ۱۳۹۹', '2021-03-20'],
    ['۹ دسامبر ۲۰۲۰', '2020-12-09'],
    ['٩ كانون الأول ٢٠٢٠', '2020-12-09'],
    ['٩ ديسمبر ٢٠٢٠', '2020-12-09'],
    ['December 2020', '2020-12'],
    ['آذر ۱۳۹۹', '2020'],
    ['دی ۱۳۹۹', null],
    ['25/12/2020', '2020-12-25'],
    ['12/25/2020', '2020-12-25'],
    ['4/4/2020', '2020-04-04'],
    ['03/04/2020', null],
    ['03.04.2020', null],
    ['31 February 2020', null],
    ['۳۱ آذر ۱۳۹۹', null],
    ['1970-01-01', null],
    ['1970-01-01T00:00:00Z', null],
    ['0001-01-01', null],
    ['2999-01-01', null],
    ['12:30', null],
    ['yesterday', null],
    ['', null]
  ])('reads %s as %s', (value, date) => {
    expect(parseDate(value)).toBe(date)
  })

  it('gives back every day of the Gregorian calendar that is written out', () => {
    const day = fc.date({ min: new Date('1600-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const written = date.toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
        if (iso === '1970-01-01') return
        expect(parseDate(iso)).toBe(iso)
        expect(parseDate(written)).toBe(iso)
      })
    )
  })

  it('gives back every day of the Iranian calendar that is written out', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    const format = new Intl.DateTimeFormat('fa-IR-u-ca-persian', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'long',
      year: 'numeric'
    })
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10)
        if (iso !== '1970-01-01') expect(parseDate(format.format(date))).toBe(iso)
      })
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => void [parseDate(value), findWrittenDate(value)])
    )
  })
})

describe('findDateLine', () => {
  it.each([
    ['9 December 2020', '2020-12-09'],
    ['Published: December 9, 2020', '2020-12-09'],
    ['Posted on 9 December 2020 at 10:30 am', '2020-12-09'],
    ['Wednesday, 9 December 2020', '2020-12-09'],
    ['(9 December 2020)', '2020-12-09'],
    ['Tehran, 9 December 2020', '2020-12-09'],
    ['New York – 9 December 2020', '2020-12-09'],
    ['تاریخ انتشار: ۱۹ آذر ۱۳۹۹', '2020-12-09'],
    ['چهارشنبه ۱۹ آذر ۱۳۹۹ ساعت ۱۰:۳۰', '2020-12-09'],
    ['تهران، ۱۹ آذر ۱۳۹۹', '2020-12-09'],
    ['نُشر في ٩ كانون الأول ٢٠٢٠', '2020-12-09'],
    ['Updated 9 December 2020', undefined],
    ['Born 9 December 1950', undefined],
    ['Executed: 3 August 1988', undefined],
    ['On 9 December 2020 she was arrested.', undefined],
    ['Date: 03/04/2020', undefined],
    ['© 2020 Example', undefined],
    ['9 December 2020 – 11 December 2020', undefined],
    ['no date here', undefined]
  ])('takes %s for %s', (line, date) => {
    expect(findDateLine(line)).toBe(date)
  })
})
