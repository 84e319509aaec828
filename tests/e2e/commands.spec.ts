/** The way in for commands: names, shapes and senders that are not the window's own are refused, and nothing happens. */
import { resolve } from 'node:path'
import { ask, expect, sendRaw, test } from '#tests/support/room'

const refusal = { ok: false, error: { code: 'bad-request' } }

test('unknown names and malformed input are refused', async ({ room }) => {
  const sanad = await room.start({ expected: [/a command was refused/, /^\s*at /, /SanadError/] })
  const before = await ask(sanad, 'archive.info', {})
  const attempts: readonly (readonly [unknown, unknown])[] = [
    ['constructor', {}],
    ['__proto__', {}],
    ['engine.startImport', { paths: ['/'] }],
    [42, {}],
    [null, null],
    ['archive.info', { path: '/etc/passwd' }],
    ['archive.info', undefined],
    ['import.start', { choiceId: ['..'] }],
    ['import.start', { choiceId: 'x'.repeat(65) }],
    ['document.get', { id: '1; DROP TABLE documents' }],
    ['document.get', { id: 1.5 }],
    ['document.get', { id: -1 }],
    ['tags.add', { ids: [], name: 'x' }],
    ['tags.add', { ids: [1], name: '' }],
    ['search.run', { query: 'x'.repeat(10_001) }],
    ['search.run', { query: 'x', limit: 1_000_000 }],
    ['settings.set', { theme: 'neon' }]
  ]
  for (const [name, input] of attempts)
    expect(await sendRaw(sanad, name, input), JSON.stringify([name, input])).toMatchObject(refusal)
  expect(await ask(sanad, 'archive.info', {})).toEqual(before)
})

test('a choice that was never made can not be imported', async ({ room }) => {
  const sanad = await room.start()
  expect(await sendRaw(sanad, 'import.start', { choiceId: 'made-up' })).toMatchObject({
    ok: false,
    error: { code: 'choice-expired' }
  })
})

test('a page that is not the program’s own is refused even with the program’s own preload', async ({ room }) => {
  const sanad = await room.start({ expected: [/a command was refused/, /^\s*at /, /SanadError/] })
  const reply = await sanad.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await stranger.loadURL('data:text/html,<p>stranger</p>')
      const answer: unknown = await stranger.webContents.executeJavaScript("sanad.invoke('archive.info', {})")
      stranger.destroy()
      return answer
    },
    resolve(import.meta.dirname, '../../out/preload/index.cjs')
  )
  expect(reply).toMatchObject(refusal)
})

test('the page has no Node.js, no Electron and nothing but the bridge', async ({ room }) => {
  const { window } = await room.start()
  const found = await window.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in globalThis),
    bridge: Object.keys(Reflect.get(globalThis, 'sanad')).sort()
  }))
  expect(found).toEqual({ globals: [], bridge: ['importDropped', 'invoke', 'on', 'platform'] })
})
