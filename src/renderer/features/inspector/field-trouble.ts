import type { CorrectableField } from '#shared/model/document'
import { firstDay } from '#shared/model/partial-date'

/** What a typed correction is refused for; the catalogue words it. Undefined when it can be taken. Empty means: not known. */
export function fieldTrouble(field: CorrectableField, typed: string): 'inspector.dateWrong' | 'inspector.titleEmpty' | undefined {
  const value = typed.trim()
  if (field === 'title' && value === '') return 'inspector.titleEmpty'
  if (field === 'date' && value !== '' && firstDay(value) === undefined) return 'inspector.dateWrong'
  return undefined
}
