import type { YearCounts } from '#shared/model/facets'

/** A bar of the histogram: documents dated in the years `from` to `to`. */
export type YearBin = Readonly<{ from: number; to: number; documents: number }>

/** More bars than this are too narrow to press. */
const MOST_BARS = 60
const WIDTHS = [1, 10, 100, 1000] as const

/**
 * Bars of one width over all years that occur, empty ones between them included: of a year each, or of a decade, a century or a
 * millennium where there would be more than 60. Empty when no year occurs.
 */
export function yearBins(years: YearCounts['years']): YearBin[] {
  const first = years[0]?.year
  const last = years.at(-1)?.year
  if (first === undefined || last === undefined) return []
  const width = WIDTHS.find((one) => Math.floor(last / one) - Math.floor(first / one) < MOST_BARS) ?? 1000
  const bins: { from: number; to: number; documents: number }[] = []
  for (let from = Math.floor(first / width) * width; from <= last; from += width)
    bins.push({ from: Math.max(1, from), to: from + width - 1, documents: 0 })
  const start = Math.floor(first / width)
  for (const { year, documents } of years) {
    const bin = bins[Math.floor(year / width) - start]
    if (bin !== undefined) bin.documents += documents
  }
  return bins
}
