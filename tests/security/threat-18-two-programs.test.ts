/** Threat 18: two programs on one archive. The second is refused with a sentence; a lock left by a kill is no lock. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createArchive, openArchive } from '#engine/open'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { temporaryFolder } from '#tests/support/temporary'
import { checkArchive } from '#tests/torture/check-archive'
import { runImport, runSanad } from '#tests/torture/sanad-process'

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')
const REFUSED = /is open in another window or program\. Close it there first\./

beforeAll(() => expect(existsSync(cli), 'the command line is built').toBe(true))

test('threat 18: a second program is refused, for reading as for writing, and the first notices nothing', async () => {
  const directory = join(temporaryFolder(), 'Shared.sanad')
  const archive = createArchive(directory)
  const source = temporaryFolder()
  writeGeneratedFolder(source, 3)
  for (const args of [['info'], ['search', 'x'], ['tag', 'add', 'x', '1'], ['import', source]])
    expect(await runSanad(directory, args)).toMatchObject({ code: 1, errors: expect.stringMatching(REFUSED) })
  expect(() => openArchive(directory)).toThrow(expect.objectContaining({ code: 'archive-in-use' }))
  archive.close()
  expect((await runImport(directory, [source])).code).toBe(0)
  expect(checkArchive(directory).problems).toEqual([])
})

test('threat 18: of two imports started together one runs and the other is refused; nothing is mixed', async () => {
  const directory = join(temporaryFolder(), 'Raced.sanad')
  createArchive(directory).close()
  const source = temporaryFolder()
  writeGeneratedFolder(source, 60)
  const ends = await Promise.all([runImport(directory, [source]), runImport(directory, [source]), runImport(directory, [source])])
  const refused = ends.filter(({ code }) => code === 1)
  // Whoever comes after the first has ended runs as well: what matters is that nobody runs beside it.
  for (const { errors } of refused) expect(errors).toMatch(REFUSED)
  expect(ends.some(({ code }) => code === 0)).toBe(true)
  const { problems, holdings } = checkArchive(directory)
  expect(problems).toEqual([])
  expect(holdings.documents).toHaveLength(60)
})

test('threat 18: the lock of a killed program is taken over at once', async () => {
  const directory = join(temporaryFolder(), 'Killed.sanad')
  const source = temporaryFolder()
  writeGeneratedFolder(source, 400)
  const child = spawn(process.execPath, [cli, 'import', source, '--archive', directory], { stdio: 'ignore' })
  const ended = new Promise((done) => child.once('close', done))
  while (!existsSync(join(directory, 'archive.db-wal'))) await new Promise((wait) => setTimeout(wait, 20))
  expect(await runSanad(directory, ['info'])).toMatchObject({ code: 1, errors: expect.stringMatching(REFUSED) })
  child.kill('SIGKILL')
  await ended
  const opened = await runSanad(directory, ['info'])
  expect(opened.code, opened.errors).toBe(0)
  expect(checkArchive(directory).problems).toEqual([])
})
