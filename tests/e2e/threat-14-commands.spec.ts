/** Threat 14: a window's page that was taken over. Only the program's own page in the window may send commands, and a flood of them freezes nothing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFolder, receiptOf, results } from '#tests/support/journey'
import { ask, expect, sendRaw, test } from '#tests/support/room'
import { words } from '#tests/support/words'

test('threat 14: a command from any other frame, window or address is refused', async ({ room }) => {
  const sanad = await room.start({ expected: [/a command was refused/, /^console:/] })
  // The real channel, with each sender that is not the window's own page: a frame in it, another window, the same window elsewhere.
  const replies = await sanad.app.evaluate(async ({ BrowserWindow, ipcMain, session }) => {
    const [own] = BrowserWindow.getAllWindows()
    if (!own) throw new Error('no window')
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
    const handler: unknown = handlers instanceof Map ? handlers.get('sanad:invoke') : undefined
    if (typeof handler !== 'function') throw new Error('no handler')
    const send = async (sender: unknown, senderFrame: unknown): Promise<unknown> =>
      handler({ sender, senderFrame }, 'archive.state', {})
    const other = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('sanad'), sandbox: true } })
    await other.loadURL('sanad://app/')
    const found = {
      own: await send(own.webContents, own.webContents.mainFrame),
      'another window at the same address': await send(other.webContents, other.webContents.mainFrame),
      'a frame of another window': await send(own.webContents, other.webContents.mainFrame),
      'a frame inside': await send(own.webContents, { url: 'sanad-page://d1/', parent: own.webContents.mainFrame }),
      'a frame at the own address': await send(own.webContents, { url: 'sanad://app/', parent: own.webContents.mainFrame }),
      'a frame that is gone': await send(own.webContents, null)
    }
    other.destroy()
    return Object.entries(found).map(([from, reply]) => `${from}: ${(reply as { ok: boolean }).ok}`)
  })
  expect(replies).toEqual([
    'own: true',
    'another window at the same address: false',
    'a frame of another window: false',
    'a frame inside: false',
    'a frame at the own address: false',
    'a frame that is gone: false'
  ])
})

test('threat 14: a document’s frame has no bridge to the program', async ({ room }) => {
  const folder = room.newFolder('Page')
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><title>A page</title><article><h1>A page</h1><p>A paragraph that is long enough to be read, and says nothing else of any note.</p></article>`
  )
  const sanad = await room.start({ expected: [/^console: Blocked script execution in 'sanad-page:/] })
  const { app, window } = sanad
  await importFolder(sanad, folder)
  await (await receiptOf(window, 'Page')).getByRole('button', { name: words.common.done }).click()
  await results(window).getByRole('option').first().click()
  await window.getByRole('radio', { name: words.reader.viewOriginal }).click()
  await expect(window.frameLocator('iframe').getByRole('heading', { name: 'A page' })).toBeVisible()
  const inside = await app.evaluate(async ({ BrowserWindow }) => {
    const frames = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree ?? []
    const page = frames.find(({ url }) => url.startsWith('sanad-page:'))
    if (!page) throw new Error('no frame')
    const script = page.executeJavaScript('typeof window.sanad').then(String, () => 'no script runs')
    return Promise.race([script, new Promise<string>((resolve) => setTimeout(() => resolve('no script runs'), 1000))])
  })
  expect(['no script runs', 'undefined']).toContain(inside)
})

test('threat 14: a flood of commands is refused at the door, and the program answers all the while', async ({ room }) => {
  const sanad = await room.start({ expected: [/more commands than it can need/] })
  const { app, window } = sanad
  const flood = window.evaluate(async () => {
    const bridge: unknown = Reflect.get(globalThis, 'sanad')
    const invoke = Reflect.get(bridge as object, 'invoke') as (name: string, input: unknown) => Promise<{ ok: boolean }>
    let refused = 0
    for (let round = 0; round < 40; round += 1) {
      const replies = await Promise.all(Array.from({ length: 1000 }, () => invoke('search.run', { query: 'a', limit: 1 })))
      refused += replies.filter(({ ok }) => !ok).length
    }
    return refused
  })
  // The main process does other work meanwhile: each turn of it comes round.
  const longestTurn = await app.evaluate(async () => {
    let longest = 0
    for (let turn = 0; turn < 40; turn += 1) {
      const start = performance.now()
      await new Promise((resolve) => setTimeout(resolve, 5))
      longest = Math.max(longest, performance.now() - start)
    }
    return longest
  })
  expect(await flood).toBeGreaterThan(20_000)
  test.info().annotations.push({ type: 'longest turn of main during the flood, ms', description: longestTurn.toFixed(0) })
  process.stdout.write(`longest turn of main during the flood: ${longestTurn.toFixed(0)} ms\n`)
  // Room comes back with time.
  await expect.poll(async () => (await sendRaw(sanad, 'archive.state', {})).ok).toBe(true)
  expect((await ask(sanad, 'archive.state', {})).open).not.toBeNull()
})
