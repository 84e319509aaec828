import { type Arguments, UsageError } from '#cli/arguments'
import type { Output, Prepared } from '#cli/output'
import type { Session } from '#cli/session'
import { countAttention, listAttention } from '#engine/store/imports'

/** Everything that stands under Needs attention. */
export function prepareProblems({ operands }: Arguments): Prepared {
  if (operands.length > 0) throw new UsageError('“sanad problems” takes options only.')
  return listProblems
}

function listProblems({ archive }: Session): Output {
  const { total, problems } = listAttention(archive.db, 0, countAttention(archive.db))
  return {
    json: { total, problems: problems.map(({ path, code, message }) => ({ path, code, message })) },
    text: [`${total} files need attention`, ...problems.map(({ path, message }) => `- ${path}: ${message}`)].join('\n')
  }
}
