/**
 * Threat 15: every kind of link there is, clicked by hand in a saved page, and by script in a page that no sanitiser saw. No window
 * opens, nothing navigates, no other program starts. In an Electron without guards the same programs are seen to start.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { besideCanary } from '#tests/support/beside-canary'
import { fakeOpeners } from '#tests/support/fake-openers'
import { importFolder, reader, receiptOf, results } from '#tests/support/journey'
import { electronExecutable, sandboxSwitches } from '#tests/support/launch-sanad'
import { expect, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const ADDRESSES = [
  'http://127.0.0.1:9/',
  'https://127.0.0.1:9/',
  '//127.0.0.1:9/',
  'mailto:a@example.org',
  'tel:+98123',
  'sms:123',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'javascript:window.open("about:blank")',
  'data:text/html,<title>other</title>',
  'blob:null/1',
  'about:blank',
  'about:srcdoc',
  'chrome://gpu/',
  'devtools://devtools/bundled/inspector.html',
  'view-source:about:blank',
  'sanad://app/',
  'sanad://app/index.html',
  'sanad-page://d1/',
  'ms-settings:',
  'search-ms:query=x',
  'intent://x#Intent;end',
  'vscode://file/etc/passwd',
  'steam://run/1',
  'x-unknown-scheme:go'
]
const TARGETS = [
  '',
  ' target="_blank"',
  ' target="_top"',
  ' target="_parent"',
  ' target="other"',
  ' download="x.exe"',
  ' rel="opener" target="_blank"'
]

const links = ADDRESSES.flatMap((address) =>
  TARGETS.map((target, index) => `<a href='${address}'${target}>link ${index} to ${address.replace(/</g, '&lt;')}</a>`)
).concat(
  ADDRESSES.map((address) => `<form action='${address}' target="_blank"><button>send</button></form>`),
  ADDRESSES.map((address) => `<svg width="9" height="9"><a href='${address}'><rect width="9" height="9"/></a></svg>`)
)
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page of links</title></head><body>
<article><h1>Page of links</h1><p>A page that holds every kind of link there is, and a paragraph that is long enough to be read as one.</p>
${links.join('<br>\n')}</article></body></html>`

test('threat 15: links of a saved page lead nowhere, whoever clicks them', async ({ room }) => {
  test.setTimeout(180_000)
  const folder = room.newFolder('Links')
  writeFileSync(join(folder, 'links.html'), page)
  const openers = fakeOpeners(join(room.folder, 'openers'))
  const sanad = await room.start({
    env: openers.env,
    expected: [/^console: (?:Blocked|Not allowed|Failed|Unsafe|Refused)/, /about:srcdoc with error: ERR_INVALID_URL/]
  })
  const { app, window } = sanad
  await importFolder(sanad, folder)
  await (await receiptOf(window, 'Links')).getByRole('button', { name: words.common.done }).click()
  await results(window).getByRole('option').first().click()
  await reader(window).getByRole('radio', { name: words.reader.viewOriginal }).click()
  const frame = window.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Page of links' })).toBeVisible()
  // One of each address, by hand: a click takes its time.
  for (const link of await frame.locator('a', { hasText: /^link 0 / }).all()) await link.click({ force: true, noWaitAfter: true })
  await expect(frame.getByRole('heading', { name: 'Page of links' })).toBeVisible()
  await expect(frame.locator('a[href], form, svg')).toHaveCount(0)

  // The page as it is, in a window that has only the program's guards.
  const after = await app.evaluate(async ({ BrowserWindow, webContents }, html) => {
    const raw = new BrowserWindow({ show: false, webPreferences: { partition: 'sanad', sandbox: true } })
    await raw.loadURL(`data:text/html;base64,${html}`)
    const before = raw.webContents.getURL()
    const clicked: unknown = await raw.webContents.executeJavaScript(
      `const all = [...document.querySelectorAll('a, button')]
       for (const one of all) one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
       all.length`,
      true
    )
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const now = raw.webContents.getURL()
    // Chromium asks nobody before it empties a page by about:blank or about:srcdoc, which lead nowhere.
    const stayed = now === before || now.startsWith('about:')
    raw.destroy()
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { clicked, stayed, windows: BrowserWindow.getAllWindows().length, contents: webContents.getAllWebContents().length }
  }, Buffer.from(page).toString('base64'))
  // The window's page, and the empty one that hides it.
  expect(after).toEqual({ clicked: ADDRESSES.length * (TARGETS.length + 2), stayed: true, windows: 1, contents: 2 })
  expect(await window.evaluate(() => location.href)).toBe('sanad://app/')
  expect(openers.wasStarted()).toBe(false)
})

test('threat 15: without guards the same would start another program', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-openers-'))
  const openers = fakeOpeners(join(folder, 'openers'))
  mkdirSync(join(folder, 'bare'))
  writeFileSync(join(folder, 'bare/package.json'), '{"name":"bare","main":"main.cjs"}')
  writeFileSync(join(folder, 'bare/main.cjs'), "require('electron').app.on('window-all-closed', () => {})")
  await besideCanary(async () => {
    const app = await _electron.launch({
      executablePath: electronExecutable,
      args: [...sandboxSwitches, `--user-data-dir=${join(folder, 'data')}`, join(folder, 'bare')],
      env: { ...(process.env as Record<string, string>), ...openers.env }
    })
    await app.evaluate(({ shell }) => shell.openExternal('mailto:a@example.org'))
    await expect.poll(() => openers.wasStarted()).toBe(true)
    await app.close()
  })
  rmSync(folder, { recursive: true, force: true })
})
