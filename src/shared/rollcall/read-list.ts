import type { ListChoice, ListLine, ListReading, RollCallMode } from '#shared/model/rollcall'
import { isHeading, isNameHeading } from '#shared/rollcall/header-words'
import { LONGEST_LINE, MOST_COLUMNS, MOST_LINES } from '#shared/rollcall/limits'
import { lineProblem } from '#shared/rollcall/line-problem'
import type { ListRecord } from '#shared/rollcall/read-records'

/** Records looked at for the header, the columns and the sample. */
const HEAD_RECORDS = 50
const SAMPLE_RECORDS = 6
/** What of a cell is shown before a list is run, and kept of a line that is too long; UTF-16 code units. */
const SHOWN = 120

/** Makes a list of the records of a text or sheet, one line a record, by the choice or by what its first records tell. Cost: linear. */
export function readList(
  records: Iterable<ListRecord>,
  choice: Omit<ListChoice, 'sheet'>,
  mode: RollCallMode
): Omit<ListReading, 'sheets' | 'sheet'> {
  const all = records[Symbol.iterator]()
  const head = take(all, HEAD_RECORDS)
  const good = head.filter(({ cells, isBroken }) => !isBroken && cells.some((cell) => cell.trim() !== ''))
  const width = Math.min(MOST_COLUMNS, Math.max(1, ...good.map(({ cells }) => cells.length)))
  const header = choice.header ?? isHeading(good[0]?.cells ?? [])
  const names = header ? (good[0]?.cells ?? []) : []
  const data = header ? good.slice(1) : good
  const column = columnOf(choice.column, width, names, data)
  const lines = new Lines(column, mode)
  for (const record of chain(head, all)) {
    if (header && record === good[0]) continue
    if (!lines.add(record)) break
  }
  return {
    column,
    header,
    columns: Array.from({ length: width }, (_, at) => shown(names[at] ?? '')),
    lines: lines.end(),
    sample: data.slice(0, SAMPLE_RECORDS).map(({ number, cells }) => ({ number, cells: cells.map(shown) }))
  }
}

const shown = (cell: string): string => cell.trim().slice(0, SHOWN)

function take(records: Iterator<ListRecord>, count: number): ListRecord[] {
  const taken: ListRecord[] = []
  while (taken.length < count) {
    const next = records.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}

function* chain(head: readonly ListRecord[], rest: Iterator<ListRecord>): Generator<ListRecord> {
  yield* head
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value
}

/** The column that is chosen, called a name, or holds most letters. */
function columnOf(
  chosen: ListChoice['column'],
  width: number,
  names: readonly string[],
  data: readonly ListRecord[]
): number | 'whole' {
  if (chosen === 'whole') return chosen
  if (chosen !== null) return Math.min(chosen, width - 1)
  const named = names.findIndex(isNameHeading)
  if (named >= 0) return named
  let best = 0
  let most = -1
  for (let at = 0; at < width; at++) {
    const letters = data.reduce((sum, { cells }) => sum + ((cells[at] ?? '').slice(0, SHOWN).match(/\p{L}/gu)?.length ?? 0), 0)
    if (letters > most) {
      best = at
      most = letters
    }
  }
  return best
}

/** Gathers lines up to the limit. Empty lines at the end are no lines. */
class Lines {
  readonly #column: number | 'whole'
  readonly #mode: RollCallMode
  readonly #lines: ListLine[] = []
  #empty: ListLine[] = []

  constructor(column: number | 'whole', mode: RollCallMode) {
    this.#column = column
    this.#mode = mode
  }

  /** False once the list is full; the line is then reported as the first that found no room. */
  add({ number, cells, isBroken }: ListRecord): boolean {
    const cell = this.#column === 'whole' || isBroken ? cells.join(', ') : (cells[this.#column] ?? '')
    const text = cell.trim()
    const problem = isBroken && text !== '' ? 'broken-quotes' : lineProblem(text, this.#mode)
    if (problem === 'empty') {
      // A file may end in a million empty lines: they are remembered only as far as there is room for them.
      if (this.#lines.length + this.#empty.length < MOST_LINES) this.#empty.push({ number, text: '', problem })
      return true
    }
    for (const line of this.#empty) this.#lines.push(line)
    this.#empty = []
    const isFull = this.#lines.length >= MOST_LINES
    const kept = text.length > LONGEST_LINE ? `${text.slice(0, SHOWN)}…` : text
    this.#lines.push({ number, text: kept, problem: isFull ? 'over-limit' : problem })
    return !isFull
  }

  end(): readonly ListLine[] {
    return this.#lines
  }
}
