import type { CSSProperties } from 'react'
import type { YearBin } from '#renderer/features/search/facets/year-bins.ts'

/** The widest a bar gets: two years are two bars, not two halves of the pane. */
const WIDEST_BAR = 44

/** The width that these bars take, and what stands under them. */
export function axisStyle(bins: readonly YearBin[]): CSSProperties {
  return { maxInlineSize: `${bins.length * WIDEST_BAR}px` }
}
