// Photographs what a search offers besides its results. On the archive of the sample, light, from left to right.

const settled = (page) => page.locator('[role=listbox][aria-busy=false]')

async function ask(page, query) {
  const box = page.getByRole('combobox').first()
  await box.fill(query)
  await box.press('Enter')
  await settled(page).or(page.getByText('No documents found')).first().waitFor()
  // Counts and the words of other scripts come after the list.
  await page.waitForTimeout(800)
}

async function whileOpen(page, open, take) {
  await open()
  await take()
  await page.keyboard.press('Escape')
}

/** Searches that a reader of the sample would keep, and what the trail then holds. */
async function keepSearches(page) {
  for (const [name, query] of [
    ['Letters from prison', 'letter prison'],
    ['نامه‌های زندان', 'نامه زندان'],
    ['The lower orchard', '"lower orchard" OR "باغ پایین"']
  ]) {
    await ask(page, query)
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(name)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
  }
  for (const [query, title] of [
    ['"lower orchard"', /Lower Orchard/],
    ['نامه زندان', /سرگشاد/],
    ['letter testimony', /Testimony 14/]
  ]) {
    await ask(page, query)
    await page.getByRole('option', { name: title }).first().click()
    await page.locator('main mark').first().waitFor()
  }
}

/** Facets, years, switches, suggestions, builder, help, offers, saved searches and trail: a picture of each. */
export async function photographSearch({ page, send, shoot }) {
  await send('settings.set', { theme: 'light', layout: 'auto' })
  await keepSearches(page)
  await shoot('saved-searches')
  await whileOpen(
    page,
    () =>
      page
        .getByRole('navigation')
        .getByRole('button', { name: /^Trail/ })
        .click(),
    () => shoot('trail')
  )
  await ask(page, 'letter')
  const filter = page.getByRole('button', { name: 'Add a filter' })
  await whileOpen(
    page,
    async () => {
      await filter.click()
      await page.getByRole('dialog').getByRole('button', { name: 'Leave out French' }).click()
      await settled(page).first().waitFor()
    },
    () => shoot('facets')
  )
  await page
    .getByRole('button', { name: /^Remove filter/ })
    .first()
    .click()
  await ask(page, 'letter OR testimony OR prison')
  const years = page.getByRole('listbox', { name: 'Documents by year' })
  await years.focus()
  for (const key of ['ArrowLeft', 'Shift+ArrowLeft']) await years.press(key)
  await shoot('years')
  await years.press('Escape')
  await ask(page, 'letter OR نامه')
  await whileOpen(
    page,
    () => page.locator('.understood-term').first().click(),
    () => shoot('understood')
  )
  await ask(page, 'letter OR testimony -press after:2020')
  await page.getByRole('button', { name: 'Build the search from parts' }).click()
  await shoot('builder')
  await page.getByRole('button', { name: 'Build the search from parts' }).click()
  await whileOpen(
    page,
    () => page.keyboard.press('F1'),
    () => shoot('search-help')
  )
  await ask(page, 'lettr prison')
  await shoot('nothing-found')
}
