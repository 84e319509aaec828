/** `sanad` as a person or a script calls it: the built command line in a process of its own. */
import { spawn } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createArchive, openArchive } from '#engine/open'
import { checkWithNode } from '#tests/support/check-exported-log'
import { logOf, putLog } from '#tests/support/tampered-log'
import { temporaryFolder } from '#tests/support/temporary'

const script = resolve(import.meta.dirname, '../../scripts/sanad.mjs')

type Ran = Readonly<{ status: number; stdout: string; stderr: string }>

function sanad(...argv: string[]): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', failed)
    child.on('close', (status) =>
      done({ status: status ?? -1, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() })
    )
  })
}

async function json(...argv: string[]) {
  const ran = await sanad(...argv, '--json')
  expect(ran.stderr).toBe('')
  expect(ran.status).toBe(0)
  return JSON.parse(ran.stdout)
}

const LETTER = 'Letter of the experts\n\nThe execution of prisoners in the summer of 1988 may amount to crimes against humanity.'

function source(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'un'))
  writeFileSync(join(folder, 'un', 'letter.txt'), LETTER)
  writeFileSync(join(folder, 'copy.txt'), LETTER)
  writeFileSync(join(folder, 'نامه.txt'), 'نامه سرگشاده\n\nخانواده‌ها می‌خواهند بدانند در تابستان ۱۳۶۷ بر عزیزانشان چه گذشت.')
  writeFileSync(join(folder, 'scan.pdf'), '%PDF-1.7\n%%EOF')
  return folder
}

beforeAll(async () => {
  // Whatever there is to set up or build is said once, here.
  await sanad('version')
}, 180_000)

describe('sanad', () => {
  test('lists, checks and exports the custody log', async () => {
    const archive = join(temporaryFolder(), 'A.sanad')
    await json('import', source(), '--archive', archive)
    const { entries, log } = await json('log', '--archive', archive)
    expect(log.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['import-ended', 'originals-added', 'import-started', 'archive-created'])
    )
    expect(await json('log', '--check', '--archive', archive)).toMatchObject({ log: 'ok', checked: entries, fault: null })
    const { stdout } = await sanad('log', '--limit', '1', '--archive', archive)
    const noted = stdout.trim().split('\n').at(-1) ?? ''
    expect(await json('log', '--check', '--noted', noted, '--archive', archive)).toMatchObject({ log: 'ok', checked: entries })
    const further = await sanad('log', '--check', '--noted', `9${noted}`, '--archive', archive)
    expect([further.status, further.stdout]).toEqual([1, expect.stringContaining('The log ends before entry')])
    expect(await sanad('log', '--noted', noted, '--archive', archive)).toMatchObject({ status: 2 })
    const file = join(temporaryFolder(), 'log.jsonl')
    const { exportedHead, head } = await json('log', '--export', file, '--archive', archive)
    expect(checkWithNode(file, '--entries', String(exportedHead.seq), '--fingerprint', exportedHead.hash)).toMatchObject({
      status: 0
    })
    expect(head.seq).toBe(exportedHead.seq + 1)
    const opened = openArchive(archive)
    putLog(opened.db, logOf(opened.db).slice(0, -1))
    opened.close()
    const broken = await sanad('log', '--check', '--archive', archive)
    expect(broken.status).toBe(1)
    expect(broken.stdout).toContain('The log ends before entry')
  })

  test('imports, finds, shows, lists, tags and reports, as one JSON document each', async () => {
    const archive = join(temporaryFolder(), 'A.sanad')
    const folder = source()
    const receipt = await json('import', folder, '--archive', archive)
    expect(receipt).toMatchObject({ import: 1, files: 4, documents: 2, copies: 1, withoutText: 0, failed: 1, state: 'finished' })
    expect(receipt.problems).toMatchObject([{ path: join(folder, 'scan.pdf'), code: 'damaged' }])

    const found = await json('search', 'executions 1988', '--archive', archive)
    expect(found).toMatchObject({ total: 1, hits: [{ language: 'en', mediaType: 'text/plain', path: join(folder, 'copy.txt') }] })
    const [hit] = found.hits
    const shown = await json('show', String(hit.id), '--archive', archive)
    expect(shown).toMatchObject({
      id: hit.id,
      title: 'Letter of the experts',
      paths: [join(folder, 'copy.txt'), join(folder, 'un', 'letter.txt')],
      tags: []
    })
    for (const passage of hit.passages) {
      expect(shown.text.slice(passage.offset, passage.offset + passage.text.length)).toBe(passage.text)
    }
    const marked = hit.passages.flatMap((passage: { text: string; ranges: [number, number][] }) =>
      passage.ranges.map(([a, b]) => passage.text.slice(a, b))
    )
    expect(marked).toEqual(['execution', '1988'])

    expect((await json('search', 'می خواهند', '--archive', archive)).total).toBe(1)
    expect((await json('search', '1367', '--archive', archive)).total).toBe(1)
    expect(await json('tag', 'add', 'letters', String(hit.id), '--archive', archive)).toEqual({ tag: 'letters', documents: 1 })
    expect(await json('list', '--tag', 'letters', '--archive', archive)).toMatchObject({
      total: 1,
      documents: [{ id: hit.id, tags: ['letters'] }]
    })
    expect(await json('search', 'tag:letters -1367', '--archive', archive)).toMatchObject({ total: 1 })
    expect(await json('tag', 'remove', 'letters', String(hit.id), '--archive', archive)).toEqual({ tag: 'letters', documents: 1 })
    expect(await json('problems', '--archive', archive)).toMatchObject({ total: 1, problems: [{ code: 'damaged' }] })
    expect(await json('info', '--archive', archive)).toMatchObject({
      documents: 3,
      originals: 3,
      schemaVersion: 4,
      sanad: '0.1.0'
    })
    expect(await json('import', folder, '--archive', archive)).toMatchObject({
      import: 2,
      files: 4,
      documents: 0,
      copies: 4,
      unchanged: 4
    })
  })

  test('leaves words out with a dash, and pages and sorts', async () => {
    const archive = join(temporaryFolder(), 'A.sanad')
    await json('import', source(), '--archive', archive)
    expect((await json('search', '-execution', '--archive', archive)).total).toBe(2)
    expect((await json('--archive', archive, 'search', '-execution', '-"crimes against"')).total).toBe(2)
    expect(
      (await json('search', '', '--limit', '1', '--offset', '1', '--sort', 'title', '--archive', archive)).hits
    ).toHaveLength(1)
  })

  test('exits with 2 and a sentence for wrong usage', async () => {
    for (const argv of [
      [],
      ['frobnicate'],
      ['search'],
      ['show', 'one'],
      ['list', '--limit', 'many'],
      ['info', '--nonsense'],
      ['search', 'x', '--sort', 'size'],
      ['tag', 'add', 'x'],
      ['import']
    ]) {
      const ran = await sanad(...argv, '--archive', temporaryFolder())
      expect([argv, ran.status, ran.stdout]).toEqual([argv, 2, ''])
      expect(ran.stderr).toMatch(/^sanad: .+\n$/)
    }
  })

  test('exits with 1 and a sentence for what is refused', async () => {
    const archive = join(temporaryFolder(), 'A.sanad')
    const missing = await sanad('search', 'x', '--archive', archive)
    expect(missing).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('There is no archive') })
    await json('import', source(), '--archive', archive)
    expect(await sanad('show', '999', '--archive', archive)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no document 999')
    })
    expect((await sanad('import', '/nowhere/at all', '--archive', archive)).status).toBe(1)
  })

  test('refuses an archive that another process has open', async () => {
    const directory = join(temporaryFolder(), 'A.sanad')
    const archive = createArchive(directory)
    onTestFinished(() => archive.close())
    expect(await sanad('info', '--archive', directory)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Close it there first')
    })
  })

  test('says in the receipt what it did not follow', async () => {
    const folder = source()
    symlinkSync('/etc', join(folder, 'etc'))
    const receipt = await json('import', folder, '--archive', join(temporaryFolder(), 'A.sanad'))
    expect(receipt.files).toBe(receipt.documents + receipt.copies + receipt.withoutText + receipt.failed)
    expect(receipt.problems.map((problem: { code: string }) => problem.code)).toContain('link-not-followed')
  })

  test('prints help', async () => {
    expect(await sanad('help')).toMatchObject({ status: 0, stdout: expect.stringContaining('sanad import PATH') })
    expect(await sanad('--version')).toMatchObject({ status: 0, stdout: '0.1.0\n' })
  })
})
