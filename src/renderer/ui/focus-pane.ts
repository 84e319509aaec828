/** The parts of the window that take the focus as a whole; each is marked `data-pane`. */
type PaneName = 'navigation' | 'results' | 'reader' | 'inspector'

/** The element of a pane that takes the focus when the pane does: marked `data-pane-focus`, or the pane itself. */
export function focusPane(pane: PaneName): boolean {
  const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`)
  const target = element?.querySelector<HTMLElement>('[data-pane-focus]') ?? element
  target?.focus()
  return target !== null && target !== undefined
}

/** Whether the focus is inside a pane now. */
export function isPaneFocused(pane: PaneName): boolean {
  return document.activeElement?.closest(`[data-pane="${pane}"]`) != null
}
