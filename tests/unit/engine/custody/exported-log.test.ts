import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeLog } from '#engine/custody/write-log'
import { createArchive, openReader } from '#engine/open'
import { createTag, tagDocuments } from '#engine/organise/tagging'
import { fingerprintOf } from '#shared/model/custody'
import { addDocuments, newArchive } from '#tests/support/archive'
import { checkWithNode, checkWithPython, type Verdict } from '#tests/support/check-exported-log'
import { logOf, putLog } from '#tests/support/tampered-log'
import { temporaryFolder } from '#tests/support/temporary'

let folder: string
let whole: string
let hashes: readonly string[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sanad-test-'))
  const archive = createArchive(join(folder, 'Test.sanad'))
  const ids = addDocuments(
    archive,
    Array.from({ length: 300 }, (_, n) => ({ text: `text ${n}` }))
  )
  for (const name of ['خاوران', '"quoted" \\ \b\f\u0001\u007f\u2028', '😀', 'É']) tagDocuments(archive.db, name, ids.slice(0, 3))
  createTag(archive.db, 'line\nbreak\ttab', undefined)
  const file = join(folder, 'log.jsonl')
  const reader = openReader(archive.directory)
  const { entries, head } = await writeLog(archive.db, reader, file)
  hashes = logOf(archive.db).map(({ hash }) => hash)
  expect(entries).toBe(hashes.length - 1)
  expect(head?.hash).toBe(hashes.at(-2))
  reader.close()
  archive.close()
  whole = readFileSync(file, 'utf8')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Both checkers on a file with these contents. */
function verdicts(contents: string | Buffer, ...options: readonly string[]): readonly Verdict[] {
  const file = join(temporaryFolder(), 'log.jsonl')
  writeFileSync(file, contents)
  const python = options.length === 0 ? checkWithPython(file) : undefined
  return [checkWithNode(file, ...options), ...(python ? [python] : [])]
}

const entriesOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('{'))
const headOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('#'))
const fileOf = (head: readonly string[], entries: readonly string[]): string => [...head, ...entries, ''].join('\n')

test('an exported log holds for both checkers, which share no code with the program', () => {
  const [node, python] = verdicts(whole)
  expect(node?.status).toBe(0)
  expect(node?.said).toContain(`holds: ${hashes.length - 1} entries`)
  expect(node?.said).toContain(fingerprintOf(hashes.at(-2) ?? ''))
  if (python) expect(python).toMatchObject({ status: 0, said: expect.stringContaining(`${hashes.length - 1} entries`) })
})

test('line ends that a mail program changed do no harm', () => {
  for (const { status } of verdicts(whole.replaceAll('\n', '\r\n'))) expect(status).toBe(0)
})

test('the head of the file says for a person whose log it is and where it ends', () => {
  expect(headOf(whole)).toEqual([
    '# Sanad custody log, format 1',
    expect.stringMatching(/^# archive: [0-9a-f]{32}$/),
    expect.stringMatching(/^# written: \d{4}-\d\d-\d\dT[\d:.]+Z by Sanad \d/),
    `# entries: ${hashes.length - 1}`,
    `# last hash: ${hashes.at(-2)}`,
    expect.stringMatching(/^# fingerprint: ([0-9a-f]{4} ){7}[0-9a-f]{4}$/),
    expect.stringMatching(/^# To check it: /)
  ])
})

describe('a log that was tampered with holds for neither', () => {
  const replaced = (lines: readonly string[], at: number, line: string): string[] => [
    ...lines.slice(0, at),
    line,
    ...lines.slice(at + 1)
  ]
  const CASES: Readonly<Record<string, readonly [(head: string[], lines: string[]) => string | Buffer, RegExp]>> = {
    'an edited entry': [
      (head, lines) => fileOf(head, replaced(lines, 4, lines[4]?.replace('"tag":1', '"tag":2') ?? '')),
      /entry 5 was changed/
    ],
    'an edited entry with another spelling only': [
      (head, lines) => fileOf(head, replaced(lines, 4, lines[4]?.replace('":', '": ') ?? '')),
      /entry 5 was changed/
    ],
    'a key put in twice': [
      (head, lines) =>
        fileOf(head, replaced(lines, 4, lines[4]?.replace('{"at"', '{"at":"2001-01-01T00:00:00.000Z","at"') ?? '')),
      /entry 5 was changed/
    ],
    'a deleted row': [
      (head, lines) =>
        fileOf(
          head,
          lines.filter((_, at) => at !== 4)
        ),
      /entry 6 where entry 5 should/
    ],
    'swapped rows': [
      (head, lines) => fileOf(head, replaced(replaced(lines, 4, lines[5] ?? ''), 5, lines[4] ?? '')),
      /entry 6 where entry 5 should/
    ],
    'an inserted row': [
      (head, lines) => fileOf(head, [...lines.slice(0, 4), lines[3] ?? '', ...lines.slice(4)]),
      /entry 4 where entry 5 should/
    ],
    'a cut-off end': [(head, lines) => fileOf(head, lines.slice(0, 6)), /ends with entry 6, and the head of the file says/],
    'a line cut off in its middle': [(head, lines) => fileOf(head, lines).slice(0, -40), /is not JSON/],
    'an empty line': [(head, lines) => fileOf(head, replaced(lines, 4, `${lines[4]}\n`)), /is not JSON/],
    'no entries': [(head) => fileOf(head, []), /no entry/],
    'another encoding (UTF-16)': [(head, lines) => Buffer.from(`\ufeff${fileOf(head, lines)}`, 'utf16le'), /another encoding/],
    'another encoding (Windows-1252)': [
      (head, lines) => Buffer.from(fileOf(head, lines).replace(/[^\u0000-\u00ff]/g, '?'), 'latin1'),
      /not UTF-8|was changed/
    ],
    'a byte order mark': [(head, lines) => `\ufeff${fileOf(head, lines)}`, /another encoding/]
  }
  for (const [name, [tamper, said]] of Object.entries(CASES)) {
    test(name, () => {
      const [node, ...others] = verdicts(tamper(headOf(whole), entriesOf(whole)))
      expect(node).toEqual({ status: 1, said: expect.stringMatching(said) })
      expect(node?.said).toMatch(/^The log does not hold\./)
      for (const other of others) expect(other.status).not.toBe(0)
    })
  }
})

test('a fingerprint that somebody noted holds the log up to it, whatever the head of the file says', () => {
  const noted = ['--entries', '6', '--fingerprint', fingerprintOf(hashes[5] ?? '')] as const
  const [head, lines] = [headOf(whole).slice(0, 1), entriesOf(whole)]
  expect(verdicts(whole, ...noted)[0]).toMatchObject({ status: 0 })
  expect(verdicts(fileOf(head, lines.slice(0, 6)), ...noted)[0]).toMatchObject({ status: 0 })
  expect(verdicts(fileOf(head, lines.slice(0, 5)), ...noted)[0]).toMatchObject({
    status: 1,
    said: expect.stringContaining('a fingerprint was noted for entry 6')
  })
  expect(verdicts(whole, '--entries', '6', '--fingerprint', fingerprintOf(hashes[4] ?? ''))[0]).toMatchObject({
    status: 1,
    said: expect.stringContaining('the log was written anew')
  })
  expect(verdicts(fileOf(head, lines.slice(0, 5)))[0]).toMatchObject({
    status: 0,
    said: expect.stringContaining('whether entries are missing after the last one can not be told')
  })
})

test('the checker says what is wrong with its use', () => {
  for (const options of [['--entries', '6'], ['--entries', 'x', '--fingerprint', 'ab'.repeat(8)], ['--what'], ['another']])
    expect(verdicts(whole, ...options)[0]).toMatchObject({ status: 2 })
  expect(checkWithNode(join(temporaryFolder(), 'none.jsonl'))).toMatchObject({ status: 2 })
})

test('entries that were tampered with in the archive go out as they stand, each on its line', async () => {
  const archive = newArchive()
  createTag(archive.db, 'a', undefined)
  createTag(archive.db, 'b', undefined)
  putLog(
    archive.db,
    logOf(archive.db).map((entry) => (entry.seq === 2 ? { ...entry, details: '{"tag":\n"x' } : entry))
  )
  const file = join(temporaryFolder(), 'log.jsonl')
  const reader = openReader(archive.directory)
  await writeLog(archive.db, reader, file)
  reader.close()
  archive.close()
  expect(entriesOf(readFileSync(file, 'utf8'))).toHaveLength(3)
  expect(checkWithNode(file)).toEqual({ status: 1, said: expect.stringContaining('entry 2 was changed') })
})
