/**
 * Threats 1 and 2: hundreds of pages made to run script or to call home, through real windows. Each tells by its number what it did, so
 * that it is seen which one works where nothing guards it, and that none does in Sanad: not sanitised and shown, and not when
 * sanitising is left out and the frame with its policy stands alone.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { appPolicy, COMMON_HEADERS, pagePolicy } from '#main/content-policy'
import { mainWindow } from '#scripts/main-window'
import { besideCanary } from '#tests/support/beside-canary'
import { importFolder, receiptOf } from '#tests/support/journey'
import { launchSanad } from '#tests/support/launch-sanad'
import { allPayloads } from '#tests/support/payloads/all-payloads'
import { answersOf } from '#tests/support/payloads/answers'
import { launchBare, ledTo, openWindow, type Served, servedCount, serveFiles } from '#tests/support/payloads/bare-browser'
import { type Canary, startCanary } from '#tests/support/payloads/canary'
import { containersOf } from '#tests/support/payloads/containers'
import { type Firing, watchFiring } from '#tests/support/payloads/firing'
import { clearFrames, FRAMES_AT_ONCE, type Framed, layFrames, settled, touchFrames } from '#tests/support/payloads/frames'
import { ask, type Sanad } from '#tests/support/room'
import { words } from '#tests/support/words'

const payloads = allPayloads()
/** Those that want a hand fill their frame. */
const isTouched = (file: Buffer | undefined): boolean => file?.includes('inset:0') ?? false
/** How long what was laid and touched is given at the end, in milliseconds. */
const GIVEN_MS = 2_000

let folder: string
let canary: Canary
let firing: Firing
let netLog: string

// A minute where the machine is otherwise idle; six where it does much else.
test.describe.configure({ timeout: 900_000 })

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-payloads-'))
  netLog = join(folder, 'net.json')
  canary = await startCanary(payloads)
  firing = watchFiring(canary)
})

test.afterEach(async () => {
  await canary.close()
  rmSync(folder, { recursive: true, force: true })
})

const say = (text: string): void => void process.stdout.write(`      ${text}\n`)

const namesOf = (numbers: Iterable<number>): string[] => [...numbers].map((number) => nameOf(number))
const nameOf = (number: number): string => `${payloads[number]?.tries} ${payloads[number]?.name}`

/**
 * Shows payloads at these addresses, as many at once as there is room for, and touches those that want it. Where they are to be held
 * (`isSandboxed`), all have loaded before and are given some time after; where not, what did nothing is touched again, until that brings
 * nothing more.
 */
async function showAll(app: ElectronApplication, page: Page, all: readonly Framed[], isSandboxed: boolean): Promise<void> {
  for (let from = 0; from < all.length; from += FRAMES_AT_ONCE) {
    const shown = all.slice(from, from + FRAMES_AT_ONCE)
    const idle = (): number[] => {
      const fired = firing.fired()
      return shown.flatMap(({ number }, at) => (isTouched(canary.files[number]) && !fired.has(number) ? [at] : []))
    }
    await layFrames(page, shown, isSandboxed)
    if (!isSandboxed) await settled(firing.activity)
    for (let round = 0; round < (isSandboxed ? 1 : 3); round++) {
      const untouched = idle()
      if (!isSandboxed && untouched.length === 0) break
      await touchFrames(app, untouched)
      if (isSandboxed) await page.waitForTimeout(GIVEN_MS)
      else await settled(firing.activity)
      if (!isSandboxed && round > 0 && idle().length === untouched.length) break
    }
    await clearFrames(page)
  }
}

/** Every payload under an address of one document's page, with the headers that this page has. */
function unsanitised(origin: string): Record<string, Served> {
  const headers = { ...COMMON_HEADERS, 'content-security-policy': pagePolicy(origin, 'sanad://app') }
  return Object.fromEntries(
    canary.files.map((file, number) => [
      `${origin}/p/${number}`,
      { type: `${payloads[number]?.mediaType}; charset=utf-8`, headers, bodyBase64: file.toString('base64') }
    ])
  )
}

/** Shows every payload in an Electron without guards. Some lead past their own canary, to the usual ports of addresses of the world. */
async function showUnguarded(): Promise<void> {
  const app = await launchBare(folder, netLog)
  for (let from = 0; from < payloads.length; from += FRAMES_AT_ONCE) {
    const page = await openWindow(app, canary.hostPage('<!doctype html><body style="margin:0">'))
    firing.watch(page)
    const numbers = payloads.slice(from, from + FRAMES_AT_ONCE).map((_, at) => from + at)
    const frames = numbers.map((number) => ({ number, address: canary.pageOf(number) }))
    await showAll(app, page, frames, false)
    firing.noteAddresses(await ledTo(app))
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
    })
  }
  await app.close()
}

test('threat 02: the payloads work where nothing guards', async () => {
  await besideCanary(showUnguarded)
  const fired = new Set([...firing.fired(), ...canary.namedIn(readFileSync(netLog, 'utf8'))])
  const scripts = [...fired].filter((number) => payloads[number]?.tries === 'script').length
  say(
    `${payloads.length} payloads; unguarded ${fired.size} do what they are for: ${scripts} script, ${fired.size - scripts} requests`
  )
  const idle = payloads.flatMap((_, number) => (fired.has(number) ? [] : [nameOf(number)]))
  test.info().annotations.push({ type: 'idle everywhere', description: idle.join(' · ') })
  expect(scripts).toBeGreaterThan(261)
  expect(fired.size - scripts).toBeGreaterThan(100)
})

test('threat 02: the frame and its policy hold alone, without sanitiser and without any other guard', async () => {
  const app = await launchBare(folder, netLog)
  const origin = 'sanad-page://d1'
  const headers = { ...COMMON_HEADERS, 'content-security-policy': appPolicy('none') }
  const host = { type: 'text/html', headers, bodyBase64: Buffer.from('<!doctype html><body>').toString('base64') }
  await serveFiles(app, { schemes: ['sanad', 'sanad-page'], files: { ...unsanitised(origin), 'sanad://app/': host } })
  const page = await openWindow(app, 'sanad://app/')
  firing.watch(page)
  await showAll(
    app,
    page,
    payloads.map((_, number) => ({ number, address: `${origin}/p/${number}` })),
    true
  )
  firing.noteAddresses(await ledTo(app))
  expect(await servedCount(app)).toBe(payloads.length + 1)
  await app.close()
  const fired = new Set([...firing.fired(), ...canary.namedIn(readFileSync(netLog, 'utf8'))])
  say(`of ${payloads.length} under the frame and its policy alone ${firing.ran().size} run and ${fired.size} reach out`)
  expect(namesOf(firing.ran())).toEqual([])
  expect(namesOf(fired)).toEqual([])
})

const ENDINGS = { 'text/html': 'html', 'image/svg+xml': 'svg', 'application/xhtml+xml': 'xhtml' } as const

/** Every payload as a file of its own, and documents of other kinds that carry all of them. */
function writePayloads(): string {
  const source = join(folder, 'Payloads')
  mkdirSync(source)
  for (const [number, file] of canary.files.entries())
    writeFileSync(join(source, `p${number}.${ENDINGS[payloads[number]?.mediaType ?? 'text/html']}`), file)
  const pages = canary.files.filter((_, number) => payloads[number]?.mediaType === 'text/html')
  for (const [name, content] of Object.entries(containersOf(pages))) writeFileSync(join(source, name), content)
  return source
}

/** The documents of an archive, with the file names they came under. */
async function allDocuments(sanad: Sanad): Promise<{ id: number; file: string }[]> {
  const found: { id: number; file: string }[] = []
  for (let offset = 0; ; offset += 1000) {
    const { hits, total } = await ask(sanad, 'search.run', { query: '', filter: {}, limit: 1000, offset })
    for (const { id, path } of hits) found.push({ id, file: path.slice(path.lastIndexOf('/') + 1) })
    if (offset + 1000 >= total) return found
  }
}

/**
 * Notes what a window asks of the network, in the place of the guard that refuses it: everything but the program's own addresses is
 * refused as before.
 */
async function noteRequests(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ session }) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'asked', asked)
    session.fromPartition('sanad').webRequest.onBeforeRequest(({ url }, answer) => {
      const isOwn = /^(?:sanad|sanad-page|data):/.test(url)
      if (!isOwn) asked.push(url)
      answer({ cancel: !isOwn })
    })
  })
  return () =>
    app.evaluate(() => {
      const asked: unknown = Reflect.get(globalThis, 'asked')
      return Array.isArray(asked) ? asked.map(String) : []
    })
}

async function startSanad(): Promise<Sanad> {
  const app = await launchSanad({
    userData: join(folder, 'data'),
    documents: join(folder, 'documents'),
    switches: [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'],
    env: { SANAD_ARCHIVE: join(folder, 'Test.sanad') }
  })
  const window = await mainWindow(app)
  firing.watch(window)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 1440, height: 940 }))
  await window.getByRole('main').waitFor()
  return { app, window, quit: () => app.close() }
}

/**
 * The same answer under an address at another document's origin. (Each document has an origin of its own, for which Chromium starts a
 * process; seven hundred of them would take minutes.)
 */
function movedTo(origin: string, from: string, served: Served): Served {
  const policy = (served.headers['content-security-policy'] ?? '').replaceAll(from.replace(/\/$/, ''), origin)
  return { ...served, headers: { ...served.headers, 'content-security-policy': policy } }
}

test('threat 02: in Sanad nothing runs and nothing is asked for, sanitised or not', async () => {
  const sanad = await startSanad()
  const { app, window } = sanad
  const asked = await noteRequests(app)
  await importFolder(sanad, writePayloads())
  await (await receiptOf(window, 'Payloads')).getByRole('button', { name: words.common.done }).click()

  const documents = await allDocuments(sanad)
  const pages: { name: string; number: number; address: string }[] = []
  for (const { id, file } of documents) {
    const view = await ask(sanad, 'document.originalView', { id })
    if (view) pages.push({ name: file, number: Number(/^p(\d+)\./.exec(file)?.[1] ?? -1), address: view.url })
  }
  // As the window shows them: those of other kinds, and some of the pages, each at its own address.
  const others = pages.filter(({ name, number }) => number < 0 || /^zipped|[.]svg$|[.]xhtml$/.test(name))
  await showAll(app, window, [...others, ...pages.slice(0, 12)], true)

  const answers = await answersOf(
    join(folder, 'Test.sanad'),
    pages.map(({ address }) => address),
    'sanad://app'
  )
  const policy = answers[0]?.headers['content-security-policy'] ?? ''
  const firstOrigin = pages[0]?.address.replace(/\/$/, '') ?? ''
  expect(policy).toBe(pagePolicy(firstOrigin, 'sanad://app'))
  const sanitised = Object.fromEntries(
    pages.map(({ address }, at) => [`sanad-page://d1/s/${at}`, movedTo('sanad-page://d1', address, answers[at] as Served)])
  )
  const files = { ...sanitised, ...unsanitised('sanad-page://d1') }
  await serveFiles(app, { partition: 'sanad', schemes: ['sanad-page'], files })
  await showAll(
    app,
    window,
    pages.map(({ number }, at) => ({ number, address: `sanad-page://d1/s/${at}` })),
    true
  )
  const firedSanitised = { ran: namesOf(firing.ran()), asked: await asked(), reached: namesOf(canary.reached()) }
  expect(firedSanitised).toEqual({ ran: [], asked: [], reached: [] })

  await showAll(
    app,
    window,
    payloads.map((_, number) => ({ number, address: `sanad-page://d1/p/${number}` })),
    true
  )
  expect(await servedCount(app)).toBe(Object.keys(files).length)
  const firedUnsanitised = { ran: namesOf(firing.ran()), asked: await asked(), reached: namesOf(canary.reached()) }
  await sanad.quit()
  expect(firedUnsanitised).toEqual({ ran: [], asked: [], reached: [] })
  expect(canary.connections()).toBe(0)
  expect(namesOf(canary.namedIn(readFileSync(netLog, 'utf8')))).toEqual([])
  say(
    `${documents.length} documents made of ${payloads.length} payloads, ${pages.length} shown as pages: 0 run, 0 requests, sanitised and not`
  )
})
