/** Steps that many journeys take, by the names and roles a person or a screen reader has. */
import { expect, type Locator, type Page } from '@playwright/test'
import { answerOpenDialog, type Sanad } from '#tests/support/room'
import { say, words } from '#tests/support/words'

export const navigation = (window: Page): Locator => window.getByRole('navigation', { name: words.shell.navigation })
export const results = (window: Page): Locator => window.getByRole('listbox', { name: words.search.resultsLabel })
export const reader = (window: Page): Locator => window.getByRole('main', { name: words.shell.reader })
export const inspector = (window: Page): Locator => window.getByRole('complementary', { name: words.shell.inspector })
export const searchBox = (window: Page): Locator => window.getByRole('combobox', { name: words.search.label, exact: true })

/** A row of the navigation by what it is called; its count is part of its spoken name. */
export const place = (window: Page, name: string): Locator =>
  navigation(window).getByRole('button', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}, `) })

/** Chooses a folder in the native dialog and starts the import of what was found in it. */
export async function importFolder(sanad: Sanad, folder: string): Promise<void> {
  const { window } = sanad
  await answerOpenDialog(sanad, [folder])
  const first = window.getByRole('button', { name: new RegExp(`^${words.importing.chooseFolder}`) })
  const later = window.getByRole('button', { name: words.library.importFolder })
  await first.or(later).first().click()
  await confirmImport(window)
}

/** Presses Import in the look before it. */
export async function confirmImport(window: Page): Promise<void> {
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: words.importing.start, exact: true }).click()
  await expect(dialog.getByRole('button', { name: words.importing.start, exact: true })).toBeHidden()
}

/** Waits for the receipt that opens when an import ends, and gives it. */
export async function receiptOf(window: Page, name: string): Promise<Locator> {
  const dialog = window.getByRole('dialog', { name: say(words.importing.receiptTitle, { name }) })
  await dialog.waitFor({ timeout: 90_000 })
  return dialog
}

/** Types a query, says it is complete, and waits until the list answers to it. */
export async function search(window: Page, query: string): Promise<void> {
  const box = searchBox(window)
  await box.fill(query)
  await box.press('Enter')
  await expect(window.getByRole('region', { name: words.shell.results })).toHaveAttribute('aria-label', words.shell.results)
  await expect(results(window)).toHaveAttribute('aria-busy', 'false')
}

/** The exact number of documents that the list says it has. */
export async function expectTotal(window: Page, total: number): Promise<void> {
  const documents = say(total === 1 ? words.common.documents_one : words.common.documents_other, { count: total })
  // From its first digit: 12 documents are not 2.
  const exactly = new RegExp(`(?<![\\d.,])${documents} ·`)
  await expect(window.getByRole('region', { name: words.shell.results }).getByRole('status')).toContainText(exactly)
}
