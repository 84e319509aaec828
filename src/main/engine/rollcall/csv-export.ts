import { type ReportedLine, reportLines } from '#engine/rollcall/report-lines'
import type { ReadDb } from '#engine/store/connection'
import type { RollCall } from '#shared/model/rollcall'
import { csvRow } from '#shared/rollcall/csv-cell'
import { problemSentence } from '#shared/rollcall/problem-sentence'

const HEADINGS = [
  'line',
  'text',
  'state',
  'documents',
  'new documents',
  'hits',
  'spellings',
  'first document',
  'title',
  'date',
  'passage',
  'nearest spellings'
]

/**
 * A roll-call as CSV, piece by piece: UTF-8 with a byte order mark, which spreadsheets ask for. No place on a disk is named in it. Cost:
 * that of `reportLines`.
 */
export function* csvExport(db: ReadDb, rollCall: RollCall): Generator<string> {
  yield `\ufeff${csvRow(HEADINGS)}`
  for (const line of reportLines(db, rollCall)) yield csvRow([...ownCells(line), ...placeCells(line), nearCell(line)])
}

function stateOf({ problem, documents, repeats }: ReportedLine): string {
  if (problem !== null) return `malformed: ${problemSentence(problem)}`
  const state = documents === null ? 'not looked for yet' : documents > 0 ? 'found' : 'not found'
  return repeats === null ? state : `${state} (the same as line ${repeats})`
}

function ownCells(line: ReportedLine): (string | number)[] {
  const { number, text, documents, fresh, hits, spellings } = line
  const each = spellings.map((one) => `${one.text} (${one.documents})`).join('; ')
  return [number, text, stateOf(line), documents ?? '', documents === null ? '' : fresh, hits ?? '', each]
}

function placeCells({ first }: ReportedLine): (string | number)[] {
  if (first === null) return ['', '', '', '']
  return [first.id, first.title, first.date ?? '', first.passage?.text.replace(/\s+/g, ' ').trim() ?? '']
}

function nearCell({ nearest, documents }: ReportedLine): string {
  if (nearest === null) return documents === 0 ? 'not looked up' : ''
  return nearest.map((near) => `${near.text} (${near.documents})`).join('; ')
}
