/** Threat 26, and the shell of a packaged program: what is in it, what its executable refuses, and that it does its work all the same. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createPackage, extractFile, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { fuses } from '#scripts/package/fuses'
import { type PackageStart, type StartedPackage, startPackage } from '#tests/support/package'

const project = resolve(import.meta.dirname, '..', '..')
const STARTED = 'started: Sanad'
/** How a fuse that is on is written in the executable: the character 1. */
const ENABLED = '1'.charCodeAt(0)
const REFUSED = 'not started, because it was given '

test.describe.configure({ mode: 'serial' })

let place: string
let packaged: string
const running: StartedPackage[] = []

test.beforeAll(() => {
  test.setTimeout(300_000)
  place = mkdtempSync(join(tmpdir(), 'sanad-package-'))
  chmodSync(place, 0o755)
  const script = `import { buildPackage } from './scripts/package/build-package.mjs'
    const { folder } = await buildPackage({ output: process.argv[1], targets: ['dir'] })
    process.stdout.write('\\n' + folder)`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, join(place, 'made')], {
    cwd: project,
    encoding: 'utf8'
  })
  packaged = output.split('\n').at(-1) ?? ''
})

test.afterEach(() => {
  for (const one of running.splice(0)) one.kill()
})

test.afterAll(() => rmSync(place, { recursive: true, force: true }))

/** A new empty folder that an ordinary user can reach. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(place, 'data-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A copy of the package to do something to; files that are written anew there stay as they are in the first. */
function copyOfPackage(): string {
  const copy = join(mkdtempSync(join(place, 'copy-')), 'Sanad')
  execFileSync('cp', ['-al', packaged, copy])
  return copy
}

function start(options: Partial<PackageStart> = {}): StartedPackage {
  const started = startPackage({ folder: packaged, data: emptyFolder(), ...options })
  running.push(started)
  return started
}

const hasWritten = (started: StartedPackage, words: string): Promise<void> =>
  expect.poll(started.log, { timeout: 60_000 }).toContain(words)

const archiveOf = (folder: string): string => join(folder, 'resources', 'app.asar')

test('threat 26: a package holds what runs and the licences, and nothing else', () => {
  const files = listPackage(archiveOf(packaged), { isPack: false })
  const isForeign = (file: string): boolean =>
    !/^\/(?:package\.json|out(?:\/(?:main|preload|renderer)(?:\/.+)?)?|node_modules(?:\/better-sqlite3(?:\/.+)?)?)$/.test(file)
  expect(files.filter(isForeign)).toEqual([])
  expect(files.filter((file) => /\.(?:map|tsx?|md|h|c|cpp)$|\/cli\.js$|bundle\.json$|\.stamp$/.test(file))).toEqual([])
  expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(1)
  expect(JSON.parse(extractFile(archiveOf(packaged), 'package.json').toString())).toEqual({
    ...{ name: 'sanad', productName: 'Sanad', version: expect.any(String), description: expect.any(String) },
    ...{ author: 'The Sanad authors', license: 'MIT', type: 'module', main: 'out/main/index.js' },
    ...{ desktopName: 'sanad.desktop', runtime: expect.stringMatching(/^(?:official|development)$/) }
  })
  expect(readdirSync(join(packaged, 'resources')).sort()).toEqual([
    'app.asar',
    'app.asar.unpacked',
    'check-custody-log.mjs',
    'sample'
  ])
  const licences = readFileSync(join(packaged, 'LICENSES.txt'), 'utf8')
  for (const name of ['Sanad', 'react-dom ', 'saxes', 'better-sqlite3-multiple-ciphers ', 'Leptonica', 'Vazirmatn']) {
    expect(licences).toContain(name)
  }
  expect(readdirSync(packaged)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html', 'share']))
  expect(readFileSync(join(packaged, 'share/applications/sanad.desktop'), 'utf8')).toMatch(/^Exec=\/opt\/Sanad\/sanad %F$/m)
})

test('threat 26: the fuses in the executable are as they were meant', async () => {
  const wire = await getCurrentFuseWire(join(packaged, 'sanad'))
  const read = Object.keys(fuses).map((name) => [name, wire[FuseV1Options[name as keyof typeof FuseV1Options]] === ENABLED])
  expect(Object.fromEntries(read)).toEqual(fuses)
})

test('threat 26: a package is no Node: it runs no script of others and loads no module into itself', async () => {
  const data = emptyFolder()
  const marker = join(data, 'ran')
  const script = join(data, 'script.cjs')
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`)

  const asNode = start({ data, args: [script], env: { ELECTRON_RUN_AS_NODE: '1' } })
  await hasWritten(asNode, STARTED)
  asNode.kill()
  const withOptions = start({ env: { NODE_OPTIONS: `--require ${script}` } })
  await hasWritten(withOptions, STARTED)
  expect(existsSync(marker)).toBe(false)
})

test('threat 26: no switch opens a port, and one that was given keeps the program from starting', async () => {
  const starts = [
    ['--remote-debugging-port=0'],
    ['--inspect=0'],
    ['--remote-debugging-pipe', '--load-extension=/tmp'],
    ['-e', '1']
  ].map((args) => ({ args, started: start({ args }) }))
  for (const { args, started } of starts) {
    await hasWritten(started, `${REFUSED}${args[0]?.replace(/^--?/, '--').split('=')[0]}`)
    expect(started.log()).not.toContain(STARTED)
    expect(started.listening()).toEqual([])
  }
})

test('threat 26: variables that would do the same keep it from starting too', async () => {
  const started = start({ env: { ELECTRON_ENABLE_LOGGING: '1' } })
  await hasWritten(started, `${REFUSED}ELECTRON_ENABLE_LOGGING`)
})

test('threat 26: an ordinary user gets the sandbox, and can not start without it', async () => {
  const sandboxed = start({ asOrdinaryUser: true })
  await hasWritten(sandboxed, STARTED)
  expect(sandboxed.log()).not.toContain('without its sandbox')
  const isRenderer = (pid: number): boolean => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')
  await expect.poll(() => sandboxed.pids().filter(isRenderer).length, { timeout: 30_000 }).toBeGreaterThan(0)
  for (const pid of sandboxed.pids().filter(isRenderer)) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    expect({ filter: /^Seccomp:\t(\d)/m.exec(status)?.[1], privileges: /^NoNewPrivs:\t(\d)/m.exec(status)?.[1] }).toEqual({
      filter: '2',
      privileges: '1'
    })
  }
  sandboxed.kill()
  const bare = start({ asOrdinaryUser: true, args: ['--no-sandbox'] })
  await hasWritten(bare, `${REFUSED}--no-sandbox`)
  const byVariable = start({ asOrdinaryUser: true, env: { ELECTRON_DISABLE_SANDBOX: '1' } })
  await hasWritten(byVariable, `${REFUSED}ELECTRON_DISABLE_SANDBOX`)
})

test('threat 26: a folder beside app.asar is not run in its place', async () => {
  const copy = copyOfPackage()
  const data = emptyFolder()
  const app = join(copy, 'resources', 'app')
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'other', main: 'main.cjs' }))
  writeFileSync(join(app, 'main.cjs'), `require('node:fs').writeFileSync(${JSON.stringify(join(data, 'ran'))}, '')`)
  await hasWritten(start({ folder: copy, data }), STARTED)
  expect(existsSync(join(data, 'ran'))).toBe(false)
  // Nor when the archive is gone.
  rmSync(archiveOf(copy))
  const code = await start({ folder: copy, data }).ended
  expect(code).not.toBe(0)
  expect(existsSync(join(data, 'ran'))).toBe(false)
})

test('threat 26: the packaged program imports, reads, recognises and finds, with its processes and its native module', async () => {
  const copy = copyOfPackage()
  const resources = join(copy, 'resources')
  renameSync(archiveOf(copy), join(resources, 'sanad.asar'))
  renameSync(`${archiveOf(copy)}.unpacked`, join(resources, 'sanad.asar.unpacked'))
  await createPackage(join(project, 'tests/support/package-driver'), archiveOf(copy))
  const report = join(emptyFolder(), 'report')
  const started = start({ folder: copy, env: { SANAD_DRIVER_REPORT: report } })
  const code = await started.ended
  const answers = JSON.parse(readFileSync(`${report}.json`, 'utf8'))
  expect(answers.error).toBeUndefined()
  expect(code).toBe(0)
  expect(answers.receipt.counts).toMatchObject({ failed: 0 })
  expect(answers.receipt.counts.documents).toBeGreaterThan(100)
  expect(answers.found.total).toBe(10)
  expect(answers.shown).toContain('10 documents')
  expect(answers.processes).toContain('Sanad document reader')
  expect(answers.about.sqlite).toMatch(/^3\./)
  // The window's page, as the checklist of Electron wants it (docs/electron-checklist.md).
  expect(answers.preferences).toMatchObject({
    ...{ sandbox: true, contextIsolation: true, webSecurity: true, nodeIntegration: false, nodeIntegrationInSubFrames: false },
    ...{ webviewTag: false, allowRunningInsecureContent: false, experimentalFeatures: false }
  })
  expect(answers.preferences.enableBlinkFeatures ?? '').toBe('')
  expect(answers.seen.toSorted()).toEqual(['importDropped', 'invoke', 'on', 'platform', ...Array(4).fill('undefined')])
  if (process.env.SANAD_KEEP_PICTURE !== undefined) renameSync(`${report}.png`, process.env.SANAD_KEEP_PICTURE)
})
