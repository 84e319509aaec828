import { describe, expect, it } from 'vitest'
import { cellAfterKey } from '#renderer/features/reader/table/cell-keys.ts'
import { cellsAsText, columnName, placeOf } from '#renderer/features/reader/table/cell-place.ts'
import { columnWidths } from '#renderer/features/reader/table/column-widths.ts'
import { sheetsOf } from '#renderer/features/reader/table/sheets.ts'
import { type Block, readerText } from '#shared/model/block'

const BLOCKS: readonly Block[] = [
  { kind: 'heading', text: 'Families', level: 2, page: 1 },
  { kind: 'table-row', text: 'Name\tVillage', page: 1, row: 1, header: true },
  { kind: 'table-row', text: 'Orsal\tDarvan\t\t12', page: 1, row: 2 },
  { kind: 'table-row', text: '\tNehrin', page: 1, row: 9 },
  { kind: 'paragraph', text: 'Rana: check this', page: 1, role: 'comment' },
  { kind: 'heading', text: 'روستاها', level: 2, page: 2 },
  { kind: 'table-row', text: 'دروان\tنهرین', page: 2, row: 1 }
]
const sheets = sheetsOf(BLOCKS)
const at = (word: string) => placeOf(sheets, readerText(BLOCKS).indexOf(word))

describe('the sheets of a spreadsheet', () => {
  it('are told apart by their pages, with header, rows and what stands beside', () => {
    expect(sheets.map(({ name, columns, rows }) => [name, columns, rows.map((row) => row.number)])).toEqual([
      ['Families', 4, [2, 9]],
      ['روستاها', 2, [1]]
    ])
    expect(sheets[0]?.header?.text).toBe('Name\tVillage')
    expect(sheets[0]?.beside.map(({ block }) => block.role)).toEqual(['comment'])
  })

  it('number rows that say no number, and need no name', () => {
    const [sheet] = sheetsOf([
      { kind: 'table-row', text: 'a', header: true },
      { kind: 'table-row', text: 'b' }
    ])
    expect(sheet).toMatchObject({ name: null, page: 1, header: { number: 1 }, columns: 1 })
    expect(sheet?.rows[0]?.number).toBe(2)
  })

  it('find the cell of any offset', () => {
    expect(at('Village')).toEqual({ sheet: 0, cell: { row: -1, column: 1 } })
    expect(at('12')).toEqual({ sheet: 0, cell: { row: 0, column: 3 } })
    expect(at('Nehrin')).toEqual({ sheet: 0, cell: { row: 1, column: 1 } })
    expect(at('نهرین')).toEqual({ sheet: 1, cell: { row: 0, column: 1 } })
    expect(at('check')).toEqual({ sheet: 0, cell: null })
    expect(at('Families')).toEqual({ sheet: 0, cell: null })
    expect(placeOf([], 3)).toBeNull()
  })

  it('copy a block of cells as tab-separated values', () => {
    const [sheet] = sheets
    if (sheet === undefined) throw new Error('no sheet')
    expect(cellsAsText(sheet, { row: 1, column: 2 }, { row: -1, column: 1 })).toBe('Village\t\nDarvan\t\nNehrin\t')
  })

  it('name columns as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
  })

  it('are as wide as their cells, within limits', () => {
    const [sheet] = sheetsOf([{ kind: 'table-row', text: `a\t${'long '.repeat(100)}\tmiddle-sized words` }])
    expect(sheet && columnWidths(sheet)).toEqual([64, 300, 164])
  })

  it('stay quick with many rows', () => {
    const rows: Block[] = Array.from({ length: 100_000 }, (_, row) => ({
      kind: 'table-row',
      text: `a\tb${row}`,
      row: row + 1,
      page: 1
    }))
    const many = sheetsOf(rows)
    expect(many[0]?.rows).toHaveLength(100_000)
    expect(placeOf(many, readerText(rows).indexOf('b99999'))).toEqual({ sheet: 0, cell: { row: 99_999, column: 1 } })
  })
})

describe('keys in a table', () => {
  const edges = { firstRow: -1, rows: 5, columns: 3, pageRows: 10 }
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false })

  it('walk within its edges', () => {
    expect(cellAfterKey(press('ArrowDown'), { row: -1, column: 0 }, edges, false)).toEqual({ row: 0, column: 0 })
    expect(cellAfterKey(press('ArrowUp'), { row: -1, column: 0 }, edges, false)).toEqual({ row: -1, column: 0 })
    expect(cellAfterKey(press('PageDown'), { row: 0, column: 1 }, edges, false)).toEqual({ row: 4, column: 1 })
    expect(cellAfterKey(press('End', true), { row: 0, column: 0 }, edges, false)).toEqual({ row: 4, column: 2 })
    expect(cellAfterKey(press('n'), { row: 0, column: 0 }, edges, false)).toBeUndefined()
  })

  it('follow the direction of the columns', () => {
    expect(cellAfterKey(press('ArrowLeft'), { row: 0, column: 0 }, edges, true)).toEqual({ row: 0, column: 1 })
    expect(cellAfterKey(press('ArrowRight', true), { row: 0, column: 2 }, edges, true)).toEqual({ row: 0, column: 0 })
  })
})
