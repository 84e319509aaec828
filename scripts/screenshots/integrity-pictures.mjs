// The report of a verification that found something, and an archive that is damaged, before and after it was mended.
import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const archiveIn = (folder) => join(folder, 'My archive.sanad')

function someOriginals(folder) {
  const originals = join(archiveIn(folder), 'originals')
  return readdirSync(originals)
    .filter((shelf) => /^[0-9a-f]{2}$/.test(shelf))
    .flatMap((shelf) => readdirSync(join(originals, shelf)).map((name) => join(originals, shelf, name)))
}

/** A picture says nothing of the computer that it was taken on. */
const coverPlaces = (page) =>
  page.evaluate(() => {
    for (const place of document.querySelectorAll('.verify-document small'))
      place.textContent = place.textContent.replace(/^.*\/resources\/sample/, '/media/usb/sample')
  })

async function verified(send) {
  const before = (await send('integrity.state', {})).last?.id
  await send('integrity.verify', {})
  for (;;) {
    const { running, last } = await send('integrity.state', {})
    if (running === null && last !== null && last.id !== before) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Changes one original of the archive and removes another. A snapshot is taken before. */
export async function photographVerifying({ page, send, shoot }, folder) {
  await send('integrity.takeSnapshot', {})
  const [changed, missing] = someOriginals(folder)
  writeFileSync(changed, 'forged')
  rmSync(missing)
  await verified(send)
  await page.keyboard.press('Control+,')
  // The notice of what was found offers it too.
  await page.getByRole('dialog').getByRole('button', { name: 'Show the report…' }).click()
  await page.getByRole('dialog', { name: 'Verification' }).waitFor()
  await coverPlaces(page)
  await shoot('verify-report')
  await page.keyboard.press('Escape')
}

/** As a disk that lost the end of a file. The archive must not be open. */
export function damageArchive(folder) {
  truncateSync(join(archiveIn(folder), 'archive.db'), 60_000)
}

export async function photographDamage({ page, shoot }) {
  const back = page.getByRole('button', { name: /^Go back to/ })
  await back.waitFor()
  await shoot('damage')
  await back.click()
  await page
    .getByRole('dialog', { name: 'Verification' })
    .getByText(/^Ended on/)
    .first()
    .waitFor({ timeout: 120_000 })
  await coverPlaces(page)
  await shoot('mended')
}
