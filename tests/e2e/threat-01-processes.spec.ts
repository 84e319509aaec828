/** Threat 1 in the processes and threads of the real program: whatever code runs there, no way of Node or Electron leads out. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { importFolder, receiptOf } from '#tests/support/journey'
import { ask, expect, test } from '#tests/support/room'
import { words } from '#tests/support/words'

const project = resolve(import.meta.dirname, '../..')
const support = (name: string): string => join(project, 'tests/support', name)
const built = join(project, 'out/main')

/** Entries of threads are all that is built beside the program itself, its command line and the process that reads documents. */
const threadEntries = readdirSync(built).filter(
  (name) => name.endsWith('.js') && !['index.js', 'cli.js', 'extract-process.js'].includes(name)
)

test('threat 01: no code in the main process reaches a network, and what tries is counted', async ({ room }) => {
  const sanad = await room.start()
  const open = await sanad.app.evaluate(async (_electron, file) => {
    const { openWays } = process.getBuiltinModule('node:module').createRequire(file)(file)
    return openWays() as Promise<string[]>
  }, support('node-ways.cjs'))
  expect(open).toEqual([])
  const { total, groups } = await ask(sanad, 'network.refusals', {})
  expect(total).toBeGreaterThan(40)
  expect(groups).toEqual([expect.objectContaining({ source: { kind: 'program', part: 'main' } })])
  expect(groups[0]?.entries.map(({ address }) => address)).toEqual(
    expect.arrayContaining(['electron.net.fetch', 'shell.openExternal', 'autoUpdater.checkForUpdates', 'net.connect'])
  )
})

test("threat 01: Chromium's sessions hand out no network to the main process either", async ({ room }) => {
  const sanad = await room.start()
  const open = await sanad.app.evaluate(async ({ session, webContents }) => {
    const address = 'http://127.0.0.1:9/'
    const ours = [session.defaultSession, session.fromPartition('sanad'), session.fromPartition('made later')]
    const found: string[] = []
    for (const [index, one] of ours.entries()) {
      const reach = async (name: string, way: () => Promise<unknown>): Promise<void> => {
        try {
          await way()
          found.push(`${name} of session ${index}`)
        } catch {
          // Refused, as it should be.
        }
      }
      await reach('fetch', () => one.fetch(address))
      await reach('resolveHost', () => one.resolveHost('localhost'))
      await reach('file', () => one.fetch('file:///etc/hostname'))
      if ((await one.resolveProxy(address)) !== 'PROXY 0.0.0.0:0') found.push(`the proxy of session ${index}`)
      if (one.isSpellCheckerEnabled()) found.push(`the spelling of session ${index}`)
    }
    const [page] = webContents.getAllWebContents()
    page?.downloadURL(address)
    session.fromPartition('sanad').downloadURL('data:text/plain,x')
    session.fromPartition('sanad').preconnect({ url: address })
    return found
  })
  expect(open).toEqual([])
  await expect
    .poll(async () => (await ask(sanad, 'network.refusals', {})).groups.flatMap(({ entries }) => entries.map(({ kind }) => kind)))
    .toContain('download')
})

test('threat 01: no code in a thread on the archive reaches a network, and what tries is counted', async ({ room }) => {
  const sanad = await room.start()
  expect(threadEntries).toContain('engine-thread.js')
  for (const name of threadEntries) {
    const open = await sanad.app.evaluate(
      (_electron, { probe, entry }) => {
        const { Worker } = process.getBuiltinModule('node:worker_threads')
        const toURL = process.getBuiltinModule('node:url').pathToFileURL
        return new Promise<string[]>((answer, reject) => {
          const worker = new Worker(toURL(probe), { workerData: { entry, role: 'read', directory: '/nowhere' } })
          worker.on('error', reject)
          worker.on('message', (message: { openWays?: string[] }) => {
            if (message.openWays === undefined) return
            answer(message.openWays)
            void worker.terminate()
          })
        })
      },
      { probe: support('probe-thread.mjs'), entry: pathToFileURL(join(built, name)).href }
    )
    expect(open, name).toEqual([])
  }
  await expect
    .poll(async () => (await ask(sanad, 'network.refusals', {})).groups.map(({ source }) => source))
    .toContainEqual({ kind: 'program', part: 'engine' })
})

test('threat 01: no code in a process that reads documents reaches a network', async ({ room }) => {
  // It is the test's own end of a process that the warning tells of.
  const sanad = await room.start({ expected: [/a child process ended: Utility, killed/] })
  const open = await sanad.app.evaluate(
    ({ utilityProcess }, { probe, entry }) =>
      new Promise<string[]>((answer, reject) => {
        const child = utilityProcess.fork(probe, [entry], { stdio: 'ignore' })
        child.on('exit', (code) => reject(new Error(`the process ended: ${code}`)))
        child.on('message', (message: { openWays?: string[] }) => {
          if (message.openWays === undefined) return
          answer(message.openWays)
          child.kill()
        })
      }),
    { probe: support('probe-parser.mjs'), entry: pathToFileURL(join(built, 'extract-process.js')).href }
  )
  expect(open).toEqual([])
})

test('threat 01: a request that gets as far as the guards is counted, in sight', async ({ room }) => {
  const sanad = await room.start({
    expected: [/Refused to|violates the following Content Security Policy|ERR_BLOCKED_BY_CLIENT/]
  })
  const { window } = sanad
  await importFolder(sanad, join(project, 'resources/sample/Statements'))
  await (await receiptOf(window, 'Statements')).getByRole('button', { name: words.common.done }).click()
  const status = window.getByRole('contentinfo').getByRole('button', { name: new RegExp(words.shell.offline) })
  await expect(status).toHaveText(words.shell.offline)
  await window.evaluate(() => void globalThis.open('https://canary.example/page'))
  await expect(status).toContainText(words.shell.refused_one.replace('{{count, number}}', '1'))
  expect(await ask(sanad, 'network.refusals', {})).toMatchObject({
    total: 1,
    groups: [{ source: { kind: 'window' }, entries: [{ kind: 'window', address: 'https://canary.example/page', count: 1 }] }]
  })
})
