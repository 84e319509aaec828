/**
 * One document of each row of the format table: imported, found by its words, and opened in the view it is shown in. With
 * `SANAD_PICTURES` set, each is photographed for docs/screenshots/formats (`npm run screenshots`).
 */
import { cpSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { FORMATS, type FormatId } from '#engine/extract/formats'
import { importFolder, reader, receiptOf, results, search } from '#tests/support/journey'
import { ask, expect, type Room, type Sanad, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const root = resolve(import.meta.dirname, '../..')
const pictures = process.env.SANAD_PICTURES === undefined ? undefined : join(root, 'docs/screenshots/formats')

/** Where a document is, what finds it, and what is seen once it is open. */
type Example = Readonly<{ file: string; query: string; isOpen: (pane: Locator) => Promise<void> }>

const fixture = (path: string): string => `tests/fixtures/${path}`
const sample = (path: string): string => `resources/sample/${path}`

/** The hit that is being looked at is marked and in sight. */
const marked = async (pane: Locator): Promise<void> => {
  await expect(pane.locator('mark[data-current]').first()).toBeInViewport()
}

/** As `marked`, under a head like a mail program's. */
const asMail = async (pane: Locator): Promise<void> => {
  await expect(pane.locator('.mail-fields')).toContainText('@')
  await marked(pane)
}

const asPicture = async (pane: Locator): Promise<void> => {
  const picture = pane.locator('img.page-picture').first()
  await expect
    .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(0)
}

/** The hit is marked on the picture of its page. */
const onPage = async (pane: Locator): Promise<void> => {
  await asPicture(pane)
  await expect(pane.locator('.page-marks > *').first()).toBeInViewport()
}

/** A table opens at the cell of the hit. */
const atCell = async (pane: Locator): Promise<void> => {
  await expect(pane.getByRole('grid')).toBeVisible()
  await expect(pane.getByRole('grid').locator('mark').first()).toBeInViewport()
}

/** It plays, and time goes on. */
const playing = async (pane: Locator): Promise<void> => {
  const media = pane.locator('audio, video').first()
  await media.evaluate((element) => (element instanceof HTMLMediaElement ? element.play() : undefined))
  await expect
    .poll(() => media.evaluate((element) => (element instanceof HTMLMediaElement ? element.currentTime : 0)))
    .toBeGreaterThan(0.2)
}

/** It asks for its password, and shows its text once that is typed. */
const unlocked = async (pane: Locator): Promise<void> => {
  await pane.getByLabel(words.reader.password, { exact: true }).fill('نهرین 2020')
  await pane.getByRole('button', { name: words.reader.unlock }).click()
  await expect(pane.locator('.reader-body')).toContainText('Sentence 3 of the heron')
}

/** What an archive holds is listed as a folder, with this among it. */
const folderWith = (name: string | RegExp) => async (pane: Locator) => {
  await expect(pane.getByLabel(words.reader.insideLabel)).toContainText(name)
}

const EXAMPLES: Readonly<Record<FormatId, Example>> = {
  html: {
    file: sample('UN letters/Letter of independent experts, 12 March 2021.html'),
    query: 'independent type:html',
    isOpen: marked
  },
  mhtml: { file: sample('Press/The sign at the orchard.mhtml'), query: 'title:sign drainage', isOpen: marked },

  webarchive: {
    file: fixture('webarchive/page-with-frame/source.webarchive'),
    query: '"the lower village"',
    isOpen: marked
  },
  tnef: { file: fixture('tnef/rtf-and-files/source.dat'), query: '"ward list"', isOpen: marked },
  'locked-office': { file: fixture('locked-office/word-agile/source.docx'), query: 'title:locked', isOpen: unlocked },
  epub: { file: sample('Reports/Le verger d’en bas.epub'), query: '"quarante-deux poiriers"', isOpen: marked },
  zip: { file: sample('Evidence bag 7.zip'), query: 'title:"Evidence bag 7"', isOpen: folderWith('bag 7') },
  tar: { file: fixture('tar/gnu-long-name/source.tar'), query: 'title:tar', isOpen: folderWith('note.txt') },
  gzip: { file: fixture('gzip/with-name/source.packed'), query: 'title:gzip', isOpen: folderWith('گزارش.txt') },
  warc: {
    file: sample('Press/memory.example.org.warc'),
    query: 'title:"memory.example.org"',
    isOpen: folderWith('Sixty-one minutes')
  },
  wacz: { file: fixture('wacz/crawl-with-titles/source.wacz'), query: 'title:wacz', isOpen: folderWith('The wells') },
  docx: { file: sample('Testimonies/Testimony 31, edited.docx'), query: '"drying room"', isOpen: marked },
  pptx: { file: sample('Reports/Taking a testimony (training).pptx'), query: '"Ask once, then wait"', isOpen: marked },
  xlsx: { file: sample('Reports/Names and last letters.xlsx'), query: 'golnar', isOpen: atCell },
  odt: { file: sample('Testimonies/صورت‌جلسه نشست خانواده‌ها.odt'), query: '"بیست و شش نفر"', isOpen: marked },
  odp: { file: fixture('odp/written-by-libreoffice/source.odp'), query: '"four metres" river', isOpen: marked },
  ods: { file: sample('Reports/Lettres par mois.ods'), query: 'title:reçues numéro', isOpen: atCell },
  csv: { file: sample('Reports/Lettres par mois.csv'), query: 'numéro type:csv', isOpen: atCell },
  rtf: { file: sample('Press/A driver remembers.rtf'), query: '"delivered bread"', isOpen: marked },
  doc: { file: fixture('doc/everything/source.doc'), query: '"landing of Nehrin"', isOpen: marked },
  xls: { file: fixture('xls/from-libreoffice/source.xls'), query: 'کاوه', isOpen: atCell },
  ppt: { file: fixture('ppt/from-libreoffice/source.ppt'), query: '"Ferryman, miller"', isOpen: marked },
  eml: { file: sample('UN letters/Letters kept by the families.eml'), query: '"count of letters by month"', isOpen: asMail },
  mbox: {
    file: sample('UN letters/The green ledger.mbox'),
    query: 'title:"The green ledger"',
    isOpen: folderWith('Green ledger')
  },
  msg: { file: fixture('msg/persian-narrow/source.msg'), query: '"هفت نفر"', isOpen: asMail },
  markdown: { file: sample('Testimonies/Testimony 14, ward 2.md'), query: '"winter coat" ward', isOpen: marked },
  pdf: { file: sample('Reports/The Lower Orchard, what is known.pdf'), query: '"mark of the prison workshop"', isOpen: onPage },
  image: { file: sample('Press/Orchard at dusk.jpg'), query: 'title:dusk type:jpeg', isOpen: asPicture },
  media: { file: sample('Testimonies/Bell of the prison gate.wav'), query: 'title:bell', isOpen: playing },
  text: {
    file: sample('UN letters/Reply of the Permanent Mission, 20 May 2021.txt'),
    query: '"Note verbale No. 1142"',
    isOpen: marked
  }
}

/** Fixtures are all named "source": here each gets the name of its format. */
function folderOfAll(room: Room): string {
  // What is photographed shows the three innermost folders: nothing of this machine.
  const folder = room.newFolder('Evidence drive/Collected/One of each')
  for (const [format, { file }] of Object.entries(EXAMPLES)) {
    const name = file.split('/').at(-1) ?? ''
    cpSync(join(root, file), join(folder, name.startsWith('source.') ? `${format} ${name}` : name))
  }
  return folder
}

/** Opens the first hit that is of this format: others may hold the same words. */
async function open(sanad: Sanad, format: FormatId): Promise<void> {
  const { window } = sanad
  const { query } = EXAMPLES[format]
  const { hits } = await ask(sanad, 'search.run', { query })
  const details = await Promise.all(hits.map(({ id }) => ask(sanad, 'document.get', { id })))
  const place = details.findIndex((detail) => detail.format === format)
  expect(place, `${query} finds a document of the format ${format}`).toBeGreaterThanOrEqual(0)
  await search(window, query)
  await results(window).getByRole('option').nth(place).click()
}

async function photograph(window: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await expect(window.locator('.ui-toast')).toHaveCount(0)
  await window.mouse.move(720, 895)
  await window.evaluate(() => document.fonts.ready)
  await window.waitForTimeout(400)
  await window.screenshot({ path: join(pictures, `${name}.png`) })
}

test('one document of each format is imported, found and opened', async ({ room }) => {
  test.setTimeout(600_000)
  expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(FORMATS).sort())
  const sanad = await room.start()
  if (pictures !== undefined) await ask(sanad, 'settings.set', { theme: 'light' })
  await importFolder(sanad, folderOfAll(room))
  const receipt = await receiptOf(sanad.window, 'One of each')
  await receipt.getByRole('button', { name: words.common.done }).click()
  for (const format of Object.keys(FORMATS) as FormatId[]) {
    await test.step(format, async () => {
      await open(sanad, format)
      await EXAMPLES[format].isOpen(reader(sanad.window))
      await photograph(sanad.window, format)
    })
  }
})
