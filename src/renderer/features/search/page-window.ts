/** Hits are asked for in pages of this many. */
export const PAGE_SIZE = 25

/** Most pages kept on the screen's behalf at once; a list is never taller than a few pages of cards. */
const MOST_PAGES = 4

/** Offsets of the pages that hold the rows from `first` to `last`, never past the end of the list; page 0 is always among them. */
export function pagesFor(first: number, last: number, total: number): number[] {
  const offsets = new Set([0])
  const end = Math.min(last, total - 1)
  for (let page = Math.floor(Math.max(0, first) / PAGE_SIZE); page * PAGE_SIZE <= end && offsets.size <= MOST_PAGES; page += 1) {
    offsets.add(page * PAGE_SIZE)
  }
  return [...offsets].sort((a, b) => a - b)
}

/** The page that a row stands in, and its place there. */
export function placeOf(index: number): Readonly<{ offset: number; at: number }> {
  const at = index % PAGE_SIZE
  return { offset: index - at, at }
}
