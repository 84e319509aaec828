/** Opens the best document for a query. */
async function open(page, query, title) {
  const box = page.getByRole('combobox').first()
  await box.fill(query)
  await box.press('Enter')
  await page.getByRole('option', { name: title }).first().click()
}

/** A warning in results and reader, a blurred photograph, and what a copy of it without metadata would tell. */
export async function photographGentle({ app, page, send, shoot }, folder) {
  await send('settings.set', { theme: 'light', layout: 'auto' })
  const { hits } = await send('search.run', { query: 'orchard dusk' })
  const { tag } = await send('tags.add', { ids: hits.slice(0, 2).map(({ id }) => id), name: 'Graphic' })
  await send('tags.setWarning', { id: tag.id, isWarning: true })
  await open(page, 'orchard dusk', /Orchard at dusk/)
  await page.getByRole('region', { name: 'You asked to be warned before this is shown' }).waitFor()
  await shoot('warning')
  await page.getByRole('main', { name: 'Reader' }).getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('button', { name: 'Show picture' }).waitFor()
  await shoot('blurred')
  await page.keyboard.press('Control+Shift+S')
  await page.getByRole('radio', { name: /^Without metadata/ }).check({ force: true })
  await page.getByRole('heading', { name: 'Removed' }).waitFor()
  await shoot('save-a-copy')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, `${folder}/document.jpg`)
  await page.getByRole('button', { name: 'Save…' }).click()
  await page.getByText('Looked through again').waitFor()
  await shoot('saved-copy')
  await page.getByRole('button', { name: 'Done' }).click()
  await send('tags.delete', { id: tag.id })
}
