// Hiding, setting a passphrase, the question for it, and a wrong answer.
const PASSPHRASE = 'reindeer echo chimney mosaic cedar horizon barley'

/** Leaves the archive open and without a passphrase, as it was. */
export async function photographLock({ page, send, shoot }) {
  await send('archive.lock', {})
  await page.getByText('Hidden', { exact: true }).waitFor()
  await shoot('hidden')
  await page.keyboard.press('Enter')

  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Set a passphrase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Protect this archive with a passphrase' })
  await dialog.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('letters of the lower orchard')
  await dialog.getByText(/^This is an estimate/).waitFor()
  await shoot('set-passphrase')
  await page.keyboard.press('Escape')

  await send('archive.setPassphrase', { passphrase: PASSPHRASE })
  await send('archive.lock', {})
  const question = page.getByRole('textbox', { name: 'Passphrase', exact: true })
  await question.waitFor()
  await shoot('lock')
  await send('settings.set', { theme: 'dark' })
  await page.getByRole('button', { name: 'Show the passphrase' }).click()
  await question.fill(PASSPHRASE)
  await shoot('unlock')
  await send('settings.set', { theme: 'light' })
  await question.fill('reindeer echo chimney mosaic cedar')
  await page.getByRole('button', { name: 'Hide the passphrase' }).click()
  await question.press('Enter')
  await page.getByText(/does not open the archive/).waitFor()
  await shoot('wrong-passphrase')
  await question.fill(PASSPHRASE)
  await question.press('Enter')
  await page.getByRole('navigation').first().waitFor()
  await send('archive.removePassphrase', { passphrase: PASSPHRASE })
}
