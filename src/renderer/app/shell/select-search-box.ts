/** Puts the keyboard into the search box. False where it is not drawn now. */
export function selectSearchBox(): boolean {
  const box = document.querySelector<HTMLInputElement>('[data-pane="results"] input[type="search"]')
  box?.select()
  return box !== null && document.activeElement === box
}
