import type { ListPreview, ListReading } from '#shared/model/rollcall'

const FIRST = 8
const FIRST_MALFORMED = 5

/** What is shown of a list before it is run. */
export function listPreview({ lines, ...rest }: ListReading, name: string): Omit<ListPreview, 'choiceId'> {
  const malformed = lines.filter(({ problem }) => problem !== null)
  return {
    ...rest,
    name,
    total: lines.length,
    malformed: malformed.length,
    first: lines.slice(0, FIRST),
    firstMalformed: malformed.slice(0, FIRST_MALFORMED)
  }
}
