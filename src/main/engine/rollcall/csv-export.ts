import { linePassages } from '#engine/rollcall/line-passages'
import { nearestSpellings } from '#engine/rollcall/nearest-spellings'
import { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { listLines, type StoredLine } from '#engine/store/rollcall-lines'
import type { RollCall } from '#shared/model/rollcall'
import { csvRow } from '#shared/rollcall/csv-cell'
import { problemSentence } from '#shared/rollcall/problem-sentence'

/** Lines that were not found and are looked up in the vocabulary; of a longer list the rest stays without. */
const MOST_NEAREST = 5000
const PAGE = 500

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
 * a search for each line that was found, so that whoever asks for the pieces should let other work come in between.
 */
export function* csvExport(db: ReadDb, rollCall: RollCall): Generator<string> {
  const texts = new TextCache()
  yield `\ufeff${csvRow(HEADINGS)}`
  let looked = 0
  for (let offset = 0; ; offset += PAGE) {
    const { lines } = listLines(db, rollCall.id, { tab: 'all', freshOnly: false, text: '', sort: 'number', offset, limit: PAGE })
    if (lines.length === 0) return
    for (const line of lines) {
      const isMissing = line.problem === null && line.documents === 0
      const looksUp = isMissing && looked++ < MOST_NEAREST
      yield csvRow([...ownCells(line), ...placeCells(db, texts, line, rollCall), looksUp ? nearCell(db, line, rollCall) : ''])
    }
  }
}

function stateOf({ problem, documents, repeats }: StoredLine): string {
  if (problem !== null) return `malformed: ${problemSentence(problem)}`
  const state = documents === null ? 'not looked for yet' : documents > 0 ? 'found' : 'not found'
  return repeats === null ? state : `${state} (the same as line ${repeats})`
}

function ownCells(line: StoredLine): (string | number)[] {
  const { number, text, documents, fresh, hits, spellings } = line
  const each = spellings.map((one) => `${one.text} (${one.documents})`).join('; ')
  return [number, text, stateOf(line), documents ?? '', documents === null ? '' : fresh, hits ?? '', each]
}

function placeCells(db: ReadDb, texts: TextCache, line: StoredLine, { mode }: RollCall): (string | number)[] {
  const [first] = (line.documents ?? 0) > 0 ? linePassages(db, texts, line, mode, 1) : []
  if (first === undefined) return ['', '', '', '']
  return [first.id, first.title, first.date ?? '', first.passage?.text.replace(/\s+/g, ' ').trim() ?? '']
}

const nearCell = (db: ReadDb, { text }: StoredLine, { mode }: RollCall): string =>
  nearestSpellings(db, text, mode)
    .map((near) => `${near.text} (${near.documents})`)
    .join('; ')
