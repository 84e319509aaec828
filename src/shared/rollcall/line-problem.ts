import type { LineProblem, RollCallMode } from '#shared/model/rollcall'
import { LONGEST_LINE } from '#shared/rollcall/limits'
import { isUnbalanced } from '#shared/rollcall/query-trouble'
import { indexText } from '#shared/text/index-text'
import { parseQuery } from '#shared/text/parse-query'

/** What no text has: characters that could not be decoded, and control characters. */
const UNDECODABLE = /[\u0000-\u0008\u000e-\u001f\ufffd]/

/** Why a line can not be looked for; null when it can. Cost: linear in at most `LONGEST_LINE` code units. */
export function lineProblem(text: string, mode: RollCallMode): LineProblem | null {
  if (text.length > LONGEST_LINE) return text.trim() === '' ? 'empty' : 'too-long'
  if (text.trim() === '') return 'empty'
  if (UNDECODABLE.test(text)) return 'undecodable'
  if (mode === 'names') return indexText(text) === '' ? 'nothing-to-search' : null
  if (isUnbalanced(text)) return 'bad-query'
  return parseQuery(text).kind === 'everything' ? 'nothing-to-search' : null
}
