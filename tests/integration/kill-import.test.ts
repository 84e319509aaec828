/**
 * The plug is pulled at random moments of an import. `npm run torture` does the same with more rounds; SANAD_KILL_SEED repeats a run.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { tarFile } from '#tests/support/tar-file'
import { checkArchive, type Holdings, strayOriginals } from '#tests/torture/check-archive'
import { leaveOutWhenTimeIsUp, momentsOf, roundsOf, SEED } from '#tests/torture/rounds'
import { runImport } from '#tests/torture/sanad-process'

const FILES = 500
const sample = resolve(import.meta.dirname, '../../resources/sample')

/** Archives that take a good part of the import to be opened, one with another inside, and a file that both hold. */
function writeContainers(folder: string): void {
  const text = (name: string) => ({
    name: `${name}.txt`,
    content: `Text ${name}\n\n${`The body of text ${name} in its box. `.repeat(30)}`
  })
  const inner = tarFile([text('shared'), ...Array.from({ length: 80 }, (_, at) => text(`inner ${at}`))])
  const outer = tarFile([
    ...Array.from({ length: 120 }, (_, at) => text(`outer ${at}`)),
    { name: 'inner.tar', content: inner },
    text('shared')
  ])
  mkdirSync(join(folder, 'box 000'), { recursive: true })
  writeFileSync(join(folder, 'box 000', 'outer.tar'), outer)
  writeFileSync(join(folder, 'middle.tar.gz'), gzipSync(tarFile(Array.from({ length: 60 }, (_, at) => text(`packed ${at}`)))))
}

describe(`an import killed at random moments (seed ${SEED})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-kill-'))
  const source = join(folder, 'source')
  leaveOutWhenTimeIsUp()
  let clean: Holdings
  let counts: Record<string, number>
  let duration: number

  beforeAll(async () => {
    writeGeneratedFolder(source, FILES)
    cpSync(sample, join(source, 'sample'), { recursive: true })
    writeContainers(source)
    const archive = join(folder, 'Clean.sanad')
    const ended = await runImport(archive, [source])
    expect(ended.code, ended.errors).toBe(0)
    counts = JSON.parse(ended.output)
    duration = ended.milliseconds
    const { problems, holdings } = checkArchive(archive)
    expect(problems).toEqual([])
    clean = holdings
  }, 300_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.for(roundsOf(3))(
    'importing, round %i: what is there is whole, and importing again completes it',
    { timeout: 300_000 },
    async (round) => {
      const archive = join(folder, `Killed ${round}.sanad`)
      const killed = await runImport(archive, [source], duration * (0.05 + 0.85 * momentsOf('importing', round)()))
      if (existsSync(join(archive, 'archive.db'))) expect(checkArchive(archive).problems).toEqual([])

      const again = await runImport(archive, [source])
      expect(again.code, again.errors).toBe(0)
      const { problems, holdings } = checkArchive(archive)
      expect(problems).toEqual([])
      expect(holdings).toEqual(clean)
      expect(strayOriginals(archive)).toEqual([])
      const { files, failed, withoutText, inside, import: number } = JSON.parse(again.output)
      expect(files).toBe(counts.files)
      // Killed before the first commit, everything is new; later, what was in counts as copies. Either way no file is lost.
      expect(killed.signal === 'SIGKILL' || killed.code === 0).toBe(true)
      // Taken up under its number, it counts what it brought before it was killed.
      if (number === 1) expect(inside).toBe(counts.inside)
      const { documents, copies } = JSON.parse(again.output)
      expect(documents + copies + withoutText + failed).toBe(files)
    }
  )
})
