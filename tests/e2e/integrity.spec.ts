/** Verifying in the window, going back to a snapshot, and mending an archive that does not open. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { mainWindow } from '#scripts/main-window'
import type { CommandName, CommandOutput } from '#shared/contract'
import { launchSanad } from '#tests/support/launch-sanad'

/** Set to a folder to look at the pictures. */
const pictures = process.env.SANAD_PICTURES

let folder: string
let app: ElectronApplication | undefined

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-integrity-'))
  mkdirSync(join(folder, 'papers'))
  for (let n = 0; n < 6; n++) writeFileSync(join(folder, 'papers', `letter ${n}.txt`), `The mill of Darvan, letter ${n}.\n`)
})

test.afterEach(async () => {
  await app?.close()
  app = undefined
  rmSync(folder, { recursive: true, force: true })
})

const archive = (...parts: string[]): string => join(folder, 'Test.sanad', ...parts)

async function start(): Promise<Page> {
  app = await launchSanad({
    userData: join(folder, 'data'),
    documents: folder,
    env: { SANAD_ARCHIVE: archive() }
  })
  const page = await mainWindow(app)
  await page.getByRole('contentinfo').waitFor()
  return page
}

async function stop(): Promise<void> {
  await app?.close()
  app = undefined
}

async function send<C extends CommandName>(page: Page, name: C, input: object = {}): Promise<CommandOutput<C>> {
  const reply = await page.evaluate(
    ([command, argument]) =>
      (window as unknown as { sanad: { invoke: (n: unknown, i: unknown) => unknown } }).sanad.invoke(command, argument),
    [name, input] as const
  )
  const { ok, value, error } = reply as { ok: boolean; value: CommandOutput<C>; error?: { code: string } }
  if (!ok) throw new Error(`${name}: ${error?.code}`)
  return value
}

async function importPapers(page: Page): Promise<void> {
  await app?.evaluate(
    ({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    },
    join(folder, 'papers')
  )
  const preview = await send(page, 'import.choose', { kind: 'folder' })
  await send(page, 'import.start', { choiceId: preview?.choiceId ?? '' })
  await expect.poll(async () => (await send(page, 'import.list'))[0]?.state).toBe('finished')
  // The receipt opens by itself, and has the keys.
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

async function shoot(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  for (const [look, settings, size] of [
    ['light', { theme: 'light', layout: 'ltr' }, { width: 1440, height: 900 }],
    ['dark', { theme: 'dark', layout: 'ltr' }, { width: 1440, height: 900 }],
    ['rtl', { theme: 'light', layout: 'rtl' }, { width: 1440, height: 900 }],
    ['small', { theme: 'light', layout: 'ltr' }, { width: 1024, height: 700 }]
  ] as const) {
    await send(page, 'settings.set', settings)
    await app?.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, ...bounds }),
      size
    )
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(pictures, `${name}-${look}.png`) })
  }
  await send(page, 'settings.set', { theme: 'light', layout: 'ltr' })
}

function originals(): string[] {
  return readdirSync(archive('originals'))
    .filter((shelf) => shelf.length === 2)
    .flatMap((shelf) => readdirSync(archive('originals', shelf)).map((name) => archive('originals', shelf, name)))
}

test('a verification names what changed, is missing and does not belong, and importing again puts it back', async () => {
  const page = await start()
  await importPapers(page)
  const [changed = '', missing = ''] = originals()
  const before = readFileSync(missing)
  writeFileSync(changed, 'forged')
  rmSync(missing)
  writeFileSync(archive('stray.txt'), 'x')
  await send(page, 'integrity.verify')
  await expect.poll(async () => (await send(page, 'integrity.state')).last?.checked, { timeout: 30_000 }).toBe(6)
  await expect(page.getByText('found something wrong')).toBeVisible()
  await page.keyboard.press('Control+,')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading', { name: 'Integrity' }).scrollIntoViewIfNeeded()
  await shoot(page, 'integrity-settings')
  await dialog.getByRole('button', { name: 'Show the report…' }).click()
  const report = page.getByRole('dialog', { name: 'Verification' })
  await expect(report.getByRole('heading', { name: 'Changed · 1' })).toBeVisible()
  await expect(report.getByRole('heading', { name: 'Missing · 1' })).toBeVisible()
  await expect(report.getByText('stray.txt')).toBeVisible()
  await expect(report.getByRole('button', { name: /letter \d/ })).toHaveCount(2)
  await expect(report.getByText('1 original changed and 1 missing')).toBeVisible()
  // Whoever is to move the changed file out of the folder is told which it is; what is missing lies nowhere.
  await expect(report.getByText(/^originals\/[0-9a-f]{2}\/[0-9a-f]{64}$/)).toHaveText([relative(archive(), changed)])
  await shoot(page, 'verify-report')
  await page.keyboard.press('Escape')

  rmSync(changed)
  rmSync(archive('stray.txt'))
  await importPapers(page)
  expect(readFileSync(missing)).toEqual(before)
  await page.getByRole('button', { name: 'Show the report…' }).click()
  await report.getByRole('button', { name: 'Verify again' }).click()
  await expect(report.getByText('everything is as it should be')).toBeVisible({ timeout: 30_000 })
})

test('an archive whose database is damaged is mended from the window, and the damaged one is kept', async () => {
  let page = await start()
  await importPapers(page)
  await send(page, 'tags.create', { name: 'kept tag' })
  await send(page, 'integrity.takeSnapshot')
  await stop()
  truncateSync(archive('archive.db'), 40_000)

  page = await start()
  await expect(page.getByRole('heading', { name: /Test.* is damaged$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Go back to/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Rebuild from the originals' })).toBeVisible()
  await shoot(page, 'damage')
  await page.getByRole('button', { name: /^Go back to/ }).click()
  const report = page.getByRole('dialog', { name: 'Verification' })
  await expect(report.getByText('everything is as it should be')).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  expect((await send(page, 'library.sidebar')).tags.map(({ name }) => name)).toEqual(['kept tag'])
  expect(readdirSync(archive()).filter((name) => name.includes('.damaged-')).length).toBe(1)
})

test('a snapshot can be gone back to from the settings; a database that is gone is rebuilt from the originals', async () => {
  let page = await start()
  await importPapers(page)
  await send(page, 'integrity.takeSnapshot')
  await send(page, 'tags.create', { name: 'made later' })
  const day = (await send(page, 'integrity.state')).snapshots[0]?.day ?? ''
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Restore…' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toBeVisible()
  await shoot(page, 'restore')
  await question.getByRole('button', { name: 'Go back to that day' }).click()
  await expect(page.getByRole('dialog', { name: 'Verification' }).getByText('everything is as it should be')).toBeVisible({
    timeout: 60_000
  })
  expect((await send(page, 'library.sidebar')).tags).toEqual([])
  expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  await stop()

  rmSync(archive('archive.db'))
  rmSync(archive('snapshots'), { recursive: true })
  page = await start()
  expect(existsSync(archive('archive.db'))).toBe(false)
  await page.getByRole('button', { name: 'Rebuild from the originals' }).click()
  await expect(page.getByRole('dialog', { name: 'Verification' }).getByText('everything is as it should be')).toBeVisible({
    timeout: 60_000
  })
  expect((await send(page, 'library.sidebar')).counts.all).toBe(6)
})
