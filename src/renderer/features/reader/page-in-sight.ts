/** A little below the top: what is read stands there. */
const READING_LINE = 1 / 3

/**
 * The page (1-based) that is read in a pane, of text or of pages; null where nothing says which. Pages of text begin at their marks;
 * parts of a long text say which page they begin on, as the mark itself may not be drawn.
 */
export function pageInSight(pane: HTMLElement): number | null {
  const said = pane.dataset.currentPage
  if (said !== undefined) return Number(said)
  const { top, height } = pane.getBoundingClientRect()
  const line = top + height * READING_LINE
  let page: number | null = null
  for (const element of pane.querySelectorAll<HTMLElement>('[data-page]')) {
    if (page !== null && element.getBoundingClientRect().top > line) break
    page = Number(element.dataset.page)
  }
  return page
}
