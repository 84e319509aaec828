import { describe, expect, it } from 'vitest'
import { formatFor } from '#renderer/i18n/format.ts'

const en = formatFor('en')
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('formats', () => {
  it('says a date as precisely as it was given, never more', () => {
    expect(en.date('2020')).toBe('2020')
    expect(en.date('2020-12')).toBe('Dec 2020')
    expect(en.date('2020-12-09')).toBe('9 Dec 2020')
    expect(en.date('2020-12-09', 'long')).toBe('9 December 2020')
    expect(en.date('1988-07', 'long')).toBe('July 1988')
  })

  it('moves no date by the computer’s time zone', () => {
    expect(en.date('2021-01-01')).toBe('1 Jan 2021')
    expect(en.date('2021-12-31')).toBe('31 Dec 2021')
  })

  it('gives back what is no date as it is', () => {
    expect(en.date('summer 1988')).toBe('summer 1988')
    expect(en.date('2020-13-45')).toBe('2020-13-45')
  })

  it('counts bytes as file managers do', () => {
    expect(plain(en.bytes(0))).toBe('0 B')
    expect(plain(en.bytes(512))).toBe('512 B')
    expect(plain(en.bytes(1_500))).toBe('1.5 kB')
    expect(plain(en.bytes(999_900))).toBe('1 MB')
    expect(plain(en.bytes(3_240_000))).toBe('3.2 MB')
    expect(plain(en.bytes(812_000_000_000))).toBe('812 GB')
  })

  it('says durations in at most two units', () => {
    expect(plain(en.duration(8))).toBe('8 sec')
    expect(plain(en.duration(180))).toBe('3 min')
    expect(plain(en.duration(7_500))).toBe('2 hr 5 min')
    expect(plain(en.duration(7_200))).toBe('2 hr')
  })

  it('names languages, knows that it does not know one, and survives what is no language', () => {
    expect(en.language('fa')).toBe('Persian')
    expect(en.language('ckb')).toBe('Central Kurdish')
    expect(en.language('und')).toBeNull()
    expect(en.language('en_US;q=1')).toBe('en_US;q=1')
  })

  it('uses the digits of the interface language', () => {
    expect(formatFor('fa').number(1367)).toBe('۱٬۳۶۷')
    expect(formatFor('en').number(12_406)).toBe('12,406')
  })
})
