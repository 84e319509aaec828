import type { OutlineItem } from '#shared/model/page-layer'

/** The index of the last entry that begins on this page (1-based) or nearest before it; -1 when none does. Cost: linear. */
export function readingEntry(outline: readonly OutlineItem[], page: number): number {
  let found = -1
  let nearest = 0
  for (const [index, entry] of outline.entries()) {
    if (entry.page === null || entry.page > page || entry.page < nearest) continue
    found = index
    nearest = entry.page
  }
  return found
}
