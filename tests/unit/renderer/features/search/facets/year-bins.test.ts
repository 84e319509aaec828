import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yearBins } from '#renderer/features/search/facets/year-bins.ts'
import { otherYears, yearsInWords } from '#renderer/features/search/facets/year-words.ts'

const years = (...list: readonly number[]) => list.map((year) => ({ year, documents: year % 7 }))

describe('the bars of a histogram', () => {
  it('are one a year, with empty years between', () => {
    expect(yearBins(years(1988, 1991))).toEqual([
      { from: 1988, to: 1988, documents: 0 },
      { from: 1989, to: 1989, documents: 0 },
      { from: 1990, to: 1990, documents: 0 },
      { from: 1991, to: 1991, documents: 3 }
    ])
  })

  it('are decades, then centuries, where there would be too many', () => {
    expect(yearBins(years(1901, 1988, 2021))[0]).toEqual({ from: 1900, to: 1909, documents: 4 })
    expect(yearBins(years(7, 2021))[0]).toEqual({ from: 1, to: 99, documents: 0 })
  })

  it('are few, hold every document and follow one another', () => {
    const dated = fc.uniqueArray(fc.record({ year: fc.integer({ min: 1, max: 9999 }), documents: fc.nat(1000) }), {
      selector: ({ year }) => year
    })
    fc.assert(
      fc.property(dated, (list) => {
        const bins = yearBins([...list].sort((a, b) => a.year - b.year))
        const sum = (counts: readonly Readonly<{ documents: number }>[]): number =>
          counts.reduce((total, { documents }) => total + documents, 0)
        expect(bins.length).toBeLessThanOrEqual(60)
        expect(sum(bins)).toBe(sum(list))
        for (const [at, bin] of bins.entries()) if (at > 0) expect(bin.from).toBe((bins[at - 1]?.to ?? 0) + 1)
      })
    )
  })
})

describe('years in words', () => {
  it('are told in three calendars', () => {
    expect(yearsInWords(1988, 1988, 'en')).toBe('1988')
    expect(yearsInWords(1988, 1991, 'en')).toBe('1988–1991')
    expect(yearsInWords(70, 70, 'en')).toBe('70')
    expect(otherYears(1988, 1988, 'en')).toEqual({ jalali: '1366–1367', hijri: '1408–1409' })
  })
})
