/** What shows a veiled picture, page, film or document; it or a button in it is pressed. */
const VEIL = '[data-pane="reader"] [data-veil]'

/** Presses the first of those in sight. False where nothing is veiled there. */
export function showFirstVeiled(): boolean {
  for (const veil of document.querySelectorAll<HTMLElement>(VEIL)) {
    const { top, bottom } = veil.getBoundingClientRect()
    const button = veil.matches('button') ? veil : veil.querySelector<HTMLElement>('button')
    if (button === null || bottom <= 0 || top >= window.innerHeight) continue
    button.click()
    return true
  }
  return false
}
