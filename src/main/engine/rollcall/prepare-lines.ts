import { createHash } from 'node:crypto'
import type { NewRollCall } from '#engine/store/rollcalls'
import type { ListLine, RollCallMode } from '#shared/model/rollcall'
import { indexText } from '#shared/text/index-text'

/** Lines ready to be stored: folded, and those that read like an earlier one pointing to it. */
export function prepareLines(lines: readonly ListLine[], mode: RollCallMode): NewRollCall['lines'] {
  const first = new Map<string, number>()
  return lines.map((line, position) => {
    const key = indexText(line.text)
    if (line.problem !== null) return { ...line, key, sameAs: null }
    // In a query signs have a meaning, and capitals too: OR is not or.
    const sameness = mode === 'names' ? nameKey(line.text, key) : line.text.replace(/\s+/g, ' ')
    const sameAs = first.get(sameness) ?? null
    if (sameAs === null) first.set(sameness, position)
    return { ...line, key, sameAs }
  })
}

/** With a comma the name is looked for turned round as well, so that it is not the same line without. */
const nameKey = (text: string, key: string): string =>
  /[,،]/.test(text) ? `${text.split(/[,،]/).map(indexText).join(',')}` : key

/** Names a list by what it says: the same lines in the same mode have the same key, wherever they come from. */
export function contentKey(lines: readonly ListLine[], mode: RollCallMode): Uint8Array {
  const hash = createHash('sha256').update(mode)
  for (const { number, text, problem } of lines) hash.update(JSON.stringify([number, text, problem]))
  return hash.digest()
}
