// Photographs the real app for docs/screenshots: first run, an import, light, dark, right to left, names, and one document of each format.
// `npm run screenshots`, or a part of them: `npm run screenshots -- --only search`
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateCorpus } from './bench/corpus.mjs'
import { build } from './build.mjs'
import { withDisplay } from './display.mjs'
import { electronPath } from './electron-path.mjs'
import { mainWindow } from './main-window.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { photographGentle } from './screenshots/gentle-pictures.mjs'
import { damageArchive, photographDamage, photographVerifying } from './screenshots/integrity-pictures.mjs'
import { photographLock } from './screenshots/lock-pictures.mjs'
import { photographProof } from './screenshots/proof-pictures.mjs'
import { photographSearch } from './screenshots/search-pictures.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { findProgram, lastWords, run } from './setup/run.mjs'
import { runScript, SetupFailure, say } from './setup/say.mjs'

const target = inProject('docs/screenshots')
const sample = inProject('resources/sample')
const size = { x: 0, y: 0, width: 1440, height: 900 }
/** What can be photographed by itself. */
const PARTS = ['window', 'search', 'gentle', 'proof', 'lock', 'integrity', 'formats']
const taken = new Set()
/** Enough that the import is still under way when it is photographed. */
const longImport = 3_000

async function launch({ folder, env, sandbox, electron }) {
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, projectDir],
    env: {
      ...env,
      SANAD_USER_DATA: join(folder, 'settings'),
      SANAD_ARCHIVE: join(folder, 'My archive.sanad'),
      SANAD_DOCUMENTS: folder
    }
  })
  const page = await mainWindow(app)
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0].setBounds(bounds), size)
  await page.getByRole('contentinfo').waitFor()
  const send = async (name, input) => {
    const reply = await page.evaluate(([command, argument]) => globalThis.sanad.invoke(command, argument), [name, input])
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
    return reply.value
  }
  /** Fonts, pictures and lines that fade are done; no pointer rests on anything. */
  const shoot = async (name) => {
    await page.mouse.move(720, 895)
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(target, `${name}.png`) })
    taken.add(join(target, `${name}.png`))
    say(`docs/screenshots/${name}.png`)
  }
  return { app, page, send, shoot }
}

async function search(page, query, pick) {
  const box = page.getByRole('combobox').first()
  await box.fill(query)
  await box.press('Enter')
  await page.locator('[role=listbox][aria-busy=false]').waitFor()
  // The chips above the list come with an answer of their own and move it.
  await page.waitForTimeout(800)
  await page.getByRole('option', { name: pick }).first().click()
  await page.locator('main mark').first().waitFor()
}

/** Tags that a reader of the sample would give. */
async function addTags(send) {
  for (const [name, query] of [
    ['crimes against humanity', '"crimes against humanity" OR "جرائم ضد الإنسانية" OR "crimes contre"'],
    ['letters', 'title:letter OR title:letters OR title:mission OR title:نامه'],
    ['burial sites', '"lower orchard" OR "باغ پایین" OR "البستان الأسفل"'],
    ['testimony', 'folder:Testimonies']
  ]) {
    const { hits } = await send('search.run', { query })
    await send('tags.add', { ids: hits.map((hit) => hit.id), name })
  }
  const { hits } = await send('search.run', { query: 'title:testimony OR title:"five questions"' })
  await send('document.setStarred', { ids: hits.map((hit) => hit.id), starred: true })
}

async function importSample({ page, send }) {
  const { choiceId } = await send('import.chooseSample', {})
  await send('import.start', { choiceId })
  const done = page.getByRole('button', { name: 'Done' })
  await done.waitFor()
  await done.click()
  await addTags(send)
}

async function photographImport({ app, page, send, shoot }, folder) {
  const source = join(folder, 'Evidence drive')
  mkdirSync(source)
  generateCorpus(source, longImport)
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, source)
  const { choiceId } = await send('import.choose', { kind: 'folder' })
  await send('import.start', { choiceId })
  await page.waitForTimeout(6_000)
  await page.getByRole('button', { name: 'Show the import' }).click()
  await shoot('importing')
  await send('import.cancel', {})
}

async function photograph(parts, only) {
  const running = await launch(parts)
  try {
    await running.send('settings.set', { theme: 'light' })
    if (only.includes('window')) await running.shoot('first-run')
    await importSample(running)
    if (only.includes('search')) await photographSearch(running)
    if (only.includes('gentle')) await photographGentle(running, parts.folder)
    if (only.includes('proof')) await photographProof(running, parts.folder)
    if (only.includes('lock')) await photographLock(running)
    if (only.includes('window')) await photographWindow(running, parts.folder)
    if (only.includes('integrity')) await photographVerifying(running, parts.folder)
  } finally {
    await running.app.close()
  }
  if (!only.includes('integrity')) return
  // Last of all: the archive is damaged for it.
  damageArchive(parts.folder)
  const damaged = await launch(parts)
  try {
    await photographDamage(damaged)
  } finally {
    await damaged.app.close()
  }
}

/** Cards that a reader of the sample would make. */
const CARDS = [
  { kind: 'place', label: 'Darvan', spellings: ['Darvan', 'دروان'] },
  { kind: 'place', label: 'Nehrin', spellings: ['Nehrin', 'نهرین'] },
  { kind: 'person', label: 'Behnam K.', spellings: ['Behnam K.', 'بهنام ک.'] },
  { kind: 'person', label: 'Parvaneh Sohrabi', spellings: ['Parvaneh Sohrabi', 'پروانه سهرابی'] },
  { kind: 'organisation', label: 'Harbour of Memory', spellings: ['Harbour of Memory'] }
]
const LIST = `Behnam K.
Golnar S.
فرید ر.
Parvaneh Sohrabi
Parvane Sohraby
Tarani, Leyla
Mina T.
امید ه.
نهرین
Nahrin
Darvan
Samira Voss
—
lower orchard`

/** A name card, and a list of names looked for in one go. */
async function photographNames({ page, send, shoot }) {
  const navigation = page.getByRole('navigation').first()
  for (const { kind, label, spellings } of CARDS)
    await send('names.create', { kind, label, spellings: spellings.map((text) => ({ text, origin: 'typed' })) })
  await navigation.getByRole('button', { name: /^Darvan, / }).click()
  await page.locator('.mention-passage').first().waitFor()
  await shoot('name-card')
  await send('rollcall.createPasted', {
    text: LIST,
    choice: { sheet: null, column: null, header: null },
    mode: 'names',
    name: 'Names read at the wall'
  })
  await navigation.getByRole('button', { name: 'Roll-call', exact: true }).click()
  await page.getByRole('button', { name: /^Names read at the wall/ }).click()
  await page.getByRole('button', { name: 'Run again' }).waitFor()
  await page.getByRole('option').filter({ hasText: 'Parvaneh Sohrabi' }).first().click()
  await page.locator('.rollcall-detail mark').first().waitFor()
  await shoot('roll-call')
  await navigation.getByRole('button', { name: /^All documents/ }).click()
}

async function photographWindow(running, folder) {
  const { page, send, shoot } = running
  await search(page, '"crimes against humanity" letter', /killings at Nehrin/)
  await shoot('light')
  await send('settings.set', { theme: 'dark' })
  await shoot('dark')
  await send('settings.set', { theme: 'light', layout: 'rtl' })
  await search(page, 'زندان', /سرگشاد/)
  await shoot('rtl')
  await send('settings.set', { layout: 'auto' })
  await search(page, 'letter after:2021', /Five questions/)
  await photographNames(running)
  await photographImport(running, folder)
}

/** The journey that opens one document of each format photographs each of them. */
async function photographFormats(env) {
  const cli = inProject('node_modules/@playwright/test/cli.js')
  const args = [cli, 'test', 'tests/e2e/every-format.spec.ts', '--reporter=line']
  const made = await run(process.execPath, args, { cwd: projectDir, env: { ...env, SANAD_PICTURES: '1' } })
  if (made.code !== 0)
    throw new SetupFailure(
      `The formats could not be photographed: ${lastWords(made)}.`,
      'Run "npm run check -- --only e2e" to see why.'
    )
  for (const name of readdirSync(join(target, 'formats'))) if (name.endsWith('.png')) taken.add(join(target, 'formats', name))
  say('docs/screenshots/formats')
}

/** A palette of 256 colours makes them a third as large, and nobody sees it. Where ImageMagick is missing they stay as they are. */
async function shrink() {
  const convert = findProgram('convert')
  if (convert === undefined) return say('ImageMagick is not here: the pictures stay as large as they are')
  // Without dithering: it strews dots over even grounds, and makes the files larger.
  const palette = ['-strip', '+dither', '-colors', '256', '-define', 'png:compression-level=9']
  for (const file of taken) {
    const done = await run(convert, [file, ...palette, `PNG8:${file}`])
    if (done.code !== 0) throw new SetupFailure(`${file} could not be made smaller: ${lastWords(done)}.`, 'Look at the picture.')
  }
}

/** The parts after `--only`, or all of them. */
function partsAskedFor() {
  const at = process.argv.indexOf('--only')
  const asked = at < 0 ? PARTS : (process.argv[at + 1] ?? '').split(',')
  const unknown = asked.find((part) => !PARTS.includes(part))
  if (unknown === undefined) return asked
  throw new SetupFailure(`There is no part "${unknown}" to photograph.`, `The parts are ${PARTS.join(', ')}.`)
}

await runScript(async () => {
  const only = partsAskedFor()
  await build()
  const electron = electronPath()
  const sandbox = await sandboxArguments(electron)
  const folder = mkdtempSync(join(tmpdir(), 'sanad-screenshots-'))
  mkdirSync(target, { recursive: true })
  try {
    await withDisplay(async (env) => {
      if (only.some((part) => part !== 'formats')) await photograph({ folder, env, electron, sandbox }, only)
      if (only.includes('formats')) await photographFormats(env)
    })
    await shrink()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  say(`the pictures are of the sample archive in ${sample}`)
})
