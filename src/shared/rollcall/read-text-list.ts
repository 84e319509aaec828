import type { ListChoice, ListReading, RollCallMode } from '#shared/model/rollcall'
import { guessDelimiter, statedDelimiter } from '#shared/rollcall/guess-delimiter'
import { readList } from '#shared/rollcall/read-list'
import { readRecords } from '#shared/rollcall/read-records'

/** `lines`: each line is one cell. `table`: cells are separated. `pasted`: a table where tabs say so, since people copy from spreadsheets. */
export type TextListKind = 'lines' | 'table' | 'pasted'

/** Reads a list written as text. Never throws. Cost: linear. */
export function readTextList(text: string, kind: TextListKind, choice: ListChoice, mode: RollCallMode): ListReading {
  const stated = kind === 'table' ? statedDelimiter(text) : null
  const body = stated === null ? text : `\n${text.slice(stated.length)}`
  const delimiter = stated?.delimiter ?? delimiterOf(body, kind)
  // Where a separator is stated its line stays a line, so that the numbers are those of the file.
  const records = readRecords(body, choice.column === 'whole' ? null : delimiter)
  return { sheets: [], sheet: 1, ...readList(stated === null ? records : afterFirst(records), choice, mode) }
}

function delimiterOf(text: string, kind: TextListKind): string | null {
  if (kind === 'lines') return null
  return kind === 'pasted' ? guessDelimiter(text, ['\t']) : guessDelimiter(text)
}

function* afterFirst<T>(items: Iterable<T>): Generator<T> {
  let isFirst = true
  for (const item of items) {
    if (!isFirst) yield item
    isFirst = false
  }
}
