import type { Pane } from '#renderer/app/state.ts'

/** The element of a pane that takes the focus when the pane does: marked `data-pane-focus`, or the pane itself. */
export function focusPane(pane: Pane): boolean {
  const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`)
  const target = element?.querySelector<HTMLElement>('[data-pane-focus]') ?? element
  target?.focus()
  return target !== null && target !== undefined
}

/** Whether the focus is inside a pane now. */
export function isPaneFocused(pane: Pane): boolean {
  return document.activeElement?.closest(`[data-pane="${pane}"]`) != null
}
