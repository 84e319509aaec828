/** Roll-calls over real lists: text, CSV and workbooks read by a real parser process, a real archive, and the built command line. */
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createArchive, openArchive, openReader } from '#engine/open'
import { listFromFile } from '#engine/rollcall/list-from-file'
import { reportLines } from '#engine/rollcall/report-lines'
import { RollCallControl } from '#engine/rollcall/roll-call-control'
import { writeExport } from '#engine/rollcall/write-export'
import { findRollCall } from '#engine/store/rollcalls'
import type { ListChoice } from '#shared/model/rollcall'
import { readRecords } from '#shared/rollcall/read-records'
import { addDocuments, newArchive } from '#tests/support/archive'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

const TOLD: ListChoice = { sheet: null, column: null, header: null }
const FAMILY = ['Darvan', 'Nehrin', 'Tarani', 'Voss', 'Saravi', 'Mehran', 'Zarrin', 'Olmos']
const GIVEN = ['Reza', 'Sara', 'Mina', 'Ilan', 'Leyla', 'Omid', 'Parvin', 'Arash', 'Nasrin', 'Kaveh']

/** Bad lines and why, spread over a list of 500. */
const BAD = [
  ['', 'empty'],
  ['   ', 'empty'],
  ['—', 'nothing-to-search'],
  ['… !', 'nothing-to-search'],
  [`Reza ${'x'.repeat(400)}`, 'too-long'],
  ['Reza\u0000Darvan', 'undecodable'],
  ['Sara \ufffd', 'undecodable'],
  ['???', 'nothing-to-search'],
  ['\u0001', 'undecodable'],
  ['a'.repeat(301), 'too-long']
] as const

type Planned = Readonly<{ text: string; problem: string | null }>

/** 500 lines, 20 of them malformed, each name different. */
function plannedList(): readonly Planned[] {
  return Array.from({ length: 500 }, (_, at): Planned => {
    const bad = at % 25 === 7 ? BAD[Math.floor(at / 25) % BAD.length] : undefined
    if (bad) return { text: bad[0], problem: bad[1] }
    return { text: `${GIVEN[at % 10]} ${FAMILY[Math.floor(at / 10) % 8]} ${at}`, problem: null }
  })
}

function controlOf(archive: ReturnType<typeof newArchive>): RollCallControl {
  const control = new RollCallControl({
    db: archive.db,
    reader: () => openReader(archive.directory),
    onProgress: () => undefined
  })
  onTestFinished(() => control.close())
  return control
}

describe('a list from a file', () => {
  test('a 500-line roll-call with 20 malformed lines finishes and reports the 20', async () => {
    const planned = plannedList()
    expect(planned.filter(({ problem }) => problem !== null)).toHaveLength(20)
    const file = join(temporaryFolder(), 'names.txt')
    writeFileSync(file, planned.map(({ text }) => text).join('\r\n'))
    const archive = newArchive()
    const named = planned.flatMap(({ text, problem }, at) =>
      problem === null && at % 5 === 0 ? [{ text: `They asked after ${text}.` }] : []
    )
    addDocuments(archive, named)
    const { lines } = await listFromFile(await testPool(), file, TOLD, 'names')
    const control = controlOf(archive)
    const { id } = control.create({ name: 'Names', source: 'names.txt', mode: 'names', lines })
    await control.ended()
    expect(findRollCall(archive.db, id)).toMatchObject({
      state: 'finished',
      counts: { lines: 500, malformed: 20, found: named.length, missing: 480 - named.length, waiting: 0 }
    })
    const rollCall = findRollCall(archive.db, id)
    if (!rollCall) throw new Error('it was saved')
    const reported = [...reportLines(control.reader(), rollCall)]
    expect(reported.map(({ number, problem }) => ({ number, problem }))).toEqual(
      planned.map(({ problem }, at) => ({ number: at + 1, problem }))
    )
    for (const { first, documents } of reported) expect(first !== null).toBe((documents ?? 0) > 0)
    const one = reported.find(({ documents }) => documents === 1)
    expect(one?.first?.passage?.text).toContain(one?.text)
  })

  test('a workbook: the chosen sheet and column, the numbers those of its rows', async () => {
    const pool = await testPool()
    const file = resolve(import.meta.dirname, '../fixtures/xlsx/persian/source.xlsx')
    const list = await listFromFile(pool, file, TOLD, 'names')
    expect(list.sheets.length).toBeGreaterThan(0)
    expect(list.lines.filter(({ problem }) => problem === null).length).toBeGreaterThan(0)
    const other = await listFromFile(pool, file, { sheet: 1, column: 0, header: false }, 'names')
    expect(other.column).toBe(0)
    expect(other.lines[0]?.number).toBeGreaterThan(0)
    const numbers = other.lines.map(({ number }) => number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })

  test('character sets are told as those of documents are', async () => {
    const pool = await testPool()
    const folder = temporaryFolder()
    const names = 'رضا دروان\nسارا نهرین\nگلرخ ترانی\n'
    const utf16 = join(folder, 'utf16.txt')
    writeFileSync(utf16, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(names, 'utf16le')]))
    const marked = join(folder, 'marked.csv')
    writeFileSync(marked, `\ufeffname;city\nرضا دروان;نهرین\n`)
    expect((await listFromFile(pool, utf16, TOLD, 'names')).lines.map(({ text }) => text)).toEqual(names.trim().split('\n'))
    expect((await listFromFile(pool, marked, TOLD, 'names')).lines).toEqual([{ number: 2, text: 'رضا دروان', problem: null }])
  })

  test('what is no list is refused with a reason; what is hostile is some bad lines', async () => {
    const pool = await testPool()
    const folder = temporaryFolder()
    const pdf = join(folder, 'x.pdf')
    writeFileSync(pdf, '%PDF-1.7\n%%EOF')
    await expect(listFromFile(pool, pdf, TOLD, 'names')).rejects.toMatchObject({ code: 'list-not-readable' })
    await expect(listFromFile(pool, join(folder, 'gone.txt'), TOLD, 'names')).rejects.toMatchObject({ code: 'list-not-readable' })
    const broken = join(folder, 'x.xlsx')
    writeFileSync(broken, 'PK\u0003\u0004 and nothing else')
    await expect(listFromFile(pool, broken, TOLD, 'names')).rejects.toMatchObject({ code: 'list-not-readable' })
    const quotes = join(folder, 'quotes.csv')
    writeFileSync(quotes, '"'.repeat(20 * 1024 * 1024))
    const { lines } = await listFromFile(pool, quotes, TOLD, 'names')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.problem).not.toBeNull()
    const nulls = join(folder, 'nulls.txt')
    writeFileSync(nulls, `Reza Darvan\n${'\0'.repeat(1000)}\nSara Nehrin\n`)
    expect((await listFromFile(pool, nulls, TOLD, 'names')).lines.map(({ problem }) => problem)).toEqual([null, 'too-long', null])
  })
})

test('an export is read again as it was written, names no place on the disk and holds no formula', async () => {
  const archive = newArchive()
  addDocuments(archive, [
    { title: '=Title, "quoted"', text: 'Reza Darvan\n\nwas here, "they" said.', path: '/source/secret/a.txt' }
  ])
  const control = controlOf(archive)
  const lines = [
    { number: 1, text: 'Reza Darvan', problem: null },
    { number: 2, text: '=HYPERLINK("x")', problem: null },
    { number: 3, text: '…', problem: 'nothing-to-search' as const },
    { number: 4, text: 'Rezza Darvan', problem: null }
  ]
  const { id } = control.create({ name: 'Names', source: '', mode: 'names', lines })
  await control.ended()
  const file = join(temporaryFolder(), 'out.csv')
  expect(await writeExport(archive.db, control.reader(), id, file)).toBe(4)
  const text = readFileSync(file, 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text).not.toContain('/source')
  const records = [...readRecords(text, ',')].map(({ cells }) => cells)
  expect(records.map((cells) => cells.length)).toEqual([12, 12, 12, 12, 12])
  expect(records[1]).toEqual(
    expect.arrayContaining(['1', 'Reza Darvan', 'found', '1', '0', 'Reza Darvan (1)', `'=Title, "quoted"`])
  )
  expect(records[2]?.[1]).toBe(`'=HYPERLINK("x")`)
  expect(records[3]?.[2]).toMatch(/^malformed: /)
  expect(records[4]?.[11]).toBe('reza darvan (1)')
})

test('a search is answered while a long roll-call runs, and an import beside it', async () => {
  const archive = newArchive()
  addDocuments(archive, [{ text: 'Reza Darvan was here.' }])
  const control = controlOf(archive)
  const lines = Array.from({ length: 20_000 }, (_, at) => ({ number: at + 1, text: `Reza Darvan ${at}`, problem: null }))
  const { id } = control.create({ name: 'Long', source: '', mode: 'names', lines })
  let turns = 0
  let isDone = false
  const count = (): void => {
    turns++
    if (!isDone) setImmediate(count)
  }
  count()
  const folder = temporaryFolder()
  for (let at = 0; at < 20; at++) writeFileSync(join(folder, `${at}.txt`), `Letter ${at} of Sara Nehrin and Reza Darvan ${at}`)
  const receipt = await importAll(archive, await testPool(), [folder])
  await control.ended()
  isDone = true
  expect(receipt.counts.documents).toBe(20)
  expect(findRollCall(archive.db, id)).toMatchObject({ state: 'finished', counts: { waiting: 0, lines: 20_000 } })
  // Others had their turn again and again, not once at the end.
  expect(turns).toBeGreaterThan(20)
})

describe('sanad rollcall', () => {
  const script = resolve(import.meta.dirname, '../../scripts/sanad.mjs')
  const sanad = (...argv: string[]): Promise<{ status: number; stdout: string; stderr: string }> =>
    new Promise((done, failed) => {
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

  beforeAll(async () => {
    await sanad('version')
  }, 180_000)

  test('reports found, not found and malformed with their numbers, and what is new when it is run again', async () => {
    const folder = temporaryFolder()
    const directory = join(folder, 'A.sanad')
    const archive = createArchive(directory)
    addDocuments(archive, [{ title: 'Letter', text: 'Reza Darvan was seen.' }])
    archive.close()
    const file = join(folder, 'list.csv')
    writeFileSync(file, 'no,name\n1,Reza Darvan\n2,\n3,Sarah Nehrin\n4,Rezza Darvan\n')
    const csv = join(folder, 'out.csv')
    const first = await sanad('rollcall', file, '--archive', directory, '--json', '--csv', csv)
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(first.stdout)).toMatchObject({
      state: 'finished',
      runs: 1,
      lines: 4,
      found: 1,
      notFound: 2,
      malformed: 1,
      results: [
        { line: 2, state: 'found', documents: 1, hits: 1, first: { title: 'Letter' } },
        { line: 3, state: 'malformed', problem: 'empty' },
        { line: 4, state: 'not-found' },
        { line: 5, state: 'not-found', nearest: [{ text: 'reza darvan', documents: 1 }] }
      ]
    })
    expect(readFileSync(csv, 'utf8')).toContain('Reza Darvan')
    const again = openArchive(directory)
    addDocuments(again, [{ text: 'Sarah Nehrin came.' }])
    again.close()
    const second = JSON.parse((await sanad('rollcall', file, '--archive', directory, '--json')).stdout)
    expect(second).toMatchObject({ rollcall: 1, runs: 2, found: 2, withNew: 1 })
    expect(second.results[2]).toMatchObject({ line: 4, state: 'found', new: 1 })
    const text = await sanad('rollcall', file, '--archive', directory, '--queries', '--column', '2')
    expect(text.stdout).toMatch(/^Roll-call 2 of “list\.csv”: 4 lines\n {2}2 found, 1 not found, 1 malformed/)
  })

  test('says what is wrong with its use', async () => {
    expect(await sanad('rollcall')).toMatchObject({ status: 2 })
    expect(await sanad('rollcall', 'a', '--column', '0')).toMatchObject({ status: 2 })
    expect(await sanad('search', 'a', '--queries')).toMatchObject({ status: 2 })
  })
})
