/** Copies out of the archive: exact, without metadata, as text; what the person is told before, and what is proved after. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allReadable } from '#tests/support/all-readable'
import { importFolder, reader, receiptOf, results } from '#tests/support/journey'
import { answerOpenDialog, answerSaveDialog, ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { tellingDocx } from '#tests/support/telling-documents'
import { SECRETS, tellingJpeg } from '#tests/support/telling-pictures'
import { say, words } from '#tests/support/words'

const w = words.copies

async function withEvidence(room: Room): Promise<Sanad> {
  const folder = room.newFolder('Evidence')
  writeFileSync(join(folder, 'gate.jpg'), tellingJpeg())
  writeFileSync(join(folder, 'letter.docx'), tellingDocx())
  writeFileSync(
    join(folder, 'message.eml'),
    `From: ${SECRETS.person} <j@example.org>\r\nSubject: The gate\r\n\r\nThe gate was open.\r\n`
  )
  const sanad = await room.start()
  await importFolder(sanad, folder)
  await (await receiptOf(sanad.window, 'Evidence')).getByRole('button', { name: words.common.done }).click()
  return sanad
}

const open = ({ window }: Sanad, name: string): Promise<void> =>
  results(window).getByRole('option').filter({ hasText: name }).first().click()

/** Opens the dialog from the menu of the document, and answers where the copy goes. */
async function saveCopy(sanad: Sanad, kind: string): Promise<void> {
  const { window } = sanad
  await reader(window).getByRole('button', { name: words.reader.moreActions }).click()
  await window.getByRole('menuitem', { name: words.shortcuts['save-copy'] }).click()
  await window.getByRole('dialog').getByRole('radio', { name: kind }).check({ force: true })
}

test('a photograph without metadata: what goes and what stays is told before, and proved after', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { window } = sanad
  await open(sanad, 'gate')
  await saveCopy(sanad, w.clean)
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByText(w['trace-place'], { exact: true })).toBeVisible()
  await expect(dialog.getByText('35.689200, 51.389').or(dialog.getByText('35.6892, 51.389'))).toBeVisible()
  await expect(dialog.getByText(SECRETS.camera)).toBeVisible()
  await expect(dialog.getByText(w['remains-seen'])).toBeVisible()
  await expect(dialog.getByText(w['remains-orientation'])).toBeVisible()
  const file = join(room.newFolder('Out'), 'copy.jpg')
  await answerSaveDialog(sanad, file)
  await dialog.getByRole('button', { name: w.save }).click()
  await expect(dialog.getByText(w.proved)).toBeVisible()
  const bytes = readFileSync(file)
  await expect(dialog.getByText(createHash('sha256').update(bytes).digest('hex'))).toBeVisible()
  await expect(dialog.getByRole('button', { name: words.common.done })).toBeFocused()
  const told = await allReadable(bytes)
  for (const secret of Object.values(SECRETS)) expect(told).not.toContain(secret)
  // It is a picture all the same.
  const size = await window.evaluate(
    async (data) => {
      const image = new Image()
      image.src = data
      await image.decode()
      return [image.naturalWidth, image.naturalHeight]
    },
    `data:image/jpeg;base64,${bytes.toString('base64')}`
  )
  expect(Math.min(...size)).toBeGreaterThan(10)
})

test('the exact original is offered apart, verified, under a name that tells nothing', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { app, window } = sanad
  await open(sanad, 'letter')
  await window.keyboard.press('Control+Shift+S')
  const folder = room.newFolder('Out')
  await app.evaluate(({ dialog }, place) => {
    dialog.showSaveDialog = async (...given: unknown[]) => {
      const options = given.at(-1) as { defaultPath: string }
      const name = options.defaultPath.split(/[\\/]/).at(-1) ?? ''
      return { canceled: false, filePath: `${place}/${name}` }
    }
  }, folder)
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: w.exact })).toBeChecked()
  await dialog.getByRole('button', { name: w.save }).click()
  await expect(dialog.getByText(w.verifiedExact)).toBeVisible()
  const [name] = readdirSync(folder)
  expect(name).toMatch(/^document-[0-9a-f]{8}\.docx$/)
  expect(readFileSync(join(folder, name ?? '')).equals(tellingDocx())).toBe(true)
})

test('a message is not offered without its headers, and says so; its text is', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { window } = sanad
  await open(sanad, 'The gate')
  await window.keyboard.press('Control+Shift+S')
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByText(w['reason-mail'])).toBeVisible()
  await expect(dialog.getByRole('radio', { name: w.clean })).toBeDisabled()
  await dialog.getByRole('radio', { name: new RegExp(`^${w.text}`) }).check({ force: true })
  const file = join(room.newFolder('Out'), 'text.txt')
  await answerSaveDialog(sanad, file)
  await dialog.getByRole('button', { name: w.save }).click()
  await expect(dialog.getByText(w.verified)).toBeVisible()
  expect(readFileSync(file, 'utf8')).toContain('The gate was open.')
})

test('several at once: into a folder, with a list; what can not be cleaned is left out and named', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { window } = sanad
  await results(window).focus()
  await window.keyboard.press('Control+A')
  await window.keyboard.press('Control+Shift+S')
  const dialog = window.getByRole('dialog', { name: say(w.titleMany_other, { count: 3 }) })
  await dialog.getByRole('radio', { name: w.clean }).check({ force: true })
  await dialog.getByText(w.listCsv).click()
  const folder = room.newFolder('Out')
  await answerOpenDialog(sanad, [folder])
  await dialog.getByRole('button', { name: w.save }).click()
  await expect(window.getByRole('dialog').getByText(say(w.refused_one, { count: 1 }))).toBeVisible()
  const names = readdirSync(folder).sort()
  expect(names).toHaveLength(3)
  expect(names[0]).toBe('copies.csv')
  for (const name of names) expect(await allReadable(readFileSync(join(folder, name)))).not.toContain(SECRETS.person)
  expect(existsSync(join(folder, 'message.eml'))).toBe(false)
})

test('text that is selected and copied is exactly the text', async ({ room }) => {
  const sanad = await withEvidence(room)
  const { app, window } = sanad
  await open(sanad, 'letter')
  const paragraph = reader(window).getByText('What is written stays & is read.').first()
  await paragraph.click({ clickCount: 3 })
  await window.keyboard.press('Control+C')
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied.trim()).toMatch(/^What is written stays & is read\./)
  expect(copied).not.toContain('sanad')
  // The command itself refuses what is no document.
  await expect(ask(sanad, 'export.preview', { id: 9999 as never })).rejects.toThrow()
})
