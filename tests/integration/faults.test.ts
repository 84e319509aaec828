/** What the world does to an import: files that grow, vanish or may not be read, and a clock that goes back. */
import { spawn } from 'node:child_process'
import { appendFileSync, chmodSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { temporaryFolder } from '#tests/support/temporary'
import { checkArchive } from '#tests/torture/check-archive'
import { type Ended, runImport, runSanad } from '#tests/torture/sanad-process'

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

type Receipt = Readonly<{
  files: number
  documents: number
  copies: number
  withoutText: number
  failed: number
  problems: readonly { path: string; code: string; message: string }[]
}>

/** Every file is counted once, whatever became of it. */
function receiptOf(ended: Ended): Receipt {
  expect(ended.code, ended.errors).toBe(0)
  const receipt = JSON.parse(ended.output) as Receipt
  expect(receipt.documents + receipt.copies + receipt.withoutText + receipt.failed).toBe(receipt.files)
  return receipt
}

test('a file that grows while it is read has a row that says so, and is imported once it is finished', async () => {
  const source = temporaryFolder()
  writeGeneratedFolder(source, 10)
  // Large enough to be read for a while, and nothing that takes long to be understood.
  const growing = join(source, 'growing.bin')
  writeFileSync(growing, Buffer.alloc(24 << 20, 0xf7))
  const timer = setInterval(() => appendFileSync(growing, 'more'), 1)
  const archive = join(temporaryFolder(), 'Grown.sanad')
  const receipt = receiptOf(await runImport(archive, [source]).finally(() => clearInterval(timer)))
  expect(receipt.problems).toEqual([
    expect.objectContaining({ path: growing, code: 'changed-while-reading', message: expect.stringMatching(/Import it again/) })
  ])
  expect(checkArchive(archive).problems).toEqual([])
  const again = receiptOf(await runImport(archive, [source]))
  expect(again).toMatchObject({ files: 11, copies: 10 })
  expect(again.problems.map(({ code }) => code)).not.toContain('changed-while-reading')
})

test('files that vanish during an import are rows, and the others are in', async () => {
  const source = temporaryFolder()
  writeGeneratedFolder(source, 400)
  const archive = join(temporaryFolder(), 'Vanished.sanad')
  const running = runImport(archive, [source])
  while (statSync(join(archive, 'archive.db-wal'), { throwIfNoEntry: false }) === undefined)
    await new Promise((wait) => setTimeout(wait, 10))
  // One file in the last folder goes while the folder is still known to hold it, and a whole folder.
  for (const name of readdirSync(join(source, 'box 003')).slice(0, 50)) rmSync(join(source, 'box 003', name))
  rmSync(join(source, 'box 002'), { recursive: true })
  const receipt = receiptOf(await running)
  expect(receipt.documents).toBeGreaterThanOrEqual(100)
  for (const { code, message } of receipt.problems) {
    expect(code).toBe('vanished')
    expect(message).toMatch(/gone now/)
  }
  expect(checkArchive(archive).problems).toEqual([])
})

const canBeNobody = ((): boolean => {
  if (!isRoot) return true
  // Root may read everything: somebody else has to be refused, who must be able to run the command line at all.
  for (let path = cli; path !== '/'; path = resolve(path, '..'))
    if ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) % 8 < 5 && path !== cli) return false
  return (statSync(process.execPath).mode & 1) === 1
})()

test.skipIf(!canBeNobody)(
  'a file that may not be read and a folder that may not be entered have rows; the others are in',
  async () => {
    const source = temporaryFolder()
    writeGeneratedFolder(source, 5)
    const closed = join(source, 'closed.txt')
    writeFileSync(closed, 'not for you')
    const folder = join(source, 'shut')
    writeGeneratedFolder(folder, 1)
    const target = temporaryFolder()
    for (const path of [source, target]) chmodSync(path, 0o777)
    for (const path of [closed, folder]) chmodSync(path, 0)
    const archive = join(target, 'Refused.sanad')
    const child = spawn(
      process.execPath,
      [cli, 'import', source, '--archive', archive, '--json'],
      isRoot ? { uid: NOBODY, gid: NOBODY } : {}
    )
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
    const code = await new Promise<number | null>((done) => child.once('close', done))
    chmodSync(folder, 0o700)
    const receipt = receiptOf({ code, signal: null, output, errors: '', milliseconds: 0 })
    expect(receipt.documents).toBe(5)
    expect(receipt.problems.map((problem) => [problem.path, problem.code]).sort()).toEqual([
      [closed, 'permission-denied'],
      [folder, 'permission-denied']
    ])
  }
)

/** Ten years back, in a program started with it. */
const earlier = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    'const now = Date.now; const back = 10 * 365 * 86_400_000; Date = class extends Date { constructor(...given) { if (given.length === 0) super(now() - back); else super(...given) } static now() { return now() - back } }'
  )}`
}

test('a clock that goes back ten years between two imports disturbs nothing', async () => {
  const [first, second] = [temporaryFolder(), temporaryFolder()]
  writeGeneratedFolder(first, 6)
  writeFileSync(join(second, 'later.txt'), 'What was written down in the winter, told once more.')
  const archive = join(temporaryFolder(), 'Clock.sanad')
  receiptOf(await runImport(archive, [first]))
  const back = await runSanad(archive, ['import', first, second], undefined, earlier)
  expect(receiptOf(back)).toMatchObject({ files: 7, documents: 1, copies: 6 })
  expect((await runSanad(archive, ['tag', 'add', 'kept', '7'], undefined, earlier)).code).toBe(0)
  const listed = await runSanad(archive, ['list', '--tag', 'kept'])
  expect(JSON.parse(listed.output)).toMatchObject({ total: 1 })
  expect(checkArchive(archive).problems).toEqual([])
  const verified = await runSanad(archive, ['verify'])
  expect(verified.code, verified.errors).toBe(0)
  expect(JSON.parse(verified.output)).toMatchObject({
    checked: 7,
    ok: 7,
    changed: [],
    missing: [],
    extra: [],
    database: 'ok',
    log: 'ok'
  })
})
